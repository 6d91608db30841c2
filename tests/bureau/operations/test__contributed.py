"""What is brought to an item stands in the sharing register, and is recalled there with it."""

import pytest
from sqlalchemy import select

from bureau.model import Contribution, Disclosure
from bureau.operations import contributions
from bureau.operations._contributed import LEFT_OUT
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table
from tests.bureau.operations.test_contributions import TOLD, bring

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    return Table(work_of, actors)


def register(table):
    """The entries as (recipient, recalled, answers owed), in their order."""
    with table.by("coordinator") as work:
        query = select(Disclosure).where(Disclosure.case_id == table.case)
        rows = work.session.scalars(query.order_by(Disclosure.number)).unique()
        return [
            (row.receiver.code, row.recall_reason, len([n for n in row.notices if not n.answer]))
            for row in rows
        ]


def release(table, row, *logins):
    seats = [table.seat(login) for login in logins]
    with table.by("police") as work:
        contributions.release_contribution(work, table.case, row, seats)


def test_each_organisation_that_reads_it_stands_in_the_register(table, trail):
    bring(table, "tax", "coordinator")
    assert sorted(register(table)) == sorted(
        [(table.code("tax"), "", 0), (table.code("coordinator"), "", 0)]
    )
    giver = table.code("police")
    with table.by("police") as work:
        row = work.session.scalars(select(Disclosure).where(Disclosure.number == 1)).unique().one()
        assert (row.giver.code, row.category, row.way) == (giver, TOLD.category, "JOIN")
        assert row.phase == "P2"
        assert row.basis.endswith(f"; {TOLD.basis}")
        assert (row.says, row.item_id, row.purpose) == ("", table.item, "Wgs 2.22")
        assert row.necessity in ("own information", "chair of the meeting")
    assert [event.kind for event in trail()].count("disclosure.made") == 2


def test_what_stays_in_the_own_house_is_no_disclosure(table):
    bring(table)
    assert register(table) == []


def test_whoever_is_left_out_is_told_and_may_be_let_in_again(table):
    row = bring(table, "tax")
    release(table, row, "coordinator")
    tax, city = table.code("tax"), table.code("coordinator")
    assert register(table) == [(tax, LEFT_OUT, 1), (city, "", 0)]
    release(table, row, "coordinator", "tax")
    assert register(table) == [(tax, LEFT_OUT, 1), (city, "", 0), (tax, "", 0)]


def test_a_recalled_contribution_is_recalled_from_all_who_read_it(table):
    row = bring(table, "tax", "coordinator")
    with table.by("police") as work:
        contributions.recall_contribution(work, table.case, row, "not ours to share")
    assert {each[1:] for each in register(table)} == {("not ours to share", 1)}
    with table.by("police") as work:
        assert work.session.get_one(Contribution, row).text is None
