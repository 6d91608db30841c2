import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bureau.graph.boxes import GAP, grid, overlapping, pack, separate, spread


def test_boxes_on_one_point_come_apart():
    sizes = np.array([[100.0, 30.0]] * 4)
    points = spread(np.zeros((4, 2)), sizes)
    for i in range(4):
        for j in range(i):
            apart = np.abs(points[i] - points[j])
            assert apart[0] >= 99 or apart[1] >= 29


def test_boxes_that_are_apart_stay_where_they_are():
    points = np.array([[0.0, 0.0], [300.0, 0.0]])
    assert (spread(points, np.array([[100.0, 30.0]] * 2)) == points).all()


@given(st.lists(st.tuples(st.floats(1, 900), st.floats(1, 900)), max_size=20))
def test_packed_boxes_never_overlap(boxes):
    corners = pack(boxes)
    placed = list(zip(corners, boxes, strict=True))
    for i, ((x, y), (w, h)) in enumerate(placed):
        for (left, top), (width, height) in placed[:i]:
            assert (
                x >= left + width + GAP - 1e-6
                or left >= x + w + GAP - 1e-6
                or y >= top + height + GAP - 1e-6
                or top >= y + h + GAP - 1e-6
            )


def test_a_crowd_is_loosened_as_far_as_the_rounds_go():
    start = np.random.default_rng(3).uniform(0, 400, (400, 2))
    points = spread(start, np.array([[150.0, 34.0]] * 400))
    assert np.ptp(points) > 2 * np.ptp(start)


def test_a_crowd_is_separated_until_nothing_overlaps():
    start = np.random.default_rng(3).uniform(0, 400, (120, 2))
    sizes = np.array([[150.0, 60.0]] * 120)
    assert overlapping(start, sizes) > 0
    assert overlapping(separate(start, sizes), sizes) == 0


def test_a_grid_keeps_within_its_width():
    corners = grid(7, (100.0, 40.0), 350.0)
    assert corners[:4] == [(0, 0), (100, 0), (200, 0), (0, 40)]
    assert len(set(corners)) == 7
