"""What an area was is kept before a change, and read back as on a day."""

from datetime import date

import pytest

from bureau.errors import NotAllowed
from bureau.model import Area
from bureau.operations import _area_heads, _area_view, areas
from tests.bureau.formats.test_boundaries import feature
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_areas import draw, moved

pytestmark = ON_SQLITE


def test_a_boundary_drawn_anew_leaves_the_old_one_readable(road):
    draw(road)
    draw(road, feature(moved(0.5), "Zuidkade"))

    def west(day):
        with road.by("coordinator", "05-01") as work:
            profile = areas.read_area(work, "zuidkade", day)
        return profile.shape.polygons[0][0][0][0], len(profile.changes)

    earlier, none = west(date(2026, 3, 1))
    later, one = west(None)
    assert later - earlier == pytest.approx(0.5)
    assert (none, one) == (0, 1)


def test_an_area_is_over_after_its_last_day_and_not_on_it(road):
    draw(road)
    with road.by("coordinator") as work:
        area = _area_view.found(work, "zuidkade")
        assert not _area_heads.over(area, date(2030, 1, 1))
        last = Area(code="kade", name="Kade", valid_until=work.today)
        assert not _area_heads.over(last, work.today)
        _area_heads.insist_lasting(work, last)
        last.valid_until = date(2026, 1, 1)
        with pytest.raises(NotAllowed):
            _area_heads.insist_lasting(work, last)
