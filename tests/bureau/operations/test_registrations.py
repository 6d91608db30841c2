"""An application as it comes in: the case, who applies and where letters go, in one act."""

from datetime import date

import pytest
from sqlalchemy import func, select

from bureau.errors import AccessDenied, Invalid
from bureau.model import Case, Screening
from bureau.operations import letters, parties, registrations, sources
from bureau.operations.registrations import Applicant, Words
from tests.bureau.operations.road import ON_SQLITE, at

pytestmark = ON_SQLITE

WORDS = Words("The application", "handed in by the applicant", "registered")
PLACED = {"street": "Kadeplein", "number": "3", "postcode": "9999ZZ", "city": "Havermonde"}


def register(work, **who):
    given = {"kind": "company", "name": "Eethuis De Proef B.V.", **who}
    about = {"scope": "SC02", "received_on": date(2026, 3, 2)}
    return registrations.register(work, "Eethuis De Proef", Applicant(**given), WORDS, **about)


def test_it_opens_the_case_with_its_applicant_and_stands_at_the_scope_test(work_of, actors):
    with work_of(actors.officer, at("03-03")) as work:
        case = register(work, kvk="90000013")
        kept = work.session.scalars(select(Screening)).one()
        party = parties.read_party(work, case.id, kept.applicant_id)
        [source] = sources.list_sources(work, case.id)
        assert (case.state, [move.transition for move in case.moves]) == ("ST20", ["T02"])
        assert (party.label, [row.role for row in party.roles]) == (
            "Eethuis De Proef B.V.",
            ["R01"],
        )
        assert (source.title, source.origin) == ("The application", "Eethuis De Proef B.V.")
        assert (source.obtained_on, source.reliability) == (date(2026, 3, 2), "F")


@pytest.mark.parametrize(
    ("who", "first"),
    [
        ({}, "Kadeplein 3"),
        ({"kind": "person", "given_names": "Anna", "name": "Voorbeeld"}, "Kadeplein 3"),
    ],
)
def test_letters_go_to_the_address_that_the_application_names(work_of, actors, who, first):
    with work_of(actors.officer, at("03-03")) as work:
        case = register(work, **who, **PLACED)
        made = letters.compose_letter(work, case.id, "receipt", letters.Wanted())
        assert made.written.address.splitlines() == [first, "9999 ZZ  HAVERMONDE"]


@pytest.mark.parametrize(
    ("who", "field"),
    [
        ({"name": " "}, "applicant_name"),
        ({"kind": "ship"}, "applicant_kind"),
        ({"kvk": "123"}, "kvk"),
        ({"city": "Havermonde"}, "street"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(work_of, actors, who, field):
    with pytest.raises(Invalid) as refusal, work_of(actors.officer, at("03-03")) as work:
        register(work, **who)
    assert refusal.value.where["field"] == field
    with work_of(actors.officer) as work:
        assert work.session.scalar(select(func.count(Case.id))) == 0


def test_only_who_may_open_a_case_registers(work_of, actors):
    with pytest.raises(AccessDenied), work_of(actors.mayor, at("03-03")) as work:
        register(work)


def test_a_case_that_ran_before_is_registered_on_its_own_day(work_of, actors):
    applicant = Applicant(kind="company", name="Eethuis De Proef B.V.")
    about = {"scope": "SC02", "received_on": date(2026, 3, 2)}
    with work_of(actors.officer, at("03-20")) as work:
        case = registrations.register(
            work, "Eethuis", applicant, WORDS, registered_on=date(2026, 3, 4), **about
        )
        assert [move.taken_on for move in case.moves] == [date(2026, 3, 4)]
    for day in (date(2026, 3, 1), date(2026, 3, 21)):
        with pytest.raises(Invalid), work_of(actors.officer, at("03-20")) as work:
            registrations.register(work, "X", applicant, WORDS, registered_on=day, **about)
