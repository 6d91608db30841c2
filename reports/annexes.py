"""An annex on paper: a sheet that says what it is, then each page of the document, stamped."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from jinja2 import Template

from bureau.rules.vocabulary import Language
from reports.confined import Limits
from reports.html import environment
from reports.pdf import print_page
from reports.redrawing import Drawn
from reports.wording import texts

SHEET = "annex"
_LIMITS = Limits(cpu_seconds=120, input_bytes=96 * 1024**2, file_bytes=96 * 1024**2)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What every page of an annex bears, and what its first page says of the document.

    `mark` says whose copy it is: the recipient, the moment and the number.
    """

    number: int
    title: str
    dossier_id: str
    sender: str
    source_sha256: str
    sources: tuple[int, ...]
    moment: str
    language: Language
    mark: str = ""

    def spelled(self) -> str:
        """The same as the file inside the annex."""
        return json.dumps(
            {
                "annex": self.number,
                "dossier": self.dossier_id,
                "sources": list(self.sources),
                "source_sha256": self.source_sha256,
            },
            sort_keys=True,
        )


def printed(stamp: Stamp, pages: Sequence[Drawn]) -> tuple[int, bytes]:
    """The number of pages and the annex as PDF/A-3a and PDF/UA-1; nothing of the file is in it."""
    t = texts(stamp.language)
    html = _page().render(stamp=stamp, t=t, pages=[(one, address(one.picture)) for one in pages])
    attachment = {
        "name": f"annex-{stamp.number}.json",
        "text": stamp.spelled(),
        "description": t("annex.name", number=stamp.number),
    }
    identifier = sha256(html.encode()).hexdigest()[:32]
    return print_page(html, attachment, identifier, stamp.moment, limits=_LIMITS, sheet=SHEET)


def address(picture: bytes) -> str:
    """A picture as an address that needs nothing from outside."""
    return f"data:image/jpeg;base64,{base64.b64encode(picture).decode('ascii')}"


@lru_cache
def _page() -> Template:
    return environment().get_template("annex.html")
