"""A person places a partnership case in an area that holds, for a reason, and takes it back."""

from datetime import date

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.operations import area_changes, case_areas
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind
from tests.bureau.operations.place import open_case
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_areas import draw

pytestmark = ON_SQLITE


def joint(road, *others, number=0, login="coordinator"):
    with road.by(login) as work:
        return open_case(
            work,
            *others,
            kind=CaseKind.PARTNERSHIP,
            title=f"Kade {number}",
            reference=f"PAR-{number}",
        )


def place(road, case_id, code="zuidkade", why="De garageboxen staan daar.", **by):
    with road.by(by.get("login", "coordinator"), by.get("day", "03-09")) as work:
        return case_areas.place_case(work, case_id, code, why).id


def lines(road, case_id):
    with road.by("coordinator") as work:
        return case_areas.list_case_areas(work, case_id)


def test_a_case_is_placed_for_a_reason_and_taken_back_and_both_stay(road, trail):
    draw(road)
    case_id = joint(road)
    row_id = place(road, case_id)
    (line,) = lines(road, case_id)
    assert (line.name, line.why, line.by) == (
        "Zuidkade",
        "De garageboxen staan daar.",
        "Coordinator",
    )
    with pytest.raises(NotAllowed):
        place(road, case_id)
    place(road, case_id, "loodsbuurt")
    with road.by("coordinator") as work:
        case_areas.withdraw_case_area(work, case_id, row_id, "Het was een andere kade.")
    with road.by("coordinator") as work:
        assert case_areas.read_case_area(work, case_id, row_id).withdrawn_by == "Coordinator"
    assert [line.code for line in lines(road, case_id)] == ["loodsbuurt", "zuidkade"]
    with pytest.raises(NotAllowed), road.by("coordinator") as work:
        case_areas.withdraw_case_area(work, case_id, row_id, "x")
    assert [each.kind for each in trail()].count(EventKind.CASE_PLACED) == 3


def test_a_screening_an_ended_area_and_an_unknown_one_are_refused(road):
    draw(road)
    case_id = joint(road)
    with pytest.raises(NotAllowed) as refused:
        place(road, road.id, login="officer")
    assert refused.value.where["guard"] == "partnership"
    with road.by("officer") as work:
        assert case_areas.list_area_choices(work, road.id) == ()
    for wrong in ({"code": "nowhere"}, {"why": " "}):
        with pytest.raises(Invalid):
            place(road, case_id, **wrong)
    with road.by("coordinator") as work:
        area_changes.end_area(work, "zuidkade", 1, date(2026, 3, 5), "Gesloopt.")
    with road.by("coordinator", "03-09") as work:
        known = [code for code, _ in case_areas.list_area_choices(work, case_id)]
    assert known == ["loodsbuurt", "oosterhaven"]
    with pytest.raises(NotAllowed):
        place(road, case_id)


def test_whoever_takes_no_part_neither_reads_nor_places(road):
    draw(road)
    case_id = joint(road, road.actors.police)
    for login in ("officer", "police", "care"):
        with pytest.raises(AccessDenied):
            place(road, case_id, login=login)
        with pytest.raises(AccessDenied), road.by(login) as work:
            case_areas.list_case_areas(work, case_id)
