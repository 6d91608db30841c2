"""Dutch grid coordinates (RD, EPSG:28992) as degrees of WGS84, to about a quarter of a metre.

The series is that of Schreutelkamp and Strang van Hees (2001), around Amersfoort.
"""

X0, Y0 = 155000.0, 463000.0
LAT0, LON0 = 52.15517440, 5.38720621
WEST, EAST, SOUTH, NORTH = -7000.0, 300000.0, 289000.0, 629000.0  # metres: where RD is used
_LAT = (
    *((0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.24750), (2, 1, -0.84978)),
    *((0, 3, -0.06550), (2, 2, -0.01709), (1, 0, -0.00738), (4, 0, 0.00530)),
    *((2, 3, -0.00039), (4, 1, 0.00033), (1, 1, -0.00012)),
)
_LON = (
    *((1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885)),
    *((1, 3, 0.05594), (3, 1, -0.05607), (0, 1, 0.01199), (3, 2, -0.00256)),
    *((1, 4, 0.00128), (0, 2, 0.00022), (2, 0, -0.00022), (5, 0, 0.00026)),
)


def inside(x: float, y: float) -> bool:
    """Whether a point in metres lies where RD is used."""
    return WEST <= x <= EAST and SOUTH <= y <= NORTH


def degrees(x: float, y: float) -> tuple[float, float]:
    """Longitude and latitude in degrees of a point in metres."""
    dx, dy = (x - X0) * 1e-5, (y - Y0) * 1e-5
    lat = LAT0 + sum(factor * dx**p * dy**q for p, q, factor in _LAT) / 3600
    lon = LON0 + sum(factor * dx**p * dy**q for p, q, factor in _LON) / 3600
    return lon, lat
