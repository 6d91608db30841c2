"""What is said of an area has a day and a source, names nobody, and can be read as on a day."""

from datetime import date

import pytest

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.operations import area_entries, areas
from bureau.operations.area_entries import EntryFields
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_areas import draw

pytestmark = ON_SQLITE


def say(road, block="size", day="03-02", **more):
    fields = {"kind": "businesses", "value": "1450", "source": "Handelsregister", "more": {}} | more
    with road.by("coordinator", day) as work:
        return area_entries.add_entry(work, "zuidkade", block, EntryFields(**fields)).number


def block(road, code, day="12-31", as_on=None):
    with road.by("coordinator", day) as work:
        profile = areas.read_area(work, "zuidkade", as_on)
    return next(each for each in profile.blocks if each.row.code == code)


def test_a_figure_of_several_years_is_a_series_and_an_ended_one_is_read_as_on_its_day(road):
    draw(road)
    say(road, on=date(2024, 1, 1), value="1 500")
    last = say(road, on=date(2026, 1, 1))
    assert block(road, "size").series[0].shares == (100, 96)
    with road.by("coordinator", "04-01") as work:
        area_entries.end_entry(work, "zuidkade", last, "Verkeerd geteld.")
    assert len(block(road, "size").entries) == 1
    assert len(block(road, "size", as_on=date(2026, 3, 15)).entries) == 2
    with pytest.raises(NotAllowed), road.by("coordinator") as work:
        area_entries.end_entry(work, "zuidkade", last, "x")


def test_the_administrative_map_says_body_mandate_function_and_gap(road):
    draw(road)
    more = {
        "mandate": "Mandaatbesluit 2025",
        "contact": "hoofd toezicht",
        "gap": "niemand laat",
    }
    say(road, "structure", kind="fire", text="Veiligheidsregio", value="", more=more)
    (entry,) = block(road, "structure").entries
    assert [said for _, said in entry.more] == list(more.values())


@pytest.mark.parametrize(
    ("where", "wrong"),
    [
        ("size", {"value": ""}),
        ("size", {"kind": "nationality"}),
        ("size", {"source": ""}),
        ("powers", {"kind": "covenant", "text": "Convenant", "more": {"legal_basis": "BW"}}),
        ("phenomena", {"kind": "money", "text": "Contant geld", "more": {"reading": ""}}),
        ("phenomena", {"kind": "money", "text": "Vraag P. Jansen", "more": {"reading": "x"}}),
        ("nowhere", {}),
    ],
)
def test_what_says_too_little_or_names_somebody_is_refused(road, where, wrong):
    draw(road)
    with pytest.raises(Invalid):
        say(road, where, **{"value": "" if where != "size" else "1", **wrong})


def test_a_power_that_ran_out_shows_and_one_elsewhere_is_not_found(road):
    draw(road)
    row = say(
        road,
        "powers",
        kind="designation",
        text="Aanwijzing autoverhuur",
        value="",
        until=date(2026, 6, 1),
        more={"legal_basis": "APV 2:40"},
    )
    assert block(road, "powers").entries[0].over
    with road.by("coordinator") as work:
        assert area_entries.read_block(work, "zuidkade", "powers").until == "needed"
        assert area_entries.read_entry(work, "zuidkade", row)[1].text == "Aanwijzing autoverhuur"
    for code in ("loodsbuurt", "nowhere"):
        with pytest.raises(NotFound), road.by("coordinator") as work:
            area_entries.end_entry(work, code, row, "x")
