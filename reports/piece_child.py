"""The confined half of printing a long dossier: piece after piece, each answered as a sheaf.

The first frame holds the style sheets and how to print; every next one a page (html, what to
print it as, its mark, anchors elsewhere). Run by `reports.crew` as a process of its own.
"""

import gc
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from typing import Any, BinaryIO

from reports.confined import Limits, confine, forbid_the_world, refuse
from reports.pdf_child import attached, reason
from reports.pdf_finish import declare_accessible
from reports.sheaf import Sheaf, packed
from reports.taking import bookmarks, lead_elsewhere, margins_only, taken

FRONT, PIECE, MARGINS = "front", "piece", "margins"
LENGTH = 8  # bytes that say how long a frame is
POLITE = 10  # pages on screens go first
_VARIANTS = {FRONT: "pdf/a-3a", PIECE: "pdf/a-3a", MARGINS: "pdf/a-3b"}
_UNSAID = bytes(16)  # the file that is bound has an identifier; what is taken from this has none


def main() -> None:
    """Print what comes in until nothing comes any more; end with a refusal when one fails."""
    try:
        os.nice(POLITE)
        limits = Limits(**json.loads(sys.argv[1]))
        confine(limits)
        import weasyprint  # noqa: F401, PLC0415 (limits come before, the ban on files after)

        forbid_the_world()
        press = None
        for frame in frames(sys.stdin.buffer):
            if press is None:
                press = Press(json.loads(frame))
            else:
                _answer(packed(press.printed(json.loads(frame))))
                gc.collect()
    # The printer's own refusal to fetch is no Exception, so that nothing swallows it.
    except BaseException as error:
        refuse(*reason(error))


def frames(stream: BinaryIO) -> Iterator[bytes]:
    """The frames that come in, until the stream ends."""
    while head := stream.read(LENGTH):
        yield stream.read(int.from_bytes(head, "big"))


def _answer(content: bytes) -> None:
    sys.stdout.buffer.write(len(content).to_bytes(LENGTH, "big") + content)
    sys.stdout.buffer.flush()


class Press:
    """A printer that read its typefaces once and keeps the style sheets it was given."""

    def __init__(self, setting: dict[str, Any]) -> None:
        from weasyprint import CSS  # noqa: PLC0415
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
        from weasyprint.urls import URLFetcher  # noqa: PLC0415

        self._fetcher = URLFetcher(
            allowed_protocols=("data",), allow_redirects=False, fail_on_errors=True
        )
        self._fonts = FontConfiguration()
        self._css = cache(partial(CSS, font_config=self._fonts, url_fetcher=self._fetcher))
        self._faces = self._css(string=setting["faces"])

    def printed(self, wanted: dict[str, Any]) -> Sheaf:
        """One page as a sheaf; to collect garbage while boxes are made would cost a fifth."""
        gc.disable()
        try:
            return self._printed(wanted)
        finally:
            gc.enable()

    def _printed(self, wanted: dict[str, Any]) -> Sheaf:
        from weasyprint import HTML  # noqa: PLC0415

        style = self._css(string=wanted["css"])
        page = HTML(string=wanted["html"], url_fetcher=self._fetcher)
        document = page.render(font_config=self._fonts, stylesheets=[self._faces, style])
        if attachment := wanted.get("attachment"):
            document.metadata.attachments = [attached(attachment, wanted["moment"])]
        marked = bookmarks(document)
        lead_elsewhere(document, wanted["elsewhere"])
        found: list[Sheaf] = []
        document.write_pdf(
            finisher=partial(_take, found, wanted),
            pdf_variant=_VARIANTS[wanted["as"]],
            pdf_identifier=_UNSAID,
        )
        return replace(found[0], bookmarks=marked)


def _take(found: list[Sheaf], wanted: dict[str, Any], document: Any, pdf: Any) -> None:
    """Take the pages; nothing is left to be written as a file of its own."""
    from weasyprint.text.fonts import get_hb_object_data  # noqa: PLC0415

    if wanted["as"] == MARGINS:
        margins_only(pdf)
    declare_accessible(document, pdf)
    away = frozenset(wanted["elsewhere"])
    found.append(
        taken(document, pdf, wanted["mark"], lambda font: get_hb_object_data(font.hb_face), away)
    )
    pdf.info.clear()
    del pdf.objects[1:]


if __name__ == "__main__":
    main()
