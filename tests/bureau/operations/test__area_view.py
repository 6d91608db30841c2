"""An area keeps its rings as plain lists and is drawn from points."""

from datetime import date

from bureau.model import Area
from bureau.operations import _area_view
from tests.bureau.formats.test_boundaries import SQUARE


def test_rings_come_back_as_points_with_their_surface():
    polygons = ((tuple((x, y) for x, y in SQUARE),),)
    area = Area(code="kade", name="Kade", polygons=_area_view.rings(polygons))
    shape = _area_view.shape("kade", area, date(2026, 3, 2))
    assert shape.polygons == polygons
    assert 70 < shape.hectares < 80
