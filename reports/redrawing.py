"""A file from outside drawn anew, page by page: a picture is left, and the words seen on it.

A PDF or a picture may hold scripts, files, forms, the place where it was taken, or words under a
black bar. Nothing of the file itself goes on: a confined child draws each page, blackens what is to
be taken out before the picture is written, and reads only letters that can be seen in it.
"""

import base64
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from bureau.errors import N_, Invalid, OutOfOrder
from reports.confined import Limits, run
from reports.values.annex import DRAWABLE
from reports.values.redaction import Area

_LIMITS = Limits(cpu_seconds=60, wall_seconds=180, memory_bytes=1024**3, input_bytes=64 * 1024**2)
# Why a file cannot be drawn, and what to do.
REASONS = {
    "locked": (
        N_("The file is locked with a password."),
        N_("Ask whoever gave it for one that opens, or remove the password and add it again."),
    ),
    "broken": (
        N_("The file is damaged, or is not what it says it is."),
        N_("Open it in the program it was made with, save it again and add it again."),
    ),
    "pages": (
        N_("The file has no pages, or more than go into one annex."),
        N_("Divide it into parts and add each as a document."),
    ),
    "pixels": (
        N_("The picture is larger than can be opened safely."),
        N_("Make it smaller, at most 60 million pixels, and add it again."),
    ),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One page: its picture (JPEG), and the words that are seen on it."""

    picture: bytes = field(repr=False)
    width: int
    height: int
    text: str


@dataclass(frozen=True, slots=True)
class Redrawn:
    """The pages of a file, whether all their words could be read, how often each word went out."""

    pages: tuple[Drawn, ...]
    whole: bool
    words_out: tuple[int, ...]


def redrawn(
    content: bytes, media_type: str, words: Sequence[str] = (), areas: Sequence[Area] = ()
) -> Redrawn:
    """`content` drawn anew without `words` and `areas`; raises Invalid that says why not."""
    if media_type not in DRAWABLE:
        raise Invalid(
            "An annex is a PDF, a PNG or a JPEG picture.",
            where={"media_type": media_type},
            hint="Save it as PDF and add that as a document.",
        )
    wanted = {"pdf": media_type == DRAWABLE[0], "words": list(words)}
    head = json.dumps({**wanted, "areas": [asdict(area) for area in areas]}).encode()
    try:
        answer = json.loads(run("reports.redrawing_child", head + b"\n" + content, _LIMITS))
    except (ValueError, KeyError) as error:
        raise OutOfOrder("The drawing process gave no readable answer.") from error
    if why := answer.get("refused"):
        says, hint = REASONS[why]
        raise Invalid(says, where={"guard": "annex", "why": why}, hint=hint)
    pages = tuple(
        Drawn(base64.b64decode(one["picture"]), one["width"], one["height"], one["text"])
        for one in answer["pages"]
    )
    return Redrawn(pages, bool(answer["whole"]), tuple(answer["words_out"]))
