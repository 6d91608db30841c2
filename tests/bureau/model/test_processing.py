"""An entry of the register keeps what it covers."""

from datetime import UTC, datetime

from bureau.model import ProcessingChange
from bureau.rules.events import EventKind


def test_an_entry_keeps_the_rows_it_covers(work_of, actors, sessions):
    with work_of(actors.coordinator) as work:
        row = ProcessingChange(
            house_id=actors.coordinator.organisation_id,
            number=1,
            cover="founding",
            covers={"pattern:UB-03": "abc"},
            by_id=actors.coordinator.id,
            at=datetime(2026, 3, 2, tzinfo=UTC),
        )
        work.session.add(row)
        work.record(EventKind.PROCESSING_FOUNDED, row)
        key = row.id
    with sessions() as session:
        kept = session.get_one(ProcessingChange, key)
        assert kept.covers == {"pattern:UB-03": "abc"}
        assert (kept.by.login, kept.withdrawn_at) == ("coordinator", None)
