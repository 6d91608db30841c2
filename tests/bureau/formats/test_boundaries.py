"""Boundaries come in whole, or the first wrong feature is named."""

import json
from pathlib import Path

import pytest

from bureau.errors import Invalid, TooLarge
from bureau.formats import boundaries

SQUARE = [[3.60, 52.40], [3.61, 52.40], [3.61, 52.41], [3.60, 52.41], [3.60, 52.40]]


def file(*features, **more):
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()


def feature(ring=None, name="Zuidkade", kind="Polygon"):
    rings = [SQUARE if ring is None else ring]
    coordinates = rings if kind == "Polygon" else [rings]
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"name": name}, "geometry": geometry}


@pytest.mark.parametrize("kind", ["Polygon", "MultiPolygon"])
def test_an_area_has_its_name_and_surface(kind):
    (area,) = boundaries.read(file(feature(kind=kind)))
    assert (area.name, area.number) == ("Zuidkade", 1)
    assert 70 < boundaries.hectares(area.polygons) < 80


def test_a_hole_counts_not():
    hole = [[3.602, 52.402], [3.608, 52.402], [3.608, 52.408], [3.602, 52.408], [3.602, 52.402]]
    one = feature()
    one["geometry"]["coordinates"].append(hole)
    (area,) = boundaries.read(file(one))
    assert boundaries.hectares(area.polygons) < 55


def test_metres_of_the_grid_are_turned_where_the_file_or_a_person_says_so():
    metres = [[92000, 437000], [93000, 437000], [93000, 438000], [92000, 437000]]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    (said,) = boundaries.read(file(feature(metres), crs=crs))
    (told,) = boundaries.read(file(feature(metres)), boundaries.RD)
    assert said == told
    assert 49 < boundaries.hectares(said.polygons) < 51


@pytest.mark.parametrize(
    ("ring", "why"),
    [
        (SQUARE[:3], "fewer than four"),
        (SQUARE[:4], "not closed"),
        ([[92000, 437000]] * 4, "WGS84"),
        ([[3.6, 52.4]] * 4, "without surface"),
        ([["a", 1]] * 4, "no number"),
        ([[1]] * 4, "two coordinates"),
        ("x", "fewer than four"),
    ],
)
def test_a_wrong_ring_is_named_with_the_number_of_its_feature(ring, why):
    with pytest.raises(Invalid) as refused:
        boundaries.read(file(feature(), feature(ring)))
    assert refused.value.where["feature"] == 2
    assert why in str(refused.value.params["what"])


@pytest.mark.parametrize(
    "content",
    [
        b"[]",
        b"{",
        file(),
        file({"type": "Feature"}),
        file(feature(name="")),
        file(feature(kind="LineString")),
    ],
)
def test_what_is_no_file_of_areas_is_refused(content):
    with pytest.raises(Invalid):
        boundaries.read(content)


def test_too_many_areas_are_refused():
    with pytest.raises(TooLarge):
        boundaries.read(file(*[feature()] * 501))


def test_a_real_file_of_a_city_comes_in():
    where = "../shared/data/f-government/neighbourhoods/rotterdam.geojson"
    found = Path(__file__).parents[3] / where
    if not found.exists():
        pytest.skip("the file of boundaries is not here")
    areas = boundaries.read(found.read_bytes())
    assert len(areas) == 22
    assert 25_000 < sum(boundaries.hectares(area.polygons) for area in areas) < 45_000
