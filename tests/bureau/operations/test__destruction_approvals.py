"""A plan of destruction is agreed to with each of its lines in view."""

import pytest

from bureau.operations import approvals
from tests.bureau.operations.agreeing import agree, waiting
from tests.bureau.operations.kept_case import LAST, KeptCase
from tests.bureau.operations.reporting import add_second
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def kept(work_of, actors, sessions):
    return KeptCase(work_of, actors, add_second(sessions))


def test_it_is_agreed_to_on_the_page_of_the_second_person_too(kept, sessions):
    plan = kept.plan()
    second = lambda: kept.by("second", LAST)  # noqa: E731 - a way in, said once
    [asked] = waiting(second)
    with second() as work:
        says = approvals.open_request(work, asked).says
    assert len(says["lines"]) == 1
    assert says["lines"][0].startswith(kept.reference)
    assert agree(second) == ["approved"]
    kept.execute(plan)
