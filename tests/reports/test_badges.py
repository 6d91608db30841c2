"""Numbers of ties: on the line, and covering neither names nor each other."""

from itertools import combinations
from math import dist

from reports.badges import BADGE, numbers

STRAIGHT = ((0.0, 0.0), (50.0, 0.0), (100.0, 0.0), (50.0, 0.0))


def test_a_number_stands_in_the_middle_where_it_is_free():
    assert numbers([STRAIGHT], []) == [(50.0, 0.0)]


def test_a_name_across_the_middle_makes_it_move_along_the_line():
    ((x, y),) = numbers([STRAIGHT], [(40, -10, 60, 10)])
    assert y == 0
    assert not 40 - BADGE < x < 60 + BADGE


def test_a_line_wholly_behind_a_name_has_its_number_beside_it():
    ((_, y),) = numbers([STRAIGHT], [(-20, -8, 120, 8)])
    assert abs(y) >= 8 + BADGE


def test_numbers_do_not_cover_each_other_and_stand_the_same_each_time():
    placed = numbers([STRAIGHT] * 6, [])
    assert all(dist(one, other) >= 2 * BADGE for one, other in combinations(placed, 2))
    assert placed == numbers([STRAIGHT] * 6, [])


def test_a_line_without_length_is_no_fault():
    point = (5.0, 5.0)
    assert len(numbers([(point, point, point, point)], [])) == 1
