"""Mappings of rows: kept by name and version, each of a kind that there is."""

import pytest

from bureau.errors import AccessDenied, Invalid
from bureau.operations import row_mappings
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.rows import keep_mapping

pytestmark = ON_SQLITE


def test_a_change_is_a_new_version_and_the_same_again_is_none(work_of, actors):
    assert keep_mapping(work_of, actors.officer, "Personen") == 1
    assert keep_mapping(work_of, actors.officer, "Personen") == 1
    assert keep_mapping(work_of, actors.officer, "Personen", born="") == 2
    with work_of(actors.officer) as work:
        [row] = row_mappings.list_row_mappings(work)
        assert (row.number, row.makes, "born" in row.columns) == (2, "person", False)
        assert row_mappings.read_row_mapping(work, "Personen") == row
    with work_of(actors.outsider) as work:
        assert row_mappings.list_row_mappings(work) == ()
    with pytest.raises(AccessDenied), work_of(actors.second) as work:
        row_mappings.list_row_mappings(work)


@pytest.mark.parametrize(
    ("makes", "columns", "field"),
    [
        ("ship", {}, "makes"),
        ("person", {"family_name": "A", "colour": "B"}, "field"),
        ("person", {"born": "A"}, "family_name"),
        ("deposit", {"account": "A", "on": "B"}, "amount"),
        ("tie", {"from": "A", "to": "B"}, "kind"),
    ],
)
def test_an_unknown_kind_or_field_and_one_that_is_needed_are_refused(
    work_of, actors, makes, columns, field
):
    with pytest.raises(Invalid) as refused, work_of(actors.officer) as work:
        row_mappings.save_row_mapping(work, "X", makes, columns, {})
    assert refused.value.where["field"] == field
