"""References of cases: random, of the kind and the year, and held by nobody."""

import pytest

from bureau.operations import _case_references
from bureau.rules.vocabulary import CaseKind


@pytest.mark.parametrize(("kind", "prefix"), [("screening", "SCR"), ("partnership", "PAR")])
def test_a_reference_says_its_kind_and_year_and_no_number(work_of, actors, kind, prefix):
    with work_of(actors.officer) as work:
        some = {_case_references.free(work, CaseKind(kind)) for _ in range(20)}
    assert len(some) == 20
    assert all(one.startswith(f"{prefix}-2026-") for one in some)
