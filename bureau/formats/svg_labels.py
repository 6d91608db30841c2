"""Where labels go in a drawing, so that they cover nothing while there is room elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

CHARACTER = 6.5  # drawing units that a character takes at font size 11
LINE = 14.0
_CELL = 120.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle from (left, top) to (right, bottom)."""

    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: "Box") -> float:
        """The area that two boxes cover both."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(wide, 0.0) * max(high, 0.0)


@dataclass(slots=True)
class Board:
    """What is drawn already, looked up by neighbourhood."""

    cells: dict[tuple[int, int], list[Box]] = field(default_factory=lambda: defaultdict(list))

    def add(self, box: Box) -> None:
        """Mark a rectangle as taken."""
        for cell in _cells(box):
            self.cells[cell].append(box)

    def covered(self, box: Box) -> float:
        """How much of what is taken this rectangle would cover."""
        near = {taken for cell in _cells(box) for taken in self.cells.get(cell, ())}
        return sum(box.shared(taken) for taken in near)

    def place(self, text: str, spots: Sequence[tuple[float, float]]) -> tuple[float, float]:
        """The first spot (middle of the text) that covers nothing, or the one covering least."""
        best = min(spots, key=lambda spot: self.covered(text_box(text, spot)))
        self.add(text_box(text, best))
        return best

    def free(self, text: str, spots: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
        """The first spot where the text covers nothing, then taken; None where there is none."""
        for spot in spots:
            if not self.covered(box := text_box(text, spot)):
                self.add(box)
                return spot
        return None


def text_box(text: str, middle: tuple[float, float]) -> Box:
    """The rectangle that the lines of a text take around its middle."""
    lines = text.split("\n")
    half, high = max(1, *map(len, lines)) * CHARACTER / 2, len(lines) * LINE / 2
    return Box(middle[0] - half, middle[1] - high, middle[0] + half, middle[1] + high)


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row
