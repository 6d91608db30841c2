"""From a dossier to a PDF that says the same bytes wherever and however often it is printed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from bureau.errors import OutOfOrder
from bureau.rules.vocabulary import Track
from reports.canonical import canonical_json, content_digest, document_digest
from reports.confined import Limits, run
from reports.cutting import LONG, PIECE, cut
from reports.dossier import Dossier
from reports.html import attachment_name, stamp, to_html
from reports.long_paper import LongPrint, Progress, Setting, print_long
from reports.marks import marked
from reports.pdf_fonts import FOLDER, typeset
from reports.wording import texts

STYLES = Path(__file__).parent / "styles"
DOSSIER = "dossier"

__all__ = ["RenderedPdf", "file_name", "print_page", "to_html", "to_pdf"]


@dataclass(frozen=True, slots=True)
class RenderedPdf:
    """A printed dossier: its bytes, its pages, the digest of the file and of the content.

    `pieces` are those of a long dossier, for the next time it is printed.
    """

    pdf: bytes
    pages: int
    sha256: str
    content_sha256: str
    name: str
    pieces: Mapping[str, bytes] = field(default_factory=dict)


def to_pdf(
    dossier: Dossier,
    fonts: Path = FOLDER,
    limits: Limits | None = None,
    *,
    kept: Mapping[str, bytes] | None = None,
    progress: Progress | None = None,
    mark: bytes | None = None,
) -> RenderedPdf:
    """The dossier as PDF/A-3a and PDF/UA-1, with its values as JSON inside.

    A long one is printed in pieces; those in `kept` are not printed again. With the secret of a
    copy as `mark` its letters stand as that copy wants. Raises Invalid,
    TooLarge or OutOfOrder; nothing is fetched and no file is read but our own.
    """
    attachment, identifier = _attached(dossier), document_digest(dossier)[:32]
    plain, moment = to_html(dossier), stamp(dossier)
    html = plain if mark is None else marked(plain, mark)
    pieces: Mapping[str, bytes] = {}
    if len(plain) > LONG:
        size = PIECE * len(html) // len(plain)
        made = print_pieces(html, attachment, identifier, moment, fonts, kept, progress, size)
        pages, pdf, pieces = made.bound.pages, made.bound.pdf, made.pieces
    else:
        pages, pdf = print_page(html, attachment, identifier, moment, fonts, limits)
    digest = sha256(pdf).hexdigest()
    return RenderedPdf(pdf, pages, digest, content_digest(dossier), file_name(dossier), pieces)


def _attached(dossier: Dossier) -> dict[str, str]:
    """The values of the dossier as the file inside it."""
    cover, t = dossier.cover, texts(dossier.language)
    return {
        "name": attachment_name(dossier),
        "text": canonical_json(dossier).decode(),
        "description": t("page.description", reference=cover.case_reference, version=cover.version),
    }


def print_pieces(
    html: str,
    attachment: dict[str, str],
    identifier: str,
    moment: str,
    fonts: Path = FOLDER,
    kept: Mapping[str, bytes] | None = None,
    progress: Progress | None = None,
    size: int = PIECE,
) -> LongPrint:
    """The print of a long dossier, its pieces by several confined children."""
    page = typeset(html, fonts)
    parts = cut(page.html, size)
    if parts is None:
        raise OutOfOrder("This page has no chapters to print apart.")
    setting = Setting(page.css, page.files, style_sheet(), attachment, identifier, moment)
    return print_long(parts, setting, kept or {}, progress)


def print_page(
    html: str,
    attachment: dict[str, str],
    identifier: str,
    moment: str,
    fonts: Path = FOLDER,
    limits: Limits | None = None,
    sheet: str = DOSSIER,
) -> tuple[int, bytes]:
    """The number of pages and the PDF of any page of ours, printed in a confined child."""
    page = typeset(html, fonts)
    request = {
        "html": page.html,
        "css": page.css + "\n" + style_sheet(sheet),
        "attachment": attachment,
        "identifier": identifier,
        "moment": moment,
    }
    answer = run("reports.pdf_child", json.dumps(request).encode(), limits)
    head, _, pdf = answer.partition(b"\n")
    if not pdf.startswith(b"%PDF-"):
        raise OutOfOrder("The printing process gave no PDF.")
    return int(json.loads(head)["pages"]), pdf


@lru_cache
def style_sheet(sheet: str = DOSSIER) -> str:
    """The style sheet of all dossiers, or that of another kind of paper."""
    return (STYLES / f"{sheet}.css").read_text("utf-8")


def file_name(dossier: Dossier) -> str:
    """A file name; for a plan of support it does not betray what the file is about."""
    parts = [dossier.cover.dossier_id, f"v{dossier.cover.version}"]
    if dossier.track is not Track.VICTIM:
        parts.insert(1, dossier.track.value)
    parts.append(f"copy{dossier.issuance.copy_number}" if dossier.issuance else "draft")
    safe = "".join(c if c.isascii() and c.isalnum() else "-" for c in "-".join(parts))
    return f"{safe}.pdf"
