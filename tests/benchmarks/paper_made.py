"""Dossiers of any length for the measurements of paper."""

import base64
import io
import re

from PIL import Image, ImageDraw

from bureau.rules.vocabulary import Track
from reports.html import to_html
from tests.reports.lengthened import lengthened

_CHAPTER = re.compile(r'<h2><span class="number">(\d+)</span> ([^<]+)</h2>')
_LISTED = re.compile(r'<li data-target[^>]*><span class="number">(\d+)</span><a[^>]*>([^<]+)</a>')
_PER_TURN = {Track.CRIMINAL: 3.2, Track.ADMINISTRATIVE: 5.0, Track.VICTIM: 1.6}
_EVERY = 10  # pages for each picture


def dossier(pages: int, track: Track = Track.CRIMINAL) -> str:
    """The page of a dossier of about so many pages, with photographs as its last chapter."""
    turns = max(1, round((pages - 6) / _PER_TURN[track]))
    html = to_html(lengthened(track, turns))
    number = len(_CHAPTER.findall(html)) + 1
    return html.replace("</body>", _photographs(number, max(1, pages // _EVERY)) + "</body>")


def chapters(html: str) -> list[str]:
    """The lines of the table of contents: number and title of each chapter."""
    return [f"{number} {title}" for number, title in _LISTED.findall(html)]


def changed(html: str) -> str:
    """The same dossier after one sentence of one chapter was changed."""
    found = re.search(r'<td class="words">([^<]+)', html)
    if found is None:
        raise ValueError("no sentence to change")
    return html[: found.start(1)] + "Herzien. " + html[found.start(1) :]


def right(pages: list[str], headings: list[str]) -> int:
    """How many headings stand on the page that the contents name for them.

    A number counts only where the next line follows it: without numbers of pages, the number of
    the next chapter would pass for one.
    """
    found = 0
    for heading, after in zip(headings, [*headings[1:], ""], strict=True):
        follows = f"(?= {re.escape(after)})" if after else ""
        line = re.compile(rf"(?<!\d){re.escape(heading)}[ .]+(\d+){follows}")
        listed = next((got for page in pages[:4] if (got := line.search(page))), None)
        if listed and int(listed[1]) <= len(pages):
            found += heading in pages[int(listed[1]) - 1]
    return found


def _photographs(number: int, count: int) -> str:
    figures = "".join(
        f'<figure><img src="{_photograph(at)}" alt="Foto {at}" style="width: 100%">'
        f"<figcaption>Foto {at}: voorgevel</figcaption></figure>"
        for at in range(1, count + 1)
    )
    title = f'<h2><span class="number">{number}</span> Foto</h2>'
    return f'<section id="section-{number}" class="chapter photographs">{title}{figures}</section>'


def _photograph(seed: int) -> str:
    image = Image.new("RGB", (800, 500), (200, 210, 220))
    draw = ImageDraw.Draw(image)
    for at in range(60):
        x, y = (at * 97 + seed * 31) % 800, (at * 61 + seed * 17) % 500
        draw.rectangle((x, y, x + 90, y + 60), fill=(x % 255, y % 255, (x * y) % 255))
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=80)
    return "data:image/jpeg;base64," + base64.b64encode(kept.getvalue()).decode()
