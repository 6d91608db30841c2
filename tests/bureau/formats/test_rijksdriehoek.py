"""Dutch grid coordinates land where the survey says."""

import pytest

from bureau.formats.rijksdriehoek import degrees, inside


@pytest.mark.parametrize(
    ("x", "y", "lon", "lat"),
    [(155000, 463000, 5.38720621, 52.1551744), (120700.723, 487525.502, 4.88352559, 52.37453253)],
)
def test_known_points_are_found_within_metres(x, y, lon, lat):
    found = degrees(x, y)
    assert abs(found[0] - lon) < 0.00001
    assert abs(found[1] - lat) < 0.00001
    assert inside(x, y)


def test_degrees_are_no_metres():
    assert not inside(4.9, 52.4)
