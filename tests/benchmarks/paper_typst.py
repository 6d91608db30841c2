"""The words of a dossier for Typst: headings with numbers of pages, tables, links, photographs.

Drawings (relations, flows) and the look of the tables are left out, so Typst has less to do.
"""

import base64
import html as markup
import re
from pathlib import Path

_CHAPTER = re.compile(r'<section id="(section-\d+)".*?</section>', re.DOTALL)
_BLOCK = re.compile(
    r"<h([23])>(.*?)</h[23]>|<table[^>]*>(.*?)</table>|<(?:p|li)[^>]*>(.*?)</(?:p|li)>"
    r'|<img src="data:image/jpeg;base64,([^"]+)" alt="([^"]*)"',
    re.DOTALL,
)
_ROW = re.compile(r'<tr(?: id="([^"]+)")?[^>]*>(.*?)</tr>', re.DOTALL)
_CELL = re.compile(r"<t[hd]([^>]*)>(.*?)</t[hd]>", re.DOTALL)
_LINK = re.compile(r'<a [^>]*href="#([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
_SPAN = re.compile(r'colspan="(\d+)"')
_TAG = re.compile(r"<[^>]+>")
_HEAD = """#set page(paper: "a4", margin: (top: 29mm, bottom: 24mm, left: 23mm, right: 20mm),
  header: [TITLE], footer: context [REFERENCE #h(1fr) #counter(page).display() / #counter(page).final().first()])
#set text(font: "Source Sans 3", size: 9.8pt, lang: "nl")
#set document(title: "TITLE")
#set table(stroke: (bottom: 0.4pt), inset: 4pt)
#outline(depth: 1)
"""  # noqa: E501


def typst(page: str, folder: Path) -> str:
    """The source for Typst; photographs are laid down in `folder`."""
    known = set(re.findall(r'<(?:tr|section) id="([^"]+)"', page))
    title = _plain(re.search(r"<title>(.*?)</title>", page)[1])  # type: ignore[index]
    parts = [_HEAD.replace("TITLE", title).replace("REFERENCE", title)]
    for chapter in _CHAPTER.finditer(page):
        parts.append("#pagebreak(weak: true)\n")
        label = f" <{chapter[1]}>"
        for at, block in enumerate(_BLOCK.finditer(chapter[0])):
            parts.append(_block(block, known, folder) + (label if at == 0 else "") + "\n\n")
    return "".join(parts)


def _block(block: re.Match[str], known: set[str], folder: Path) -> str:
    level, heading, table, text, image, alt = block.groups()
    if heading is not None:
        return f"{'=' * (int(level) - 1)} {_words(heading, known)}"
    if table is not None:
        return _table(table, known)
    if image is not None:
        path = folder / f"{alt.replace(' ', '-')}.jpg"
        path.write_bytes(base64.b64decode(image))
        return f'#figure(image("{path.name}", width: 100%, alt: "{alt}"))'
    return _words(text, known)


def _table(table: str, known: set[str]) -> str:
    rows = []
    widest = 1
    for name, row in _ROW.findall(table):
        cells = [
            (int((_SPAN.search(a) or [0, 1])[1]), _words(c, known)) for a, c in _CELL.findall(row)
        ]
        widest = max(widest, sum(span for span, _ in cells))
        mark = f"#metadata(none) <{name}>" if name else ""
        told = [f"table.cell(colspan: {span})[{words}]" for span, words in cells]
        rows.append(", ".join(told).replace("[", f"[{mark}", 1))
    body = [f"table.header({rows[0]})", *rows[1:]] if "<thead>" in table else rows
    columns = ", ".join(["1fr"] * widest)
    return f"#table(columns: ({columns},), {', '.join(body)})"


def _words(text: str, known: set[str]) -> str:
    parts, at = [], 0
    for link in _LINK.finditer(text):
        parts.append(_plain(text[at : link.start()]))
        shown = _plain(link[2])
        parts.append(f"#link(<{link[1]}>)[{shown}]" if link[1] in known else shown)
        at = link.end()
    return "".join((*parts, _plain(text[at:])))


def _plain(text: str) -> str:
    bare = " ".join(markup.unescape(_TAG.sub(" ", text)).split())
    return re.sub(r"([\\#$*_`<>@\[\]~=/+-])", r"\\\1", bare)
