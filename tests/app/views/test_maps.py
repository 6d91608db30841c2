"""The server draws areas to scale, north up, without tiles."""

from app.views import maps
from bureau.operations.areas import AreaShape
from tests.bureau.formats.test_boundaries import SQUARE

SHAPE = AreaShape("kade", "Kade", ((tuple(map(tuple, SQUARE)),),), 76)


def test_an_area_is_drawn_to_scale_with_a_bar():
    found = maps.draw([(SHAPE, "own")])
    assert found is not None
    (area,) = found.areas
    assert area.path.startswith("M")
    assert area.path.endswith("Z")
    assert 0 < area.x < found.width
    assert 0 < area.y < found.height
    assert found.metres in maps.BARS
    assert found.bar <= maps.WIDTH * maps.LONGEST_BAR


def test_nothing_is_drawn_of_nothing():
    assert maps.draw([]) is None
