"""The tray of the café shows what waits and what was left out, and none of it is a fact."""

from app.demo.intake import STORY
from app.demo.texts import told
from bureau.operations import parties, trays


def test_rows_of_the_desk_wait_and_one_was_left_out(city):
    with city.work("officer") as work:
        rows = trays.list_tray(work, city.id(STORY))
        known = {line.label for line in parties.list_parties(work, city.id(STORY))}
    assert [row.state for row in rows] == ["waiting"] * 3 + ["rejected"]
    assert rows[-1].says == told("hearsay")["left_out"]
    assert not known & {row.says for row in rows}
