"""What is said of an area has a day and a source, names nobody, and can be read as on a day."""

from datetime import date

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
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
    assert [said.nl for _, said in entry.more] == list(more.values())


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


def correct(road, number, day="04-01", why="Verkeerd geteld.", **more):
    fields = {"kind": "businesses", "value": "1300", "source": "Handelsregister", "more": {}} | more
    with road.by("coordinator", day) as work:
        fields = EntryFields(**fields)
        return area_entries.correct_entry(work, "zuidkade", number, fields, why).number


def test_a_statement_is_put_right_in_one_step_and_the_old_one_stays_readable(road):
    draw(road)
    first = say(road, on=date(2026, 1, 1))
    second = correct(road, first, on=date(2026, 1, 1))
    third = correct(road, second, day="05-01", value="1310", on=date(2026, 1, 1))
    assert [entry.value for entry in block(road, "size").entries] == ["1310"]
    for day, value in ((date(2026, 3, 15), "1450"), (date(2026, 4, 15), "1300")):
        (entry,) = block(road, "size", as_on=day).entries
        assert (entry.value, entry.ended) == (value, True)
    with road.by("officer") as work:
        for number in (first, second, third):
            _, lines = area_entries.read_history(work, "zuidkade", number)
            assert [line.number for line in lines] == [third, second, first]
    assert [line.corrects for line in lines] == [second, first, None]
    assert (lines[2].ended_by, lines[2].reason) == ("Coordinator", "Verkeerd geteld.")
    assert lines[0].ended_at is None


def test_a_correction_without_a_change_a_reason_or_a_statement_that_holds_is_refused(road):
    draw(road)
    number = say(road, on=date(2026, 1, 1))
    for wrong in (
        {"value": "1450", "on": date(2026, 1, 1)},
        {"why": " "},
        {"why": "Volgens P. Jansen."},
        {"value": ""},
    ):
        with pytest.raises(Invalid):
            correct(road, number, **wrong)
    with road.by("coordinator", "04-01") as work:
        assert area_entries.read_fields(work, "zuidkade", number).fields.value == "1450"
        area_entries.end_entry(work, "zuidkade", number, "Verkeerd geteld.")
    with pytest.raises(NotAllowed):
        correct(road, number)
    with pytest.raises(NotAllowed), road.by("coordinator") as work:
        area_entries.read_fields(work, "zuidkade", number)
    fields = EntryFields(kind="businesses", value="1", source="x", more={})
    with pytest.raises(AccessDenied), road.by("officer") as work:
        area_entries.correct_entry(work, "zuidkade", number, fields, "x")
    with pytest.raises(NotFound), road.by("officer") as work:
        area_entries.read_history(work, "zuidkade", 99)
