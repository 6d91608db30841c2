"""How far apart the letters of each word stand in a PDF, measured where the mark of a copy hides.

The file is opened in a confined child process: whoever found a leaked page may hand in anything.
"""

import ctypes
import json
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from bureau.errors import OutOfOrder
from reports.confined import Limits, run, serve
from reports.marks import LEVELS, markable

MOST_PAGES = 3000
NEAR = 1.7  # thousandths of the size of the type: what rounding leaves
FEWEST, PART = 2, 3  # at least two pairs of letters agree, and a third of those in the word
_LIMITS = Limits(cpu_seconds=120, wall_seconds=300, input_bytes=64 * 1024**2)
_LINE = 20  # letters of one line stand within this part of their size

Letter = tuple[str, float, float, float, float]
_END: Letter = (" ", 0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Spacing:
    """The step in which each word stands, and how many words could have carried a mark."""

    words: dict[str, int]
    measured: int
    pages: int


def spacing(pdf: bytes) -> Spacing:
    """What was measured; raises Invalid for a file that is no PDF."""
    try:
        answer = json.loads(run("reports.spacing", pdf, _LIMITS))
        return Spacing(dict(answer["words"]), int(answer["measured"]), int(answer["pages"]))
    except (ValueError, KeyError) as error:
        raise OutOfOrder("The measuring process gave no readable answer.") from error


def measure(pdf: bytes) -> dict[str, Any]:
    """The same as plain values: what the confined child answers."""
    import pypdfium2  # noqa: PLC0415 (limits come first)

    document = pypdfium2.PdfDocument(pdf)
    counted: dict[str, Counter[int]] = {}
    pages = min(len(document), MOST_PAGES)
    for number in range(pages):
        for word, step in _words(document[number].get_textpage()):
            counted.setdefault(word, Counter()).update(() if step is None else (step,))
    told = {word: step for word, each in counted.items() if (step := _foremost(each)) is not None}
    return {"words": told, "measured": len(counted), "pages": pages}


def _words(page: Any) -> Iterator[tuple[str, int | None]]:
    """Each word that may carry a mark with the step in which it stands, if in any."""
    letters: list[Letter] = []
    for letter in (*_letters(page), _END):
        if letter[0].isalnum() or letter[0] == "_":
            letters.append(letter)
            continue
        word = "".join(each[0] for each in letters)
        if markable(word):
            yield word.casefold(), step_of(list(_gaps(letters)))
        letters = []


def step_of(gaps: list[float]) -> int | None:
    """The step that the gaps between the letters of one word tell; kerning moves some of them."""
    votes = Counter(
        step for gap in gaps for step, room in enumerate(LEVELS) if abs(gap - room) < NEAR
    )
    step = _foremost(votes)
    enough = step is not None and votes[step] >= FEWEST and votes[step] * PART >= len(gaps)
    return step if enough else None


def _foremost(votes: Counter[int]) -> int | None:
    """What most say; None where nothing stands out."""
    first, second = (*votes.most_common(2), (None, 0), (None, 0))[:2]
    return None if first[1] == second[1] else first[0]


def _gaps(letters: list[Letter]) -> Iterator[float]:
    """The room after each letter but the last, in thousandths of the size of the type."""
    for (_, _, end, base, size), (_, start, _, level, _) in pairwise(letters):
        if size > 0 and abs(base - level) < size / _LINE:
            yield (start - end) / size * 1000


def _letters(page: Any) -> Iterator[Letter]:
    """Each character with its origin, the end of its own width, its line and its size."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    across, up = ctypes.c_double(), ctypes.c_double()
    matrix = pdfium.FS_MATRIX()
    for index in range(page.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(page, index))
        pdfium.FPDFText_GetCharOrigin(page, index, across, up)
        pdfium.FPDFText_GetMatrix(page, index, matrix)
        size = pdfium.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
        end = page.get_charbox(index, loose=True)[2]
        yield character, across.value, end, up.value, size


def main() -> None:
    """Measure what came in; end with a refusal when it cannot be read."""
    serve(
        lambda request: json.dumps(measure(request)).encode(), "pypdfium2", "file", "cannot be read"
    )


if __name__ == "__main__":
    main()
