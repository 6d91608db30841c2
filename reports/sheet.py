"""A report on plain sheets, printed by the same confined press as dossiers and letters."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import lru_cache
from hashlib import sha256

from jinja2 import Environment

from bureau.rules.phrases import phrase
from reports.html import environment
from reports.pdf import print_page
from reports.values.sheet import Sheet

SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """The pages of a report, and the digest of what it says."""

    pdf: bytes
    pages: int
    sha256: str
    content_sha256: str
    name: str


def printed(sheet: Sheet) -> PrintedSheet:
    """The report as PDF/A-3a and PDF/UA-1, with its data as JSON inside; alike every time.

    Raises Invalid, TooLarge or OutOfOrder; nothing is fetched.
    """
    html, data = to_html(sheet), spelled(sheet)
    attachment = {"name": f"{sheet.name}.json", "text": data, "description": sheet.title}
    identifier = sha256(f"{html}{data}".encode()).hexdigest()[:32]
    pages, pdf = print_page(html, attachment, identifier, _stamp(sheet), sheet=SHEET)
    digest = sha256(data.encode()).hexdigest()
    return PrintedSheet(pdf, pages, sha256(pdf).hexdigest(), digest, f"{sheet.name}.pdf")


def spelled(sheet: Sheet) -> str:
    """The data of the report in one spelling: keys in order, no spaces."""
    content = dict(sheet.content)
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def to_html(sheet: Sheet) -> str:
    """The printed page, before it is paper."""
    page = _pages().get_template("sheet.html")
    words = {code: phrase(f"letter.{code}").in_(sheet.language) for code in ("page", "of")}
    return page.render(sheet=sheet, stamp=_stamp(sheet), words=words)


def _stamp(sheet: Sheet) -> str:
    moment = datetime.combine(sheet.dated, time(12), UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@lru_cache
def _pages() -> Environment:
    return environment()
