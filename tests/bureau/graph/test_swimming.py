"""Lanes of a timeline: one for each party, bars that cover nothing, sides that are not known."""

from bureau.graph.swimming import LEFT, WIDE, Happening, swimming


def test_every_party_has_a_lane_and_nothing_covers_another():
    drawn = swimming(
        [
            Happening("a", "2020", "2021", "one", moment=False),
            Happening("a", "2020-06", "", "two", moment=False),
            Happening("a", "2024-05-07", "", "sold", moment=True),
            Happening("b", "", "2022-03", "ended", moment=False),
            Happening("b", "", "", "whenever", moment=False),
        ],
        ["a", "b"],
    )
    first, second = drawn.lanes
    assert [shape.happening.text for shape in first.shapes] == ["one", "two", "sold"]
    assert len({shape.y for shape in first.shapes}) == 2  # what is sold finds room after "one"
    assert [(s.open_left, s.open_right) for s in first.shapes] == [
        (False, False),
        (False, True),
        (False, False),
    ]
    one, two, sold = first.shapes
    assert (one.y, one.before) == (sold.y, one.x - LEFT)
    assert sold.before == sold.x - one.x - one.width
    assert two.before == two.x - LEFT
    [ended] = second.shapes  # without any day there is no place for it
    assert ended.open_left
    assert second.y >= first.y + first.height
    assert all(LEFT < s.x < WIDE for lane in drawn.lanes for s in lane.shapes)
    assert [text for _, text in drawn.marks][:2] == ["2021", "2022"]


def test_months_are_marked_where_all_lies_close_together():
    happened = [Happening("a", f"2024-0{n}-02", "", "x", moment=True) for n in (1, 3)]
    assert [text for _, text in swimming(happened, ["a"]).marks] == ["2024-02", "2024-03"]


def test_without_a_day_there_is_no_drawing():
    assert swimming([Happening("a", "", "", "x", moment=False)], ["a"]) is None
