"""Which file may be opened for a while."""

import pytest

from bureau.errors import NotFound
from bureau.operations import _leases


def test_a_file_of_ones_own_needs_no_lease(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        reference = work.case(case_id, "case.read").reference
        for asked in (reference, "", "nothing", "\0"):
            with pytest.raises(NotFound):
                _leases.file_called(work, asked)


def test_nobody_is_suspended_who_never_asked(work_of, actors):
    with work_of(actors.coordinator) as work:
        assert not _leases.suspended(work)
        assert list(work.session.scalars(_leases.waiting(work))) == []
