"""Boundaries of areas: GeoJSON polygons (RFC 7946) in WGS84, or in RD where that is said."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from bureau.errors import N_, Invalid, TooLarge
from bureau.formats import rijksdriehoek
from bureau.formats.guard import Limits
from bureau.formats.guard_json import parse

MOST_FEATURES, MOST_POINTS = 500, 200_000
CLOSED = 4  # positions of the smallest ring: a triangle, and the first once more
METRES = 111_320.0  # of a degree of latitude
LIMITS = Limits()
NAMES = ("name", "naam", "NAAM", "Name", "title", "buurtnaam", "wijknaam")
CODES = ("code", "id", "buurtcode", "wijkcode")
WGS84, RD = "wgs84", "rd"
REPAIR = N_("Correct this feature in the file and hand the file in again; nothing was stored.")

Ring = tuple[tuple[float, float], ...]
Polygons = tuple[tuple[Ring, ...], ...]


@dataclass(frozen=True, slots=True)
class Boundary:
    """One area of the file: its number there, a code where it has one, its name and polygons."""

    number: int
    code: str
    name: str
    polygons: Polygons


def read(content: bytes, system: str = WGS84) -> tuple[Boundary, ...]:
    """Every area of a file; raises Invalid with the number of the first feature that is wrong."""
    found = parse(content, LIMITS)
    if not isinstance(found, dict) or found.get("type") not in ("FeatureCollection", "Feature"):
        raise Invalid(
            "This is no GeoJSON with features.",
            where={"field": "file"},
            hint="Export the boundaries as a GeoJSON FeatureCollection of polygons.",
        )
    features = found.get("features") if found["type"] == "FeatureCollection" else [found]
    if not isinstance(features, list) or not features:
        raise Invalid(
            "There is no feature in the file.",
            where={"path": "features"},
            hint="Export the boundaries as a GeoJSON FeatureCollection of polygons.",
        )
    _insist_few(len(features), MOST_FEATURES, "features")
    used = RD if _says_rd(found) else system
    areas = tuple(_feature(each, number, used) for number, each in enumerate(features, start=1))
    points = sum(len(ring) for area in areas for poly in area.polygons for ring in poly)
    _insist_few(points, MOST_POINTS, "points")
    return areas


def hectares(polygons: Polygons) -> float:
    """The surface in hectares, reckoned flat around the middle: for areas of a city."""
    middle = math.radians(polygons[0][0][0][1])
    width = METRES * math.cos(middle)
    return sum(_surface(polygon, width) for polygon in polygons) / 10_000


def _surface(polygon: tuple[Ring, ...], width: float) -> float:
    rings = [abs(_twice(ring)) / 2 * width * METRES for ring in polygon]
    return rings[0] - sum(rings[1:])


def _twice(ring: Ring) -> float:
    x0, y0 = ring[0]
    flat = [(x - x0, y - y0) for x, y in ring]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(flat))


def _feature(feature: Any, number: int, system: str) -> Boundary:
    if not isinstance(feature, dict) or not isinstance(feature.get("geometry"), dict):
        raise _wrong(number, N_("has no geometry"))
    said = feature.get("properties")
    told: Mapping[str, Any] = said if isinstance(said, dict) else {}
    name = next((str(told[key]).strip() for key in NAMES if told.get(key)), "")
    if not name or len(name) > 120:  # noqa: PLR2004 - the length of the column
        raise _wrong(number, N_("has no name of at most 120 characters in its properties"))
    kind, rings = feature["geometry"].get("type"), feature["geometry"].get("coordinates")
    if kind not in ("Polygon", "MultiPolygon") or not isinstance(rings, list) or not rings:
        raise _wrong(number, N_("is no Polygon or MultiPolygon"))
    parts = [rings] if kind == "Polygon" else rings
    polygons = tuple(_polygon(part, number, system) for part in parts)
    code = next((str(told[key]) for key in CODES if told.get(key)), "")
    return Boundary(number, code[:40], name, polygons)


def _polygon(part: Any, number: int, system: str) -> tuple[Ring, ...]:
    if not isinstance(part, list) or not part:
        raise _wrong(number, N_("has an empty polygon"))
    return tuple(_ring(ring, number, system) for ring in part)


def _ring(ring: Any, number: int, system: str) -> Ring:
    if not isinstance(ring, list) or len(ring) < CLOSED:
        raise _wrong(number, N_("has a ring of fewer than four positions"))
    found = tuple(_point(each, number, system) for each in ring)
    if found[0] != found[-1]:
        raise _wrong(number, N_("has a ring that is not closed (its last position is its first)"))
    if not _twice(found):
        raise _wrong(number, N_("has a ring without surface"))
    return found


def _point(given: Any, number: int, system: str) -> tuple[float, float]:
    if not isinstance(given, list) or len(given) < len("xy"):
        raise _wrong(number, N_("has a position without two coordinates"))
    if any(isinstance(each, bool) or not hasattr(each, "__float__") for each in given[:2]):
        raise _wrong(number, N_("has a coordinate that is no number"))
    x, y = (float(each) for each in given[:2])
    if system == RD:
        if not rijksdriehoek.inside(x, y):
            raise _wrong(number, N_("lies outside the Dutch grid (RD)"))
        lon, lat = rijksdriehoek.degrees(x, y)
    else:
        lon, lat = x, y
    if not (-180 <= lon <= 180 and -85 <= lat <= 85):  # noqa: PLR2004 - degrees
        raise _wrong(number, N_("lies outside WGS84; say that the file is in RD where it is"))
    return round(lon, 7), round(lat, 7)


def _says_rd(found: Mapping[str, Any]) -> bool:
    crs = found.get("crs")
    named = crs.get("properties") if isinstance(crs, dict) else None
    return isinstance(named, dict) and "28992" in str(named.get("name", ""))


def _insist_few(count: int, most: int, what: str) -> None:
    if count > most:
        raise TooLarge(
            "The file has {count} {what}; at most {most} are taken in.",
            where={"path": what},
            hint="Split the file, or simplify the lines before it is exported.",
            count=count,
            what=what,
            most=most,
        )


def _wrong(number: int, what: str) -> Invalid:
    return Invalid(
        "Feature {number} {what}.",
        where={"path": f"features[{number - 1}]", "feature": number},
        hint=REPAIR,
        number=number,
        what=what,
    )
