"""The administrative map says who decides on what, as on a day, to partners only."""

from datetime import date

import pytest

from bureau.errors import AccessDenied, Invalid, NotFound
from bureau.operations import area_entries, area_structures
from bureau.rules.area_structure import Cover
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_area_entries import say
from tests.bureau.operations.test_areas import draw
from tests.bureau.operations.test_boards import bind_police

pytestmark = ON_SQLITE


def structure(road, on=None, login="coordinator"):
    with road.by(login, "12-31") as work:
        return area_structures.read_structure(work, "zuidkade", on)


def body(road, text, kind="water", day="03-02", **more):
    return say(road, "structure", day=day, kind=kind, text=text, value="", more=more)


def test_bodies_gaps_and_overlaps_are_shown_by_subject_and_as_on_a_day(road):
    draw(road)
    body(road, "Waterschap", mandate="Waterwet", contact="handhaver")
    second = body(road, "Havenbedrijf", day="04-01")
    body(road, "Douane", kind="customs", state="gap", gap="De kade ligt buiten het gebied.")
    found = {each.name.en: each for each in structure(road).subjects}
    assert (found["water"].cover, found["customs"].cover) == (Cover.OVERLAP, Cover.GAP)
    assert found["water"].bodies[0].contact == "handhaver"
    counts = structure(road).counts
    assert (counts[Cover.GAP], counts[Cover.OVERLAP], counts[Cover.UNKNOWN]) == (1, 1, 7)
    assert structure(road, date(2026, 3, 15)).counts[Cover.OVERLAP] == 0
    with road.by("coordinator", "05-01") as work:
        area_entries.end_entry(work, "zuidkade", second, "Het ging over een andere kade.")
    assert structure(road).counts[Cover.OVERLAP] == 0
    assert structure(road, date(2026, 4, 15)).counts[Cover.OVERLAP] == 1


def test_a_judgement_is_a_gap_or_an_overlap_and_nothing_else(road):
    draw(road)
    with pytest.raises(Invalid):
        body(road, "Waterschap", state="crooked")


def test_partners_read_it_and_others_do_not(road):
    draw(road)
    bind_police(road)
    assert structure(road, login="police").name == "Zuidkade"
    for login, refusal in (("outsider", NotFound), ("care", AccessDenied)):
        with pytest.raises(refusal):
            structure(road, login=login)
