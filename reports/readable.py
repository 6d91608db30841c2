"""The words of a file that somebody handed in: a PDF, an office document, a text.

The file is opened in a confined child process: it may have come from anywhere. What cannot be
read in full is said to be so, and never guessed: a page of a scan has no words.
"""

import json
from dataclasses import dataclass
from typing import Any

from bureau.errors import BureauError
from bureau.formats import guard_xml, guard_zip
from bureau.formats.guard import Limits as FormatLimits
from reports.confined import Limits, run, serve

_LIMITS = Limits(cpu_seconds=20, wall_seconds=120, memory_bytes=1024**3, input_bytes=64 * 1024**2)
_OFFICE = FormatLimits(size=32 * 1024**2, unpacked=64 * 1024**2)
PDF = "application/pdf"
PACKED = ("application/vnd.openxmlformats-", "application/vnd.oasis.opendocument.")
WRITTEN = ("text/", "application/json", "application/xml")
# The files inside an office document that hold its words.
_PARTS = ("word/", "xl/sharedStrings", "xl/worksheets/", "xl/comments", "ppt/slides/", "ppt/notes")
_PLAIN = ("content.xml", "styles.xml")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a file, and whether all of it could be read."""

    text: str
    whole: bool


def words(content: bytes, media_type: str) -> Words:
    """The words of a file; nothing, and not whole, where it cannot be read."""
    if media_type.startswith(WRITTEN):
        return Words(content.decode("utf-8", "replace"), whole=True)
    if media_type != PDF and not media_type.startswith(PACKED):
        return Words("", whole=False)
    try:
        head = json.dumps({"media_type": media_type}).encode()
        answer = json.loads(run("reports.readable", head + b"\n" + content, _LIMITS))
        return Words(answer["text"], answer["whole"])
    except (BureauError, ValueError, KeyError):
        return Words("", whole=False)


def pages(content: bytes) -> tuple[str, ...]:
    """The words of each page of a PDF; none where it cannot be read."""
    try:
        head = json.dumps({"media_type": PDF}).encode()
        answer = json.loads(run("reports.readable", head + b"\n" + content, _LIMITS))
        return tuple(map(str, answer["pages"]))
    except (BureauError, ValueError, KeyError):
        return ()


def read(request: bytes) -> dict[str, Any]:
    """The answer to one request: a line of JSON, then the file."""
    head, _, content = request.partition(b"\n")
    media_type = json.loads(head)["media_type"]
    found = _pages(content) if media_type == PDF else [_packed(content)]
    whole = bool(found) and all(map(str.strip, found))
    return {"text": "\n".join(found), "whole": whole, "pages": found}


def _pages(pdf: bytes) -> list[str]:
    import pypdfium2  # noqa: PLC0415 (limits come first)

    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


def _packed(content: bytes) -> str:
    """The words of an office document: what stands in one paragraph stays together."""
    found: list[str] = []
    for name, body in guard_zip.members(content, _OFFICE):
        if name.endswith(".xml") and (name.startswith(_PARTS) or name in _PLAIN):
            root = guard_xml.parse(body, _OFFICE)
            for element in root.iter():
                paragraph = element.tag.rpartition("}")[2] in ("p", "h", "si", "comment")
                found.append(("\n" if paragraph else "") + (element.text or ""))
                found.append(element.tail or "")
    return "".join(found)


def main() -> None:
    """Read what came in; end with a refusal when it cannot be read."""
    serve(lambda request: json.dumps(read(request)).encode(), "pypdfium2", "file", "cannot be read")


if __name__ == "__main__":
    main()
