"""Makes a case of a row, by the same operations as a person would use, each step with its note."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Case, Entity, Screening, Suspension
from bureau.operations import (
    _procedure,
    cases,
    members,
    notes,
    parties,
    questionnaires,
    sources,
    supplements,
    ties,
)
from bureau.operations._case_plan import Plan
from bureau.operations._checks import not_before, past
from bureau.operations._pauses import PENDING
from bureau.operations.sources import Learnt
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind, EntityKind, Reliability, Role, TieKind
from bureau.work import Work

PARTY, HOLDER = "R01", members.HANDLER
BASIS = "Wet Bibob 7a; eigen administratie van het bestuursorgaan"


@dataclass(frozen=True, slots=True)
class Origin:
    """From which file a row comes: it stands in every note of the case that is made of it."""

    filename: str

    def words(self, plan: Plan) -> str:
        """Why a step stands in the case without having been taken in it."""
        return (
            f"Overgenomen uit de eigen administratie: {self.filename}, regel {plan.line}, "
            f"zaaknummer {plan.text['own_number']}. Niet in dit programma gezet."
        )


def take_over(work: Work, plan: Plan, origin: Origin) -> Case | None:
    """The case of a row; None where a step was refused, with the fault at the cell behind it."""
    try:
        case = _open(work, plan)
    except Invalid as refusal:
        plan.blame(_blamed(refusal, "received_on"), refusal)
        return None
    for name, act in _acts(work, case, plan, origin):
        try:
            act()
        except (Invalid, NotAllowed, NotFound) as refusal:
            plan.blame(name, refusal)
            return None
    return case


def _blamed(refusal: Invalid, usual: str) -> str:
    field = str(refusal.where.get("field", ""))
    return field if field in ("scope", "weeks", "title", "authority") else usual


def _open(work: Work, plan: Plan) -> Case:
    text = plan.text
    case = cases.open_case(
        work,
        CaseKind.SCREENING,
        text.get("title") or f"{text['applicant_name']}, {text['own_number']}"[:200],
        scope=text["scope"],
        received_on=plan.days["received_on"],
        stage=plan.stage,
        authority=text.get("authority", ""),
        weeks=plan.weeks,
    )
    work.session.flush()
    return case


def _acts(
    work: Work, case: Case, plan: Plan, origin: Origin
) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Each act with the field that is to blame when it is refused, in the order of the law."""
    why, days = origin.words(plan), plan.days
    yield "applicant_name", lambda: _applicant(work, case, plan, origin)
    if plan.target != "ST10":
        on = days.get("registered_on") or days["received_on"]
        yield "registered_on", lambda: _register(work, case, why, on)
    if "form_sent_on" in days:
        sent = days["form_sent_on"]
        yield "form_sent_on", lambda: questionnaires.send_form(work, case.id, why, on=sent)
    if "form_returned_on" in days:
        back = days["form_returned_on"]
        yield "form_returned_on", lambda: questionnaires.return_form(work, case.id, why, back)
    if "supplement_asked_on" in days:
        yield "supplement_asked_on", lambda: _ask(work, case, plan, why)
    if "supplement_complete_on" in days:
        done = days["supplement_complete_on"]
        name = "supplement_complete_on"
        yield name, lambda: supplements.receive_supplement(work, case.id, done)
    if "advice_asked_on" in days:
        yield "advice_asked_on", lambda: _pause(work, case, plan, why)
    if plan.text.get("note"):
        yield "note", lambda: notes.add_note(work, case.id, plan.text["note"])
    yield "officer", lambda: _hand_over(work, case, plan, why)


def _register(work: Work, case: Case, why: str, on: date) -> None:
    _procedure.move(work, case, "T02", why, _procedure.day(work, case, on))


def _ask(work: Work, case: Case, plan: Plan, why: str) -> None:
    on, until = plan.days["supplement_asked_on"], plan.days.get("supplement_until_on")
    supplements.ask_supplement(work, case.id, why, until=until, on=on)


def _pause(work: Work, case: Case, plan: Plan, why: str) -> None:
    """What the advice does to the term; the advice itself is registered in the case, by hand."""
    asked = past(work, plan.days["advice_asked_on"], "on", plan.days["received_on"])
    back = plan.days.get("advice_received_on")
    pause = Suspension(case_id=case.id, rule=PENDING, from_on=asked, reason=why)
    pause.until_on = not_before(past(work, back, "on"), "on", asked) if back else None
    pause.extended = "advice_extended_on" in plan.days
    work.session.add(pause)
    work.record(EventKind.SUSPENSION_RECORDED, pause, rule=PENDING, start=asked.isoformat())


def _applicant(work: Work, case: Case, plan: Plan, origin: Origin) -> None:
    """The person concerned with number and address, from a source that names file and line."""
    learnt = _source(work, case, plan, origin)
    text = plan.text
    if plan.kind is EntityKind.PERSON:
        names = {key: text.get(key, "") for key in ("given_names", "prefix")}
        family = text["applicant_name"]
        party: Entity = parties.record_person(work, case.id, learnt, family_name=family, **names)
    else:
        name, kvk = text["applicant_name"], text.get("kvk", "")
        party = parties.record_company(work, case.id, learnt, name=name, kvk=kvk)
    work.session.flush()
    for scheme in ("bsn",) if plan.kind is EntityKind.PERSON else ("rsin",):
        if text.get(scheme):
            parties.add_identifier(work, case.id, party.id, scheme, text[scheme], learnt=learnt)
    parties.assign_role(work, case.id, party.id, PARTY, learnt=learnt)
    _address(work, case, plan, party, learnt)
    _concern(work, case, party.id)


def _source(work: Work, case: Case, plan: Plan, origin: Origin) -> Learnt:
    row = sources.add_source(
        work,
        case.id,
        title=f"Eigen administratie, zaaknummer {plan.text['own_number']}",
        kind="spreadsheet",
        origin=case.organisation.name,
        obtained_on=None,
        obtained_how=origin.words(plan),
        basis=BASIS,
        reliability=Reliability.C,
    )
    work.session.flush()
    return Learnt(row.id, place=f"regel {plan.line}")


def _address(work: Work, case: Case, plan: Plan, party: Entity, learnt: Learnt) -> None:
    text = plan.text
    if text.get("street"):
        told = {key: text.get(key, "") for key in ("street", "addition", "postcode", "city")}
        told["number"] = text.get("house_number", "")
        place = parties.record_address(work, case.id, learnt, **told)
        work.session.flush()
        kind = TieKind.LIVES_AT if plan.kind is EntityKind.PERSON else TieKind.LOCATED_AT
        ties.record_tie(work, case.id, kind, party.id, place.id, learnt=learnt)


def _concern(work: Work, case: Case, party_id: UUID) -> None:
    query = select(Screening).where(Screening.case_id == case.id)
    screening = work.session.scalars(query).one()
    cases.record_scope_test(work, case.id, screening.version, applicant_id=party_id)


def _hand_over(work: Work, case: Case, plan: Plan, why: str) -> None:
    """The officer who is named handles the case; whoever took it in has no more part in it."""
    mine = next(row.user for row in case.members if row.user_id == work.actor.id)
    login = plan.text.get("officer", "")
    if not login or login == mine.login:
        return
    row = members.share_case(work, case.id, login, HOLDER, why[:500])
    work.session.flush()
    work.session.refresh(row)
    if Role.OFFICER not in row.user.held(work.today):
        raise Invalid(
            "Nobody with this login can handle a screening.",
            where={"field": "login"},
            hint="Name somebody with the role of officer, or leave the cell empty.",
        )
    members.unshare_case(work, case.id, mine.login, why[:500])
