"""Records of rows: what the table of records asks, with the column that is wrong."""

import pytest

from bureau.errors import Invalid
from bureau.operations import row_mappings
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.rows import keep_mapping, take

pytestmark = ON_SQLITE


@pytest.mark.parametrize(
    ("cell", "column"),
    [("2026-01-03;25:00;1.00", "Uur"), ("2026-13-03;;1.00", "Dag"), (";;1.00", "Dag")],
)
def test_the_column_that_is_wrong_is_named(work_of, actors, case_id, cell, column):
    keep_mapping(work_of, actors.officer, "Rekeningen")
    take(work_of, actors.officer, case_id, "Rekeningen")
    columns = {"account": "=NL00FICT0000000001", "on": "Dag", "time": "Uur", "amount": "Bedrag"}
    with work_of(actors.officer) as work:
        row_mappings.save_row_mapping(work, "Stortingen", "deposit", columns, {})
    with pytest.raises(Invalid) as refused:
        take(work_of, actors.officer, case_id, "Stortingen", f"Dag;Uur;Bedrag\n{cell}\n")
    assert (refused.value.where["line"], refused.value.where["column"]) == (2, column)
