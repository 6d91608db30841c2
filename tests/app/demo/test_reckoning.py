"""The stories reckon with figures and lines: the pages have something to show."""

from app.demo.inquiry import STORY
from app.demo.warehouse import STORY as WAREHOUSE
from bureau.operations import estates, figures, financings


def test_the_main_story_has_a_table_that_balances_and_figures_with_a_source(city):
    with city.work("officer") as work:
        found = financings.read_financing(work, city.id(STORY))
        rows = figures.list_figures(work, city.id(STORY))
    [sheet] = [each for each in found.now if each.currency == "EUR"]
    assert sheet.brings + sheet.unsourced == sheet.takes + sheet.unused
    assert {"takeover", "renovation", "rest"} <= {line.kind for line in sheet.uses}
    assert {line.standing.value for line in sheet.lines} >= {"given", "evidenced", "contradictory"}
    assert len(rows) >= 10
    assert any(row.value.en == "looked, found none" for row in rows)


def test_the_warehouse_shows_owners_lenders_and_a_jump(city):
    with city.work("officer") as work:
        lines = estates.list_properties(work, city.id(WAREHOUSE))
        place = next(line for line in lines if line.label == "Loods Noordkade 14")
        view = estates.read_property(work, city.id(WAREHOUSE), place.id)
    assert place.jumps == 1
    assert {span.part for span in view.spans} == {"owner", "lender", "tenant"}
