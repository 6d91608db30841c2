"""The table of sharing, read by anybody who works here."""

import pytest

from bureau.errors import Invalid
from bureau.operations import sharing_tables
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def table(work_of, actors, *asked):
    with work_of(actors.police) as work:
        return sharing_tables.read_sharing(work, *asked)


def test_every_category_is_decided_for_the_kind_and_phase_asked(work_of, actors):
    found = table(work_of, actors, "PORT", "P3")
    assert len(found.rows) > 25
    for row in found.rows:
        assert bool(row.open) != bool(row.closed)
    told = {row.category.code: row for row in found.rows}
    assert [way.code for way, _ in told["RESULT"].open] == ["THIRD"]
    assert "1.7(6)" in told["RESULT_TAX"].closed.basis
    assert told["AREA"].open


def test_one_way_alone_can_be_looked_at(work_of, actors):
    found = table(work_of, actors, "TAX", "P1", "wgs", "REPORT")
    assert all(row.closed for row in found.rows)
    assert {row.closed.row[1] for row in found.rows} == {"regime", "never"}


@pytest.mark.parametrize(
    "asked", [("NOBODY", "P1"), ("PORT", "P4"), ("PORT", "P1", "x"), ("PORT", "P1", "wgs", "x")]
)
def test_what_no_table_knows_is_refused_in_words(work_of, actors, asked):
    with pytest.raises(Invalid):
        table(work_of, actors, *asked)


def test_the_kinds_are_those_of_the_partner_table(work_of, actors):
    with work_of(actors.officer) as work:
        assert len(sharing_tables.list_partner_kinds(work)) == 23
