"""Every address of the house, with real records for whatever it asks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

import bureau.model
from bureau.model import (
    Agreement,
    CalendarFeed,
    CaseNotice,
    Clearance,
    DestructionPlan,
    Disclosure,
    Factor,
    IndicatorAnswer,
    Mandate,
    Person,
    Requirement,
    RoleGrant,
    SavedFilter,
    Survey,
    ThresholdChange,
    Token,
    User,
    Witness,
)
from bureau.model import Session as SignIn
from bureau.model.base import Base
from bureau.model.token import digest_of
from tests.walls import asked, contacts, edges, heard, lent, linked, signals
from tests.walls.gate import Gate

NOWHERE = UUID(int=0xBAD)
READ = frozenset({"GET"})
WRITE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
# Records that are called otherwise in an address than in the model.
TABLES = {"item_id": "AgendaItem", "hit_id": "Hit", "point_id": "ViewPoint", "entity_id": "Entity"}
TABLES |= {"figure_id": "CaseFigure", "entry_id": "FinancingEntry", "link_id": "ApplicantLink"}
TABLES |= {"request_id": "PersonRequest", "place_id": "CorrectionPlace"}
TABLES |= {"measure_id": "EnforcementMeasure", "sheet_id": "Worksheet"}
TABLES |= {"asked_id": "MinutesCorrection"}
TABLES |= {"tiding_id": "DossierNotice", "sent_id": "CopyNotice"}
TABLES |= {"copy_id": "DossierCopy", "message_id": "CopyMessage"}
TABLES |= {"identifier_id": "Identifier", "batch_id": "ImportBatch", "tray_id": "TrayItem"}
TABLES |= {"disclosure_id": "Disclosure", "asking_id": "SharingRequest"}
TABLES |= {"told_id": "RecipientNotice", "stance_id": "Stance"}
OWN = {"filter_id": SavedFilter, "feed_id": CalendarFeed, "factor_id": Factor}
TABLES |= {"referral_id": "SupportReferral"}
WATCH = ("alert_id", "watched_id", "identity_id")
OF_SUPPORT = {"dossier_id": "SupportDossier"}
# What state a record must be in for what is done to it.
STATES = {"approve": "prepared", "refuse": "prepared", "issue_it": "approved"}
STATES |= {"address": "prepared", "answer": "approved", "list_copies": "approved"}
STATES |= dict.fromkeys(("read_notice", "send_notice", "list_notices"), "approved")
STATES |= {"copies.confirm": "approved"}  # the dossier of which a copy went out
# Words in an address, by endpoint and by name.
WORDS: dict[tuple[str, str], str | int] = {
    ("cases.show_task", "kind"): "clock",
    ("facts.add_deal", "kind"): "loan",
    ("interventions.change_plan", "part"): "preparation",
    ("measures.change_measure", "part"): "weighing",
    ("worksheets.begin_sheet", "kind"): "lesson",
    ("figures.add", "kind"): "seats",
    ("finances.add", "side"): "source",
    ("thresholds.change", "code"): "FIN-01",
    ("thresholds.change", "name"): "tolerance_eur",
    ("condition_library.change", "code"): "E-01",
    **{(f"boards.{name}", "model"): "UGB" for name in ("show_board", "compare")},
    **{(f"boards.{n}", "model"): "UGB" for n in ("show_barrier", "weigh", "move")},
    **{(f"boards.{n}", "code"): "UGB-4a" for n in ("show_barrier", "weigh", "move")},
    **{(f"board_changes.{n}", "model"): "UGB" for n in ("add_step", "change_step")},
    **{(f"board_changes.{n}", "model"): "UGB" for n in ("add_barrier", "change_barrier")},
    ("board_changes.change_step", "number"): 4,
    **{(f"areas.{n}", "code"): "zuidkade" for n in ("show_area", "choose_neighbours")},
    **{(f"areas.{n}", "code"): "zuidkade" for n in ("add_entry", "end_entry")},
    ("areas.add_entry", "block"): "wishes",
    ("areas.end_entry", "number"): 1,
    **{(f"areas.{n}", "code"): "zuidkade" for n in ("show_entry", "show_structure")},
    ("areas.show_entry", "number"): 1,
    **{(f"area_changes.{n}", "code"): "zuidkade" for n in ("change_area", "end_area")},
    ("area_changes.correct_entry", "code"): "zuidkade",
    ("area_changes.correct_entry", "number"): 1,
    ("board_changes.add_barrier", "number"): 4,
    ("board_changes.change_barrier", "code"): "UGB-4a",
    ("parties.add_party", "kind"): "person",
    ("records.add_record", "kind"): "takings",
    ("letters.write", "kind"): "receipt",
    ("letters.go_on", "kind"): "receipt",
    ("letter_texts.change_text", "kind"): "receipt",
    ("letter_texts.change_text", "language"): "nl",
    ("screening.record_answers", "code"): "Q01",
    ("support_road.record_part", "part"): "summary",
    ("networks.export_network", "format_name"): "graphml",
    ("leads.answer_innocent", "number"): 1,
    ("beside.show_page", "number"): 1,
    ("annexes.take", "number"): 1,
    ("static", "filename"): "css/bureau.css",
    ("applicant.enter", "secret"): "link-of-nobody",
    ("applicant.fill_in", "code"): "Q01",
    ("applicant.add_file", "code"): "DC02",
    ("calendars.read", "secret"): "calendar-of-officer",
}


@dataclass(frozen=True)
class Address:
    """One rule with one method."""

    rule: Rule
    method: str

    @property
    def name(self) -> str:
        return f"{self.rule.endpoint} {self.method}"

    @property
    def asks(self) -> tuple[str, ...]:
        return tuple(sorted(self.rule.arguments))

    @property
    def support(self) -> bool:
        return "file_id" in self.rule.arguments


def every(gate: Gate) -> list[Address]:
    """Every rule with each of its methods, in the order of the alphabet."""
    found = [
        Address(rule, method)
        for rule in gate.app.url_map.iter_rules()
        for method in sorted((rule.methods or set()) & (READ | WRITE))
    ]
    return sorted(found, key=lambda one: (one.rule.endpoint, one.method, one.rule.rule))


def stages(gate: Gate, side: str, address: Address) -> Iterator[tuple[str, dict[str, object]]]:
    """The files of `side` that hold a record for all that the address asks."""
    for name, key in gate.world.stages.items():
        if name.startswith(side) and name.endswith("support") == address.support:
            with gate.factory() as session:
                values = fill(gate, session, address, key, side)
            if values is not None:
                yield name, values


def first(gate: Gate, side: str, address: Address) -> dict[str, object]:
    """The values for the first file of `side` that has them; sought once, as long as they stay."""
    key = (side, address.name, address.rule.rule)
    if key not in gate.firsts:
        found = stages(gate, side, address) if address.asks else iter(())
        gate.firsts[key] = next(found, ("", dict[str, object]()))[1]
    return gate.firsts[key]


def fill(
    gate: Gate, session: Session, address: Address, key: UUID, side: str
) -> dict[str, object] | None:
    """A value for each part of the address, of this one file; None where it has no such record."""
    found: dict[str, object] = {}
    for name in address.asks:
        value = _value(gate, session, address, name, key, side)
        if value is None:
            return None
        found[name] = value
    return found


def _value(
    gate: Gate, session: Session, address: Address, name: str, key: UUID, side: str
) -> object | None:
    word = key if name in ("case_id", "file_id") else WORDS.get((address.rule.endpoint, name))
    if word is not None:
        return word
    if name in (
        "user_id",
        "token_id",
        "organisation_id",
        "grant_id",
        "mandate_id",
        "feed_id",
        "filter_id",
        "factor_id",
        "change_id",
    ):
        return _personal(gate, session, address, name, side)
    if name in ("plan_id", "signal_id", "agreement_id", "survey_id", "witness_id"):
        houses = {"agreement_id": _agreement, "survey_id": _survey, "witness_id": _witness}
        find = ({"plan_id": _plan, "signal_id": _signal} | houses)[name]
        return find(gate, session, address, side)
    if name in ("notice_id", "enquiry_id", "clearance_id", "session_id", "approval_id", *WATCH):
        of_people = {"clearance_id": _clearance, "session_id": _sign_in, "approval_id": _approval}
        of_people |= {"alert_id": _alert, "watched_id": _watched, "identity_id": linked.first}
        find = ({"notice_id": _notice, "enquiry_id": _enquiry} | of_people)[name]
        return find(gate, session, address, key, side)
    if name in ("edge_id", "left_id", "right_id"):
        return edges.first(gate, key) if name == "edge_id" else _one_of_two(session, name, key)
    return _of_case(session, address, name, key)


def _of_case(session: Session, address: Address, name: str, key: UUID) -> object | None:
    if name == "lease_id":
        return lent.first(session, address.rule.endpoint, key)
    record = name.endswith("_id")
    return (_record if record else _code)(session, address, name, key)


def _personal(
    gate: Gate, session: Session, address: Address, name: str, side: str
) -> object | None:
    if name == "user_id":
        other = "colleague" if side == "main" else "away-second"
        if address.rule.endpoint.startswith("factor_resets."):
            other = "officer" if side == "main" else "outsider"
        helps = address.rule.endpoint.startswith("track_roles.")
        dated = address.rule.endpoint.startswith(("clearances.", "users.renew_first"))
        helper = "care" if side == "main" else "away-care"
        return gate.world.users[f"zeta-{side}" if dated else helper if helps else other]
    if name == "grant_id":
        asker = gate.world.users["mayor" if side == "main" else "away-mayor"]
        return session.scalar(select(RoleGrant.id).where(RoleGrant.asked_by_id == asker))
    if name == "mandate_id":
        house = gate.world.actors["mayor" if side == "main" else "away-mayor"].organisation_id
        state = "confirmed" if address.rule.endpoint == "mandates.end_mandate" else "waiting"
        query = select(Mandate.id).where(Mandate.organisation_id == house)
        return session.scalar(query.where(Mandate.state == state))
    owner = gate.world.users["officer" if side == "main" else "outsider"]
    house = session.get_one(User, owner).organisation_id
    if name == "organisation_id":
        return house
    if name == "change_id":
        table = ThresholdChange
        found = session.scalar(select(table.id).where(table.organisation_id == house))
        heeded = address.rule.endpoint.startswith("processing.")
        return heard.first(session, house) if heeded else found
    table = OWN.get(name, Token)
    return session.scalar(select(table.id).where(table.user_id == owner))


def _clearance(
    gate: Gate, session: Session, address: Address, key: UUID, side: str
) -> object | None:
    """The date of admission of whoever else stands in these addresses on this side."""
    del address, key
    holder = gate.world.users[f"zeta-{side}"]
    return session.scalar(select(Clearance.id).where(Clearance.user_id == holder))


def _sign_in(gate: Gate, session: Session, address: Address, key: UUID, side: str) -> object | None:
    """A sign-in of somebody of this side on another machine."""
    del gate, address, key
    mark = digest_of(f"another machine of {side}")
    return session.scalar(select(SignIn.id).where(SignIn.digest == mark))


def _signal(gate: Gate, session: Session, address: Address, side: str) -> object | None:
    """A signal of this side, in the state that the address needs."""
    owner = gate.world.actors["officer" if side == "main" else "outsider"]
    return signals.first(session, address.rule.endpoint, owner.organisation_id)


def _agreement(gate: Gate, session: Session, address: Address, side: str) -> object | None:
    """An agreement of this side: a draft, one that waits for a signature, or one that is signed."""
    keeper = gate.world.actors["coordinator" if side == "main" else "away-coordinator"]
    wanted = {"answer_checklist": "Draft", "commit_party": "Draft", "offer": "Draft"}
    wanted |= {"write_template": "Draft", "place": "Draft", "fill_map": "Draft"}
    wanted |= {"sign": "Offered"} | (
        {"show_agreement": "Offered", "show_map": "Offered"} if side == "away" else {}
    )
    title = wanted.get(address.rule.endpoint.partition(".")[2], "Convenant Monde")
    query = select(Agreement.id).where(Agreement.organisation_id == keeper.organisation_id)
    return session.scalar(query.where(Agreement.title == title))


def _survey(gate: Gate, session: Session, address: Address, side: str) -> object | None:
    """The round of the survey of this side, which is open."""
    keeper = gate.world.actors["coordinator" if side == "main" else "away-coordinator"]
    query = select(Survey.id).where(Survey.organisation_id == keeper.organisation_id)
    return session.scalar(query)


def _witness(_: Gate, session: Session, __: Address, ___: str) -> object | None:
    """There is one trail, so that both sides have one witness."""
    return session.scalar(select(Witness.id))


def _plan(gate: Gate, session: Session, address: Address, side: str) -> object | None:
    """A plan over the files of this side, in the state that the address needs."""
    files = {str(key) for name, key in gate.world.stages.items() if name.startswith(side)}
    wanted = "approved" if address.rule.endpoint == "retention.execute_plan" else "waiting"
    rows = session.scalars(select(DestructionPlan).where(DestructionPlan.state == wanted))
    return next((row.id for row in rows if row.content["lines"][0]["id"] in files), None)


def _enquiry(gate: Gate, session: Session, address: Address, key: UUID, side: str) -> object | None:
    """A question for contact: one's own, or that of the colleague beside."""
    own, beside = (gate.world.stages[f"{side}.{each}"] for each in ("assess", "beside"))
    return contacts.first(session, address.rule.endpoint, key, beside, own)


def _approval(_: Gate, session: Session, address: Address, key: UUID, __: str) -> object | None:
    """What waits, or was taken back, about this file."""
    return asked.first(session, address.rule.endpoint, key)


def _alert(_: Gate, session: Session, __: Address, ___: UUID, side: str) -> object | None:
    """The question about looks of this side."""
    return lent.alert(session, side)


def _watched(_: Gate, session: Session, __: Address, ___: UUID, side: str) -> object | None:
    """What a reviewer marked on this side."""
    return lent.entry(session, side)


def _notice(gate: Gate, session: Session, _: Address, key: UUID, side: str) -> object | None:
    """The notice about the case that only somebody beside may see."""
    query = select(CaseNotice.id).where(CaseNotice.case_id == key)
    return session.scalar(
        query.where(CaseNotice.other_case_id == gate.world.stages[f"{side}.beside"])
    )


def _one_of_two(session: Session, name: str, key: UUID) -> object | None:
    """Two people of a case who may be compared."""
    query = select(Person.id).where(Person.case_id == key, Person.protected.is_(False))
    two = session.scalars(query.order_by(Person.label, Person.id).limit(2)).all()
    return two[name == "right_id"] if len(two) > 1 else None


def _record(session: Session, address: Address, name: str, key: UUID) -> object | None:
    tables = TABLES | (OF_SUPPORT if address.support else {})
    called = tables.get(name) or "".join(part.title() for part in name[:-3].split("_"))
    table: type[Base] | None = getattr(bureau.model, called, None)
    if table is None:
        raise LookupError(f"Teach tests/walls/addresses.py which record {name} is.")
    if name == "job_id":
        query = select(table).where(table.scope == f"case:{key}")  # type: ignore[attr-defined]
        return getattr(session.scalars(query).first(), "id", None)
    owner = "file_id" if hasattr(table, "file_id") else "case_id"
    # Of disclosures the last in number: it has a notice and waits for feedback.
    order: Any = Disclosure.number.desc() if table is Disclosure else table.id  # type: ignore[attr-defined]
    query = select(table).where(getattr(table, owner) == key).order_by(order)
    if name == "identifier_id":
        query = query.where(table.scheme == "bsn")  # type: ignore[attr-defined]
    rows = session.scalars(query).all()
    endpoint = address.rule.endpoint
    wanted = STATES.get(endpoint) or STATES.get(endpoint.partition(".")[2], "")
    fit = [row for row in rows if getattr(row, "state", wanted) == wanted] or rows
    shut = endpoint == "documents.share_document"
    return next((row.id for row in fit if getattr(row, "restricted", shut) == shut), None)


def _code(session: Session, address: Address, name: str, key: UUID) -> object | None:
    table = {"checklist": Requirement, "indicators": IndicatorAnswer}.get(
        address.rule.endpoint.partition(".")[0]
    )
    if table is not None:
        return session.scalar(select(table.code).where(table.case_id == key).limit(1))
    if name == "ground":
        return "a"
    raise LookupError(f"Teach tests/walls/addresses.py a {name} for {address.rule.endpoint}.")


def written(gate: Gate, address: Address, values: dict[str, object]) -> str:
    """The address as a path."""
    adapter = gate.app.url_map.bind("localhost")
    return adapter.build(address.rule.endpoint, values, method=address.method)


def absent(address: Address, values: dict[str, object]) -> dict[str, object]:
    """The same address for records that nobody ever made."""
    ids = [name for name in values if name.endswith("_id") and name != "edge_id"]
    return {**values, **dict.fromkeys(ids, NOWHERE)}


def bare(path: str) -> str:
    """A path without its ids, to compare answers by."""
    return re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>", path)
