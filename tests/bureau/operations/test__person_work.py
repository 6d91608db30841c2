"""What is told about the work: nothing of a judgement in the making, then all of it."""

import pytest

from bureau.operations import indicators, notes
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test__person_parts import parts

pytestmark = ON_SQLITE
UNSHOWN = ("indicators", "notes", "weighing")


@pytest.fixture
def worked(road):
    """A case with indicators computed and a note, before and after the intention."""
    road.to_care()
    with road.by("officer", "03-14") as work:
        indicators.compute_indicators(work, road.id)
        notes.add_note(work, road.id, "The applicant called and asked how long it takes.")
    return road


def test_until_the_intention_it_is_only_counted_then_it_is_told(worked):
    before = parts(worked, "03-14")
    assert [before[name] for name in UNSHOWN] == [[], [], []]
    assert before["steps"]
    assert not any(row["reason"] for row in before["steps"])
    worked.weigh().step("T31", "03-17")
    worked.intend()
    after = parts(worked, "03-18")
    codes = {row["indicator"] for row in after["indicators"]}
    assert "FIN-01" in codes
    assert "OPS-05" not in codes
    assert after["notes"][0]["text"].startswith("The applicant called")
    assert after["weighing"][0]["conclusion"]
    assert any(row["reason"] for row in after["steps"])
    assert after["letters"] == [] or after["letters"][0]["text"]
