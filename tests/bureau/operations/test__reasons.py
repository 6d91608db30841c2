"""What is asked of a reason to look."""

import pytest

from bureau.errors import Invalid
from bureau.operations import _reasons


def test_a_reason_is_kept_without_blanks_and_refused_when_it_says_nothing(work_of, actors):
    with work_of(actors.officer) as work:
        assert _reasons.insist(work, "  The lender of this case  ", "reason") == (
            "The lender of this case"
        )
        for empty in ("", "  ", "no", "why why why why why why"):
            with pytest.raises(Invalid):
                _reasons.insist(work, empty, "reason")
