"""What a page shows of records: the clock in words, and those of the case only."""

from datetime import date
from uuid import uuid4

import pytest

from bureau.operations import parties, records
from bureau.operations._record_view import clock, records_by_id
from bureau.operations.records import RecordTerms
from bureau.policy import Permission
from tests.bureau.operations.road import ON_SQLITE


@pytest.mark.parametrize(
    ("seconds", "text"), [(None, ""), (0, "00:00"), (52_200, "14:30"), (52_205, "14:30:05")]
)
def test_a_moment_reads_as_a_clock(seconds, text):
    assert clock(seconds) == text


@ON_SQLITE
def test_records_are_found_by_id_in_order_and_strangers_are_not(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        firm = parties.record_company(work, case_id, learnt, name="De Kade").id
        made = [
            records.add_record(
                work,
                case_id,
                "takings",
                RecordTerms(on=date(2026, 1, day), amount="1", parties={"company": firm}),
                learnt,
            ).id
            for day in (9, 3)
        ]
        case = work.case(case_id, Permission.NETWORK_READ)
        found = records_by_id(work, case, [*made, uuid4()])
        assert [row.id for row in found] == made[::-1]
