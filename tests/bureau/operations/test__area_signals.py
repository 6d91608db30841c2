"""The profile of an area counts its cases by step: by the month, small numbers kept back."""

from datetime import date

from bureau.operations import areas, case_areas, case_steps
from tests.bureau.operations.place import add_source
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_areas import draw
from tests.bureau.operations.test_case_areas import joint, place

pytestmark = ON_SQLITE


def touch(road, case_id, step="UGB-4"):
    with road.by("coordinator", "03-09") as work:
        source = add_source(work, case_id)
        case_steps.touch_step(work, case_id, step, "performs", "Een telmachine.", [source])


def counts(road, code="zuidkade", on=None, day="05-20"):
    with road.by("coordinator", day) as work:
        found = areas.read_area(work, code, on).signals
    (model,) = (each for each in found.models if each.code == "UGB")
    return found.day, [step.cases for step in model.steps], model.told


def test_cases_are_counted_where_they_lie_and_only_from_five_on(road):
    draw(road)
    placed = {}
    for number in range(11):
        case_id = joint(road, number=number)
        touch(road, case_id)
        if number < 6:
            placed[number] = place(road, case_id), case_id
    assert counts(road, day="03-20") == (date(2026, 3, 1), [None] * 7, False)
    hidden = [None] * 7
    shown = [None, None, None, 6, None, None, None]
    assert counts(road) == (date(2026, 5, 1), shown, True)
    assert counts(road, "loodsbuurt")[1] == hidden
    assert counts(road, on=date(2026, 3, 31))[1] == hidden
    row_id, case_id = placed[0]
    with road.by("coordinator", "05-04") as work:
        case_areas.withdraw_case_area(work, case_id, row_id, "Het was een andere kade.")
    assert counts(road)[1] == shown
    assert counts(road, day="06-02")[1] == [None, None, None, 5, None, None, None]
    assert counts(road, on=date(2026, 5, 31), day="06-02")[1] == shown


def test_a_step_that_hardly_any_case_touches_elsewhere_is_kept_back(road):
    draw(road)
    for number in range(7):
        case_id = joint(road, number=number)
        touch(road, case_id)
        place(road, case_id)
    assert counts(road)[1] == [None] * 7
