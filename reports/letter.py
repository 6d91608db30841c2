"""A letter on paper: the same confined press as a dossier, another sheet."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import lru_cache
from hashlib import sha256

from jinja2 import Environment

from bureau.rules.letter_paper import Paper
from bureau.rules.letter_text import Shape
from reports.html import environment
from reports.pdf import print_page

SHEET = "letter"


@dataclass(frozen=True, slots=True)
class PrintedLetter:
    """The pages of a letter, and the digest of what it says."""

    pdf: bytes
    pages: int
    sha256: str
    content_sha256: str
    name: str


def printed(paper: Paper) -> PrintedLetter:
    """The letter as PDF/A-3a and PDF/UA-1, with its values as JSON inside; alike every time.

    Raises Invalid, TooLarge or OutOfOrder; nothing is fetched.
    """
    moment = datetime.combine(paper.dated, time(12), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    name = file_name(paper)
    attachment = {
        "name": f"{name.removesuffix('.pdf')}.json",
        "text": paper.spelled(),
        "description": paper.subject,
    }
    identifier = sha256(f"{paper.draft}{paper.sha256}".encode()).hexdigest()[:32]
    pages, pdf = print_page(to_html(paper), attachment, identifier, moment, sheet=SHEET)
    return PrintedLetter(pdf, pages, sha256(pdf).hexdigest(), paper.sha256, name)


def file_name(paper: Paper) -> str:
    """A file name from the reference; a draft says so."""
    parts = [paper.reference, paper.kind, "draft" if paper.draft else ""]
    return "-".join(part for part in parts if part).replace("/", "-").replace("_", "-") + ".pdf"


def to_html(paper: Paper) -> str:
    """The printed page, before it is paper."""
    moment = datetime.combine(paper.dated, time(12), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    page = _pages().get_template("letter.html")
    return page.render(letter=paper, stamp=moment)


@lru_cache
def _pages() -> Environment:
    pages = environment()

    pages.globals.update(Shape=Shape)
    return pages
