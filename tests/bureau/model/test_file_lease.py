"""A file of a colleague that stands open for a while."""

from datetime import timedelta

from bureau.model import FileLease
from tests.conftest import NOW


def test_it_runs_from_its_begin_until_before_its_end():
    row = FileLease(urgent=False, from_at=NOW, until_at=NOW + timedelta(hours=1))
    assert row.runs(NOW)
    assert not row.runs(NOW + timedelta(hours=1))
    assert not FileLease(urgent=True).runs(NOW)


def test_only_an_emergency_that_opened_a_file_waits_for_a_review():
    assert FileLease(urgent=True, from_at=NOW).unreviewed()
    assert not FileLease(urgent=False, from_at=NOW).unreviewed()
    assert not FileLease(urgent=True).unreviewed()
    assert not FileLease(urgent=True, from_at=NOW, reviewed_at=NOW).unreviewed()
