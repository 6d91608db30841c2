"""An application as it comes in: its case, who applies and where letters go, in one act."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from bureau.model import Case, Company, Person
from bureau.operations import _procedure, cases, parties, sources, ties
from bureau.operations._checks import one_of, past, said
from bureau.operations._facts import Learnt
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind, EntityKind, Reliability, TieKind
from bureau.work import Work

CONCERNED, REGISTERED = "R01", "T02"
PLACE = ("street", "number", "addition", "postcode", "city")
BASIS = "Awb 4:1, 4:2"


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who applies, as the application says; the address is where letters go."""

    kind: str
    name: str
    given_names: str = ""
    kvk: str = ""
    street: str = ""
    number: str = ""
    addition: str = ""
    postcode: str = ""
    city: str = ""

    @property
    def placed(self) -> bool:
        """Whether any part of an address was given."""
        return any(getattr(self, part).strip() for part in PLACE)


@dataclass(frozen=True, slots=True)
class Words:
    """What the application is called as a source, how it came in, and why it is registered."""

    source: str
    how: str
    reason: str


def register(
    work: Work,
    title: str,
    applicant: Applicant,
    words: Words,
    *,
    registered_on: date | None = None,
    **about: Any,
) -> Case:
    """Open a screening with its applicant as person concerned and take it to ST20 (T02).

    `registered_on` is today if left open; steps may follow from that day on. `about` is what
    cases.open_case asks: scope, received_on, stage, authority, weeks. The application itself
    becomes source 1, not yet graded. Raises Invalid for a company without a name, a person
    without a family name, a number that is none.
    """
    work.require(Permission.CASE_OPEN)
    case = cases.open_case(work, CaseKind.SCREENING, title, **about)
    work.session.flush()
    screening = _procedure.screening(work, case)
    learnt = _application(work, case, applicant, words, screening.received_on)
    screening.applicant_id = _concerned(work, case, applicant, learnt)
    work.record(EventKind.CASE_CHANGED, screening, part="applicant")
    day = past(work, registered_on, "registered_on", screening.received_on)
    _procedure.move(work, case, REGISTERED, words.reason, day)
    return case


def _concerned(work: Work, case: Case, applicant: Applicant, learnt: Learnt) -> UUID:
    """Who applies, as person concerned, with the address that was given."""
    party = _party(work, case.id, applicant, learnt)
    work.session.flush()
    parties.assign_role(work, case.id, party.id, CONCERNED, learnt=learnt)
    if applicant.placed:
        _placed(work, case.id, party, applicant, learnt)
    return party.id


def _application(
    work: Work, case: Case, applicant: Applicant, words: Words, received_on: date
) -> Learnt:
    row = sources.add_source(
        work,
        case.id,
        title=words.source,
        kind="document",
        origin=said(applicant.name, "applicant_name", 200),
        obtained_on=received_on,
        obtained_how=words.how,
        basis=BASIS,
        reliability=Reliability.F,
    )
    work.session.flush()
    return Learnt(row.id)


def _party(work: Work, case_id: UUID, who: Applicant, learnt: Learnt) -> Person | Company:
    kinds = (EntityKind.COMPANY.value, EntityKind.PERSON.value)
    if one_of(who.kind, "applicant_kind", kinds) == EntityKind.COMPANY:
        return parties.record_company(work, case_id, learnt, name=who.name, kvk=who.kvk)
    return parties.record_person(
        work, case_id, learnt, family_name=who.name, given_names=who.given_names
    )


def _placed(
    work: Work, case_id: UUID, party: Person | Company, who: Applicant, learnt: Learnt
) -> None:
    fields = {part: getattr(who, part) for part in PLACE}
    address = parties.record_address(work, case_id, learnt, **fields)
    work.session.flush()
    kind = TieKind.LIVES_AT if party.kind is EntityKind.PERSON else TieKind.LOCATED_AT
    ties.record_tie(work, case_id, kind, party.id, address.id, learnt=learnt)
