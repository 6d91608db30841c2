"""Which outcomes a decision can have."""

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.model import Case
from bureau.operations import _outcomes
from tests.bureau.operations.road import ON_SQLITE, Road

pytestmark = ON_SQLITE


def insist(road, outcome):
    with road.by("officer", "03-20") as work:
        return _outcomes.insist_possible(work, work.session.get_one(Case, road.id), outcome)


@pytest.mark.parametrize(
    ("scope", "stage", "fitting"),
    [
        ("SC02", "application", {"grant", "grant_with_conditions", "refuse"}),
        ("SC02", "existing", {"keep", "grant_with_conditions", "withdraw"}),
        ("SC22", "application", {"grant", "grant_with_conditions", "no_deal"}),
    ],
)
def test_the_outcomes_fit_the_kind_of_decision_and_the_stage(
    work_of, actors, scope, stage, fitting
):
    road = Road(work_of, actors, scope=scope, stage=stage)
    with pytest.raises(Invalid) as refusal:
        insist(road, "reward")
    assert set(refusal.value.hint.removeprefix("Possible are: ").rstrip(".").split(", ")) == fitting


def test_an_outcome_that_is_closed_names_what_closes_it(road):
    with pytest.raises(NotAllowed) as refusal:
        insist(road, "refuse")
    assert refusal.value.where["guard"] == "may_refuse"
    assert insist(road, "grant").may_grant
