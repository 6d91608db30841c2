"""Boxes on a plane: labels pushed off each other, groups set side by side, the rest in a grid."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Indexes = npt.NDArray[np.int64]

GAP = 60.0
_LOOKS = 12
_ROUNDS = 25
_TOUCH = 0.05
_LOOSER = 1.12
_TRIES = 30


def separate(points: Points, sizes: Points) -> Points:
    """Points moved until no two of their boxes overlap; where pushing is not enough, farther out.

    Beyond a generous number of tries what is left stays, so that it always ends.
    """
    for _ in range(_TRIES):
        points = spread(points, sizes)
        if not overlapping(points, sizes):
            break
        points = points * _LOOSER
    return points


def overlapping(points: Points, sizes: Points) -> int:
    """How many pairs of boxes cover each other by more than a hair."""
    one, other = np.triu_indices(len(points), 1)
    need = (sizes[one] + sizes[other]) / 2 - 2 * _TOUCH
    return int((np.abs(points[one] - points[other]) < need).all(axis=1).sum())


def spread(points: Points, sizes: Points) -> Points:
    """Points moved so that their boxes no longer overlap, or overlap less.

    Every pair is pushed along the side where it overlaps least; after so many rounds what is
    left stays, since a crowded picture is better grouped than stretched.
    """
    points = points.copy()
    for _ in range(_LOOKS):
        one, other = _near(points, sizes)
        if not _push_apart(points, sizes, one, other):
            break
    return points


def _near(points: Points, sizes: Points) -> tuple[Indexes, Indexes]:
    """Pairs whose boxes overlap, or nearly so."""
    one, other = np.triu_indices(len(points), 1)
    need = (sizes[one] + sizes[other]) / 2 + GAP
    close = (np.abs(points[one] - points[other]) < need).all(axis=1)
    return one[close], other[close]


def _push_apart(points: Points, sizes: Points, one: Indexes, other: Indexes) -> bool:
    """Some rounds of pushing, in place; whether any pair had to be moved."""
    need = (sizes[one] + sizes[other]) / 2
    moved = False
    for _ in range(_ROUNDS):
        apart = points[one] - points[other]
        overlap = need - np.abs(apart)
        hit = np.flatnonzero((overlap > _TOUCH).all(axis=1))
        if not len(hit):
            break
        moved = True
        side = overlap[hit].argmin(axis=1)
        depth = overlap[hit, side] / 2
        push = np.where(apart[hit, side] < 0, -depth, depth)
        np.add.at(points, (one[hit], side), push)
        np.add.at(points, (other[hit], side), -push)
    return moved


def pack(boxes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The upper left corner of each box, laid in rows in the order given."""
    area = sum((width + GAP) * (height + GAP) for width, height in boxes)
    widest = max([1.4 * area**0.5, *(width for width, _ in boxes)])
    corners: list[tuple[float, float]] = []
    left = top = tallest = 0.0
    for width, height in boxes:
        if left and left + width > widest:
            left, top, tallest = 0.0, top + tallest + GAP, 0.0
        corners.append((left, top))
        left, tallest = left + width + GAP, max(tallest, height)
    return corners


def grid(count: int, cell: tuple[float, float], wide: float) -> list[tuple[float, float]]:
    """The upper left corner of `count` equal cells, in rows that stay within `wide`."""
    columns = max(1, int(wide // cell[0]))
    return [(n % columns * cell[0], n // columns * cell[1]) for n in range(count)]
