"""A number belongs to one party of a case, and a wrong one is out of use once it is put right."""

import pytest

from bureau.errors import Invalid
from bureau.model import Identifier
from bureau.operations import parties, party_corrections
from bureau.operations.sources import Learnt
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
FIRST, SECOND = "69599084", "68750110"


def company(road, name, kvk):
    with road.by("officer", "03-03") as work:
        made = parties.record_company(work, road.id, Learnt(road.source), name=name, kvk=kvk)
        work.session.flush()
        return made.identifiers[0].id


def correct(road, number, value):
    with road.by("officer", "03-04") as work:
        row = work.session.get_one(Identifier, number)
        party_corrections.correct_number(work, road.id, number, row.version, value, "misread")


def test_a_number_that_was_wrong_is_free_for_the_company_that_has_it(road):
    number = company(road, "Een B.V.", FIRST)
    with pytest.raises(Invalid):
        company(road, "Twee B.V.", FIRST)
    correct(road, number, SECOND)
    company(road, "Twee B.V.", FIRST)


def test_a_number_is_not_corrected_into_that_of_another_party(road):
    company(road, "Een B.V.", FIRST)
    number = company(road, "Twee B.V.", SECOND)
    with pytest.raises(Invalid, match="in the case already"):
        correct(road, number, FIRST)
