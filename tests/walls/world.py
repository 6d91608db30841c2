"""A house in which everything exists: a record for every address, here and in another town."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from bureau.entry import actor_of
from bureau.model import (
    AgendaItem,
    Agreement,
    AgreementParty,
    CalendarFeed,
    Case,
    CopyMessage,
    CopyNotice,
    Correction,
    CorrectionPlace,
    DestructionPlan,
    Disclosure,
    DocumentReader,
    Dossier,
    DossierCopy,
    DossierNotice,
    Event,
    Factor,
    Hit,
    Job,
    Mandate,
    Membership,
    MinutesCorrection,
    Organisation,
    OwnCondition,
    RecipientNotice,
    RoleCard,
    RoleGrant,
    SavedFilter,
    Seat,
    SharingRequest,
    Stance,
    SupportDossier,
    SupportMember,
    ThresholdChange,
    User,
)
from bureau.model import Session as SignIn
from bureau.model.base import repeatable_ids
from bureau.model.token import digest_of
from bureau.operations import (
    actions,
    agenda_items,
    applicant_links,
    area_entries,
    areas,
    case_areas,
    case_steps,
    cases,
    contributions,
    decisions,
    documents,
    endings,
    figures,
    financings,
    holds,
    leads,
    letters,
    mappings,
    meetings,
    members,
    networks,
    papers,
    parties,
    person_requests,
    records,
    referrals,
    sources,
    stances,
    supplements,
    supports,
    suspensions,
    ties,
    trays,
)
from bureau.operations.contributions import Brought
from bureau.operations.financings import EntryFields
from bureau.operations.records import RecordTerms
from bureau.operations.sources import Learnt
from bureau.policy import Actor
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import (
    CaseKind,
    Credibility,
    Language,
    Reliability,
    Role,
    TieKind,
    Track,
)
from bureau.store import open_store
from bureau.work import Work, begin
from reports import proof, verify
from reports.assembly.order import Remade
from reports.kept_annexes import kept
from reports.outgoing import Printed
from reports.package import Package
from tests.bureau.formats import test_boundaries as boundaries
from tests.bureau.operations import scene
from tests.bureau.operations.road import Road
from tests.conftest import NOW, agreement
from tests.walls import (
    asked,
    contacts,
    heard,
    lent,
    linked,
    people,
    planning,
    polls,
    signals,
    visiting,
)

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010100000000376ef9240000000a4944415408d7636000"
    "000002000148afa4710000000049454e44ae426082"
)
# How the file that is handed in everywhere reads as a spreadsheet of cases.
MAPPING = {"own_number": "id", "scope": "=SC02", "applicant_name": "to_account"}
MAPPING |= {"received_on": "date"}
PRINTED = b"%PDF-1.7\n% a dossier of the walls\n%%EOF\n"
ANNEX = Remade(UUID(int=1), "SCR-WALL-A1", "e" * 64, 1, whole=True, pdf=PRINTED)
BAG = {"bagit.txt": b"BagIt-Version: 1.0\n", "data/letter.pdf": b"%PDF-1.7\n"}
SEALED = Package(verify.pack("bag", BAG), "5" * 64, "d" * 64)


@dataclass
class World:
    """Where the house stands, and the files in it: stage by stage, here and away."""

    home: Path
    stages: dict[str, UUID] = field(default_factory=dict)
    users: dict[str, UUID] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    told: dict[str, int] = field(default_factory=dict)


@dataclass
class Builder:
    """Whoever fills the house, one side after the other."""

    factory: sessionmaker[Session]
    actors: SimpleNamespace

    def work_of(self, actor: Actor, now: datetime = NOW) -> AbstractContextManager[Work]:
        return begin(self.factory, actor, now, purpose="building")

    def by(self, login: str) -> AbstractContextManager[Work]:
        return self.work_of(getattr(self.actors, login))


def build(
    home: Path,
    empty: Path,
    sides: tuple[str, ...] = ("main", "away"),
    *,
    roads: tuple[str, ...] = (),
    helped: bool = True,
) -> World:
    """Furnish `home` with every kind of record, on these sides of the walls.

    `roads` names the only roads that are taken, for a small house; without `helped` nobody in it
    is a presumed victim.
    """
    with repeatable_ids("walls"):
        visiting.furnish(home, empty)
        engine = open_store(f"sqlite:///{home / 'bureau.db'}")
        factory = sessionmaker(engine)
        with factory.begin() as session:
            people.add_others(session)
        with factory() as session:
            users = session.scalars(select(User)).all()
            actors = {user.login: actor_of(user) for user in users}
        world = World(home, {}, {login: actor.id for login, actor in actors.items()}, actors)
        builder = Builder(factory, SimpleNamespace(**actors))
        _area(builder)
        for side in sides:
            world.stages |= {
                f"{side}.{name}": key for name, key in _side(builder, roads, helped).items()
            }
            contacts.furnish(builder, world.stages, side)
            with factory.begin() as session:
                _hand_over(session, world, side)
                session.add_all((_asked(world, side), _mandate(world, side), _feed(world, side)))
                session.add_all((_saved(world, side), _threshold(world, side)))
                session.add_all((*_at_the_door(world, side), *linked.made(world, side)))
                session.add(_own_condition(world, side))
                _partner(session, world, side)
                session.add_all(_agreements(session, world, side))
                polls.furnish(session, world, side)
                heard.furnish(session, world, side)
                lent.furnish(session, world, side)
            signals.furnish(factory, actors, side)
            with factory() as session:
                world.told[side] = session.scalar(select(func.max(Event.seq))) or 0
    visiting.settle(engine)
    return world


def _side(builder: Builder, roads: tuple[str, ...], helped: bool) -> dict[str, UUID]:
    found = {}
    for name in roads or _ROADS:
        road = Road(builder.work_of, builder.actors)
        _ROADS[name](road)
        found[name] = road.id
        with builder.by("officer") as work:
            _documents(work, road.id)
        if name in _FULL:
            _fill(builder, road)
        if name == "known":
            _judge(builder, road)
    with builder.by("officer") as work:
        mappings.save_mapping(work, "Walls", MAPPING, {})
    support = {"support": _support(builder)} if helped else {}
    return {**found, **_tables(builder), **support, "beside": _beside(builder)}


def _beside(builder: Builder) -> UUID:
    """A case of somebody else of the house, on a person whom the others have in theirs."""
    who = builder.actors.disabled
    with builder.work_of(who) as work:
        case = cases.open_case(work, "screening", "Loods", scope="SC02", received_on=work.today)
        work.session.flush()
        told = {"obtained_on": None, "obtained_how": "handed in", "basis": "Awb 4:2"}
        source = sources.add_source(
            work,
            case.id,
            title="Form",
            kind="form",
            origin="applicant",
            reliability=Reliability.B,
            **told,
        )
        learnt = Learnt(source.id, Credibility.PROBABLE)
        known = parties.record_person(work, case.id, learnt, family_name="Verkoper")
        work.session.flush()
        parties.add_identifier(work, case.id, known.id, "bsn", "999990019", learnt=learnt)
        return case.id


def _advised(road: Road, readers: dict[str, str]) -> None:
    road.to_assessment()
    road.ask_advice("03-13").receive_advice("04-03", readers=readers)


def _linked(road: Road) -> None:
    with road.by("officer", "03-03") as work:
        applicant_links.issue_link(work, road.id)


def _supplement(road: Road) -> None:
    road.to_returned(left_out=("DC01",))
    with road.by("officer", "03-10") as work:
        supplements.ask_supplement(work, road.id, "two gaps", until=date(2026, 3, 24))


def _paused(road: Road) -> None:
    road.to_own()
    with road.by("officer", "03-11") as work:
        suspensions.suspend(work, road.id, "SUS2", "asked abroad")


def _reported(road: Road) -> None:
    _conditions(road)
    with road.by("officer", "04-02") as work:
        decisions.register_report(work, road.id, [road.applicant], "own conclusion")


def _conditions(road: Road) -> None:
    road.to_decision().decide("grant_with_conditions", conditions=_CONDITIONS)
    road.make_known()


def _ruled(road: Road) -> None:
    _conditions(road)
    road.object("04-07")
    road.answer_objection("04-08")


_CONDITIONS = [("The accounts are handed in every year.", date(2026, 12, 1))]
Take = Callable[[Road], object]
_FULL = ("assess", "known")
_ROADS: dict[str, Take] = {
    "assess": lambda road: (road.to_assessment(), road.find(), road.assess(sign=False)),
    "new": lambda road: None,
    "fresh": lambda road: road.step("T02", "03-02"),
    "form": lambda road: _linked(road.to_form()),
    "returned": lambda road: road.to_returned(),
    "own": lambda road: (road.to_own(), road.look_up(), road.raise_indicator()),
    "signed": lambda road: road.to_care(),
    "weighed": lambda road: road.to_care().weigh(),
    "intend": lambda road: road.to_care().weigh().step("T31", "03-17"),
    "gaps": lambda road: road.to_returned(left_out=("DC01",)),
    "heard": lambda road: road.to_care().weigh().step("T31", "03-17") and road.intend(),
    "decide": lambda road: road.to_decision(),
    "decided": lambda road: road.to_decision().decide(),
    "known": _conditions,
    "asked": lambda road: road.to_assessment() and road.ask_advice("03-13"),
    "advised": lambda road: _advised(road, {"second": "second reading"}),
    "unread": lambda road: _advised(road, {}),
    "supplement": _supplement,
    "paused": _paused,
    "after": _reported,
    "objected": lambda road: (_conditions(road), road.object("04-07")),
    "ruled": _ruled,
    "appealed": lambda road: (_ruled(road), road.appeal("04-09")),
}


def _fill(builder: Builder, road: Road) -> None:
    """A network, a lead, dossiers and long work in a screening."""
    with builder.by("officer") as work:
        learnt = Learnt(road.source, Credibility.PROBABLE)
        scene.take_payments(work, road.id)
        femke = scene.hold(work, road.id, learnt, "A", given_names="Femke", family_name="Vos")
        ties.record_tie(work, road.id, TieKind.EMPLOYS, road.applicant, femke, learnt=learnt)
        one, two, _ = scene.sell(work, road.id, learnt)
        ties.record_tie(work, road.id, TieKind.ASSOCIATES, one, two, learnt=learnt)
        parties.add_identifier(work, road.id, one, "bsn", "999990019", learnt=learnt)
        figures.record_figure(work, road.id, "seats", "40", learnt)
        line = EntryFields(side="source", kind="gift", label="Gift", amount="40", status="given")
        financings.add_entry(work, road.id, line, learnt)
        takings = RecordTerms(
            on=date(2026, 1, 10), amount="10", parties={"company": road.applicant}
        )
        records.add_record(work, road.id, "takings", takings, learnt)
        why = "where the money went"
        networks.detect(work, road.id, "test of the walls", ["UB-03"], hops=2, reason=why)
        _outgoing(work, road.id)
        _letter(work, road.id)
        holds.set_hold(work, road.id, "It is needed in court.")
        work.session.flush()
        _corrected(work, road.id, one)
        for state in ("waiting", "approved"):
            plan = _plan(work, road, state)
            work.session.add(plan)
            work.record(EventKind.DESTRUCTION_PLANNED, plan)
    asked.furnish(lambda: builder.by("officer"), road.id)
    with builder.by("officer") as work:
        trays.put_in_tray(work, road.id, "person", learnt, {"family_name": "Hearsay"})
        case_steps.touch_step(work, road.id, "UGB-6", "performs", "A loan.", [road.source])
    with builder.work_of(builder.actors.officer, NOW + timedelta(days=20)) as work:
        person_requests.record_request(work, road.id, one, "access", "Everything.")


def _area(builder: Builder) -> None:
    """An area of the partnership with one statement."""
    with builder.by("coordinator") as work:
        areas.import_boundaries(work, boundaries.file(boundaries.feature()), source="Own map")
        work.session.flush()
        wish = area_entries.EntryFields(
            kind="businesses", text="A quay of makers.", source="Talk", more={}
        )
        area_entries.add_entry(work, "zuidkade", "wishes", wish)


def _judge(builder: Builder, road: Road) -> None:
    """Every innocent explanation answered and every lead judged."""
    with builder.by("officer") as work:
        for hit in work.session.scalars(select(Hit).where(Hit.case_id == road.id)):
            for row in hit.innocents:
                leads.answer_innocent(
                    work,
                    road.id,
                    hit.id,
                    row.number,
                    "excluded",
                    evidence="looked for in the statements",
                    version=row.version,
                    source_id=road.source,
                )
            reason = "nothing explains it yet"
            leads.judge_lead(work, road.id, hit.id, "retained", reason, version=hit.version)


def _documents(work: Work, case_id: UUID) -> None:
    for name, shut in (("Huurcontract", False), ("Advies", True)):
        documents.add_document(
            work,
            case_id,
            f"{name}.txt",
            f"{name} {case_id}".encode(),
            title=name,
            kind="DC01",
            restricted=shut,
        )


def _outgoing(work: Work, case_id: UUID) -> None:
    states = ((Track.CRIMINAL, "prepared"), (Track.ADMINISTRATIVE, "approved"))
    for number, (track, state) in enumerate(states, 1):
        said = _printed(work, number, state) | {"annexes": kept((ANNEX,))}
        work.session.add(Dossier(case_id=case_id, track=track, **said))
    work.session.flush()
    copy = _copy(work, case_id)
    work.session.add_all((copy, _notice(work, copy)))
    work.record(EventKind.DOSSIER_PREPARED, work.session.get_one(Case, case_id))
    proof.commit(work, Printed(PRINTED, PICTURE, 1, "d" * 64, "c" * 64, "1/1", "n.pdf", SEALED))
    job = _job(work, "prepare_dossier", f"case:{case_id}")
    work.session.add(job)
    work.record(EventKind.JOB_ASKED, job)


def _copy(work: Work, case_id: UUID) -> DossierCopy:
    """A copy that the police of this house received, with a question of theirs."""
    police = work.session.scalars(select(User).where(User.login == "police")).one()
    approved = select(Dossier).where(Dossier.case_id == case_id, Dossier.state == "approved")
    copy = DossierCopy(
        case_id=case_id,
        dossier=work.session.scalars(approved).one(),
        number=1,
        recipient="mr. A. Voorbeeld",
        organisation_id=police.organisation_id,
        sha256="d" * 64,
        original_sha256="e" * 64,
        content_sha256="c" * 64,
        made_by_id=work.actor.id,
        made_at=work.now,
        feedback_due_on=work.today + timedelta(days=365),
    )
    asked = {"kind": "question", "says": "Wie zag dit?", "by_id": police.id, "at": work.now}
    copy.messages.append(CopyMessage(case_id=case_id, **asked))
    return copy


def _notice(work: Work, copy: DossierCopy) -> DossierNotice:
    """A notice about that dossier, which its recipient did not confirm yet."""
    wanted = {"reason": "Niet juist.", "ground": "CORRECTED", "duty": "", "corrections": []}
    return DossierNotice(
        case_id=copy.case_id,
        dossier=copy.dossier,
        number=1,
        kind="correction",
        state="issued",
        wanted=wanted,
        content_sha256="c" * 64,
        pdf_sha256="d" * 64,
        pages=1,
        pdf=PRINTED,
        asked_by_id=work.actor.id,
        asked_at=work.now,
        issued_at=work.now,
        told=[CopyNotice(case_id=copy.case_id, copy=copy)],
    )


def _letter(work: Work, case_id: UUID) -> None:
    """A letter that was sent."""
    asked = letters.Wanted(address="Kade 1")
    made = letters.compose_letter(work, case_id, "receipt", asked)
    dispatch = letters.Dispatch(work.today, "portal")
    letters.send_letter(work, case_id, "receipt", asked, dispatch, PRINTED, made.paper.sha256)


def _printed(work: Work, number: int, state: str) -> dict[str, object]:
    return {
        "number": number,
        "language": Language.NL,
        "recipient": "mr. A. Voorbeeld, parket Monde",
        "basis": "Wet Bibob 28",
        "state": state,
        "content_sha256": "c" * 64,
        "pdf_sha256": "d" * 64,
        "pages": 1,
        "asked_by_id": work.actor.id,
        "asked_at": work.now,
        "pdf": PRINTED,
        "picture": PICTURE,
        "package": SEALED.content,
        "seal": SEALED.seal,
        "letter_sha256": "1" * 64,
    }


def _job(work: Work, kind: str, scope: str) -> Job:
    return Job(
        kind=kind,
        scope=scope,
        arguments={},
        state="queued",
        asked_by_id=work.actor.id,
        asked_at=work.now,
        result={},
    )


_TABLES = {
    "planned": "planned",
    "session": "in_session",
    "approval": "minutes_approved",
    "ended": "closed",
}
_PARTNERS = ("police", "prosecutor", "tax", "customs", "port", "officer", "second", "mayor")


def _tables(builder: Builder) -> dict[str, UUID]:
    """A partnership case for each state in which a meeting takes something in."""
    return {name: _table(builder, state) for name, state in _TABLES.items()}


def _table(builder: Builder, state: str) -> UUID:
    with builder.by("coordinator") as work:
        title = f"Bedrijvenpark De Kade, {state}"
        case = cases.open_case(work, CaseKind.PARTNERSHIP, title)
        for login in _PARTNERS:
            members.share_case(work, case.id, login, "partner", "needed at the table")
        case.state = "P2"
        day = work.today + timedelta(days=7)
        meeting = meetings.plan_meeting(work, case.id, "Casusoverleg", day, "Raadhuis", "Wgs 2.22")
        seats = [("police", "own information"), ("tax", "own information")]
        asked = ("Loods 4", "Who pays?", "P2", "Wgs 2.23", "no_indication")
        wanted = agenda_items.Wanted(*asked)
        item = agenda_items.add_item(work, case.id, meeting.id, wanted, seats)
        _lay(work, case.id, item, day)
        meeting.notes = "A word of the secretary."
        meeting.state = state
        work.record(EventKind.MEETING_STEPPED, meeting)
        if state == "planned":
            planning.plan(work, case.id)
            work.session.flush()
            case_areas.place_case(work, case.id, "zuidkade", "The shed stands there.")
        _shared(work, case)
        if state == "minutes_approved":
            holds.set_hold(work, case.id, "It is needed in court.", "claim")
        if state == "closed":
            endings.close_case(work, case.id, "no_result", "Nothing was found.")
        return case.id


def _shared(work: Work, case: Case) -> None:
    """What the register of a case holds: given, told of a correction, objected to and asked."""
    bodies = {row.code: row.id for row in work.session.scalars(select(Organisation))}
    own = case.organisation_id
    other = bodies["police"]
    row = Disclosure(
        case_id=case.id,
        number=90,
        from_id=own,
        to_id=other,
        category="AREA",
        way="NO_PERSONS",
        basis="AVG 4(1)",
        met=["nobody_known"],
        ground="",
        says="A count of empty shops.",
        purpose="a picture of the quay",
        necessity="asked at the table",
        phase="P1",
        decided_in="",
        given_on=work.today,
        review_on=work.today,
        feedback_due_on=work.today,
        by_id=work.actor.id,
        at=work.now,
    )
    told = RecipientNotice(
        case_id=case.id, kind="correction", says="3 → 4", sent_at=work.now, due_on=work.today
    )
    row.notices.append(told)
    work.session.add(row)
    work.record(EventKind.DISCLOSURE_MADE, row)
    stances.take_stance(work, case.id, "", True, "a source is at risk")
    asked = SharingRequest(
        case_id=case.id,
        number=1,
        from_id=other,
        to_id=own,
        category="AREA",
        way="NO_PERSONS",
        question="How many are empty?",
        purpose="weighing",
        necessity="nobody else counts them",
        phase="P1",
        asked_on=work.today,
        due_on=work.today,
        asked_by_id=work.actor.id,
    )
    work.session.add(asked)
    work.record(EventKind.SHARING_ASKED, asked)


def _lay(work: Work, case: UUID, item: AgendaItem, day: date) -> None:
    """What lies on a table and is said there: for every address one thing to act on."""
    for seat in item.seats:
        seat.attended, seat.declaration = True, "no_interest"
    actions.agree_action(work, case, item.id, "Look", "police", "Politiewet 3", "", day)
    file = documents.add_document(work, case, "x.txt", b"words", title="Paper", kind="other")
    work.session.flush()
    seats = [seat.id for seat in item.seats]
    papers.release_paper(work, case, item.id, "document", file.id, "WGS 2.22", seats)
    told = Brought("We saw nothing.", "SUPERVISION", "APV 1")
    contributions.contribute(work, case, item.id, told, seats)
    for seat in item.seats:
        seat.dissent, seat.veto = "Not so.", True
    item.veto_reason = "The court asked for it."
    asked = MinutesCorrection(case_id=case, user_id=work.actor.id, text="No.", asked_at=work.now)
    item.corrections.append(asked)


def _support(builder: Builder) -> UUID:
    with builder.by("care") as work:
        file = supports.open_file(work, "Meerkoet", "after six, by text only", "a safe bed")
        supports.add_entry(work, file.id, "plan", "shelter is asked", work.today, who="care")
        supports.record_consent(work, file.id, "shelter", "opvang", "in person", "English")
        referrals.refer(work, file.id, "coordination", "opvang", "a bed is asked")
        supports.share_file(work, file.id, "helper", "support")
        for number, state in ((1, "prepared"), (2, "approved")):
            work.session.add(SupportDossier(file=file, **_printed(work, number, state)))
        work.record(EventKind.DOSSIER_PREPARED, file)
        return file.id


def _hand_over(session: Session, world: World, side: str) -> None:
    """Put the people of the other town in the place of ours; nothing else differs."""
    if side == "main":
        if (kept := world.stages.get("main.decide")) is not None:
            session.add(_seat_of("disabled", world, kept))
        return
    twins = {world.users[here]: world.users[there] for here, there in people.TWIN.items()}
    files = {key for name, key in world.stages.items() if name.startswith("away.")}
    for table in (Membership, Seat, SupportMember, DocumentReader):
        for row in session.scalars(select(table)):
            if (getattr(row, "case_id", None) or getattr(row, "file_id", None)) in files:
                _replace(session, row, twins)
    outsider = session.get_one(User, world.users["outsider"])
    for case in session.scalars(select(Case).where(Case.id.in_(files))):
        case.organisation_id = outsider.organisation_id
    scopes = {f"case:{key}" for key in files}
    for job in session.scalars(select(Job).where(Job.scope.in_(scopes))):
        job.asked_by_id = outsider.id
    asked.hand_over(session, scopes, twins, outsider.organisation_id)
    _hand_over_dossiers(session, files, twins)
    _hand_over_register(session, files, outsider.organisation_id)


def _hand_over_register(session: Session, files: set[UUID], house: UUID) -> None:
    """The own end of what was shared is that of the other town."""
    for given in session.scalars(select(Disclosure).where(Disclosure.case_id.in_(files))):
        given.from_id = house
    for ask in session.scalars(select(SharingRequest).where(SharingRequest.case_id.in_(files))):
        ask.to_id = house
    for table in (Stance, RoleCard, DossierCopy):
        for row in session.scalars(select(table).where(table.case_id.in_(files))):
            row.organisation_id = house


def _replace(session: Session, row: object, twins: dict[UUID, UUID]) -> None:
    if (twin := twins.get(row.user_id)) is not None:  # type: ignore[attr-defined]
        row.user_id = twin  # type: ignore[attr-defined]
    else:
        session.delete(row)


def _hand_over_dossiers(session: Session, files: set[UUID], twins: dict[UUID, UUID]) -> None:
    for table, owner in ((Dossier, Dossier.case_id), (SupportDossier, SupportDossier.file_id)):
        for row in session.scalars(select(table).where(owner.in_(files))):
            row.asked_by_id = twins[row.asked_by_id]


def _partner(session: Session, world: World, side: str) -> None:
    """Somebody of a partner body of this house, with dates of admission."""
    house = world.actors["admin" if side == "main" else "away-admin"].organisation_id
    name = f"zeta-{side}"
    body = Organisation(code=name, name=name.title(), kind="POLICE", house_id=house)
    user = User(login=name, name=name.title(), organisation=body)
    user.password_until = NOW + timedelta(days=3650)
    session.add(user)
    session.flush()
    people.give_clearances(session, name)
    world.users[name] = user.id


def _asked(world: World, side: str) -> RoleGrant:
    """A role that waits for an administrator of this side."""
    named = ("coordinator", "mayor") if side == "main" else ("away-coordinator", "away-mayor")
    return RoleGrant(
        user_id=world.users[named[0]],
        role=Role.MAYOR,
        organisation_id=world.actors[named[1]].organisation_id,
        asked_by_id=world.users[named[1]],
        asked_at=NOW,
    )


def _agreements(session: Session, world: World, side: str) -> Iterator[Agreement]:
    """A draft of this side whose checklist is answered, and an agreement that waits for signing."""
    who = world.actors["coordinator" if side == "main" else "away-coordinator"]
    user = session.get_one(User, who.id)
    partner = "police" if side == "main" else people.FAR
    found = session.scalars(select(Organisation).where(Organisation.code == partner)).one()
    for title in ("Draft", "Offered"):
        row = agreement(user.organisation, user)
        row.title, row.offered_on = title, row.offered_on if title == "Offered" else None
        row.parties = [AgreementParty(organisation=body) for body in (user.organisation, found)]
        yield row


def _mandate(world: World, side: str) -> Mandate:
    """A mandate that waits for an administrator of this side."""
    asker = "mayor" if side == "main" else "away-mayor"
    return Mandate(
        organisation_id=world.actors[asker].organisation_id,
        organ="college",
        role=Role.MAYOR,
        kinds=[],
        scopes=[],
        from_on=NOW.date(),
        decree="Mandaatbesluit 2026",
        asked_by_id=world.users[asker],
        asked_at=NOW,
    )


def _feed(world: World, side: str) -> CalendarFeed:
    """A calendar address of somebody of this side."""
    owner = "officer" if side == "main" else "outsider"
    return CalendarFeed(
        digest=digest_of(f"calendar-of-{owner}"),
        user_id=world.users[owner],
        organisation_id=world.actors[owner].organisation_id,
        issued_at=NOW,
        ends_on=NOW.date() + timedelta(days=180),
    )


def _threshold(world: World, side: str) -> ThresholdChange:
    """A threshold that waits for a second person of this side."""
    coordinator = "coordinator" if side == "main" else "outsider"
    return ThresholdChange(
        organisation_id=world.actors[coordinator].organisation_id,
        indicator="FIN-02",
        name="r",
        number=2,
        value="0.4",
        holds_from=NOW.date(),
        reason="Calibrated on the files of 2025.",
        by_id=world.users[coordinator],
        at=NOW,
    )


def _corrected(work: Work, case_id: UUID, party: UUID) -> None:
    """A correction with one place that waits."""
    row = Correction(
        case_id=case_id,
        number=1,
        subject="party",
        subject_id=party,
        before="Oud",
        after="Nieuw",
        reason="the deed",
        by_id=work.actor.id,
        at=work.now,
    )
    row.places.append(
        CorrectionPlace(case_id=case_id, number=1, kind="finding", place_id=party, label="1. Oud")
    )
    work.session.add(row)
    work.record(EventKind.FACT_CORRECTED, row)


def _plan(work: Work, road: Road, state: str) -> DestructionPlan:
    """A plan over a file that is not due: it may be read, and changes nothing."""
    line = {
        "id": str(road.id),
        "case": road.reference,
        "class": "REFUSED",
        "part": "file",
        "fingerprint": "",
    }
    line |= dict.fromkeys(("name", "basis", "listed", "start", "destroy_on"), "2026")
    return DestructionPlan(
        organisation_id=work.actor.organisation_id,
        content={"lines": [line]},
        digest=f"{road.id.hex}{state}",
        state=state,
        made_by_id=work.actor.id,
        made_at=work.now,
    )


def _own_condition(world: World, side: str) -> OwnCondition:
    """A condition that the municipality of this side added to the library."""
    owner = "coordinator" if side == "main" else "outsider"
    return OwnCondition(
        organisation_id=world.actors[owner].organisation_id,
        code="E-01",
        number=1,
        name_nl="Geen goktafel",
        text_nl="Er staat geen goktafel.",
        evidence_nl="Controle ter plaatse.",
        scopes=[],
        grounds=[],
        days=90,
        again=180,
        reason="a case of last year",
        by_id=world.users[owner],
        at=NOW,
    )


def _saved(world: World, side: str) -> SavedFilter:
    """A filter of somebody of this side."""
    owner = "officer" if side == "main" else "outsider"
    content = {"q": "", "kind": "screening", "clock": ""}
    return SavedFilter(user_id=world.users[owner], name="Own", content=content)


def _at_the_door(world: World, side: str) -> tuple[Factor, SignIn]:
    """An app that somebody of this side did not confirm yet, and a sign-in on another machine."""
    owner = world.users["officer" if side == "main" else "outsider"]
    app = Factor(secret=b"A" * 32, user_id=owner, kind="codes", name="Telephone", made_at=NOW)
    until = NOW + timedelta(days=3650)
    digest = digest_of(f"another machine of {side}")
    there = SignIn(digest=digest, user_id=owner, opened_at=NOW, seen_at=NOW, expires_at=until)
    return app, there


def _seat_of(login: str, world: World, case_id: UUID) -> Membership:
    return Membership(
        case_id=case_id, user_id=world.users[login], capacity="reader", since=NOW.date()
    )
