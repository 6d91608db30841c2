"""Who sits at a table: members of the case, and only where they were admitted."""

import pytest

from bureau.errors import AccessDenied, NotAllowed, NotFound
from bureau.model import Case
from bureau.operations._seats import insist_open, item_of, partner, places
from bureau.rules.agenda import Phase
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    return Table(work_of, actors)


def test_a_seat_that_was_admitted_finds_the_item(table):
    with table.by("police") as work:
        case = work.session.get_one(Case, table.case)
        assert item_of(work, case, table.item).title == "Loods 4"


def test_a_member_without_a_seat_does_not(table):
    with pytest.raises(AccessDenied), table.by("customs") as work:
        item_of(work, work.session.get_one(Case, table.case), table.item)


def test_a_record_that_is_no_item_of_this_case_is_not_there(table):
    with pytest.raises(NotFound), table.by("police") as work:
        item_of(work, work.session.get_one(Case, table.case), table.meeting)


def test_places_tell_the_phases_of_each_member(table):
    with table.by("coordinator") as work:
        case = work.session.get_one(Case, table.case)
        found = {place.user.login: list(place.phases) for place in places(work, case)}
        assert found["customs"] == ["P2", "P3"]
        tax = partner(work, case, "tax")
        insist_open(work, case, tax, Phase.WEIGHING)
        with pytest.raises(NotAllowed, match="Belastingdienst"):
            insist_open(work, case, tax, Phase.ENRICHMENT)


def test_a_partner_is_a_member_of_the_case(table):
    with table.by("coordinator") as work:
        case = work.session.get_one(Case, table.case)
        assert partner(work, case, "tax").login == "tax"
        for login in ("prosecutor", "care", "nobody", ""):
            with pytest.raises(NotFound) as refusal:
                partner(work, case, login)
            assert refusal.value.where == {"field": "login"}
