"""Boundaries are taken in whole, read by partners, and neighbours are chosen with a reason."""

import pytest

from bureau.errors import AccessDenied, Changed, Invalid, NotFound
from bureau.operations import areas
from tests.bureau.formats.test_boundaries import SQUARE, feature, file
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_boards import bind_police

pytestmark = ON_SQLITE
NAMES = ("Zuidkade", "Loodsbuurt", "Oosterhaven")


def moved(by):
    return [[x + by, y] for x, y in SQUARE]


def draw(road, *features, login="coordinator", dry_run=False, day="03-02"):
    content = file(*(features or [feature(moved(n / 50), name) for n, name in enumerate(NAMES)]))
    with road.by(login, day) as work:
        return areas.import_boundaries(work, content, source="Eigen kaart", dry_run=dry_run)


def test_a_file_is_taken_once_and_a_new_line_replaces_the_old(road):
    assert draw(road, dry_run=True).stored == 3
    assert (draw(road).stored, draw(road).duplicates) == (3, 3)
    taken = draw(road, feature(moved(0.5), "Zuidkade"))
    assert taken.as_json()["stored"] == 1
    with road.by("coordinator") as work:
        shapes = areas.list_areas(work)
    assert [shape.name for shape in shapes] == ["Loodsbuurt", "Oosterhaven", "Zuidkade"]
    assert shapes[2].polygons[0][0][0][0] == pytest.approx(4.1)


def test_two_features_of_one_code_store_nothing(road):
    with pytest.raises(Invalid) as refused:
        draw(road, feature(name="Kade"), feature(moved(1), name="KADE"))
    assert refused.value.where["feature"] == 2
    with road.by("coordinator") as work:
        assert areas.list_areas(work) == ()


def test_partners_read_others_do_not_and_only_the_coordinator_draws(road):
    draw(road)
    bind_police(road)
    with road.by("police") as work:
        assert areas.read_area(work, "zuidkade").shape.name == "Zuidkade"
    with pytest.raises(NotFound), road.by("outsider") as work:
        areas.read_area(work, "zuidkade")
    for login in ("officer", "police", "care"):
        with pytest.raises(AccessDenied):
            draw(road, login=login)


def test_a_ring_and_a_comparison_are_chosen_apart(road):
    draw(road)

    def choose(version, ring, comparison):
        with road.by("coordinator") as work:
            areas.choose_neighbours(work, "zuidkade", version, ring, comparison, "Grenst aan.")

    choose(1, ["loodsbuurt"], "oosterhaven")
    with road.by("coordinator") as work:
        found = areas.read_area(work, "zuidkade")
    assert (found.ring, found.comparison, found.version) == (("loodsbuurt",), "oosterhaven", 2)
    with pytest.raises(Changed):
        choose(1, [], "loodsbuurt")
    for ring, comparison in ((["loodsbuurt"], "loodsbuurt"), (["zuidkade"], ""), ([], "nowhere")):
        with pytest.raises(Invalid):
            choose(2, ring, comparison)
