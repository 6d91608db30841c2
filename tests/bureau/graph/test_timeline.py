from bureau.graph.timeline import Moment, lanes


def test_lanes_start_with_who_came_first_and_unknown_dates_stand_last():
    rows = lanes(
        [
            Moment("bob", "2024-05", "company founded"),
            Moment("ann", "2023", "moved in"),
            Moment("ann", "", "was seen"),
            Moment("bob", "2024", "bought"),
            Moment("bob", "2024-05-07", "sold"),
        ]
    )
    assert [(lane.party, [m.on for m in lane.moments]) for lane in rows] == [
        ("ann", ["2023", ""]),
        ("bob", ["2024", "2024-05", "2024-05-07"]),
    ]


def test_no_moments_have_no_lanes():
    assert lanes([]) == ()
