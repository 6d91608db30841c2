"""XML from outside: no document types, no entities, bounded depth and count."""

import re
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from bureau.errors import N_, Invalid, TooLarge
from bureau.formats.guard import Limits, decode, refusing, shorten

_REPAIR = N_("Export the file again from the system that made it and hand it in unchanged.")
_DECLARED = re.compile(r"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_CHUNK = 1 << 16
# A tag of a million attributes costs a gigabyte before its element can be counted.
_LONG_TAG = re.compile(r"<[^<>]{65536}")


class _Counting(TreeBuilder):
    """A tree that stops growing where the limits say so, without what nobody asks for."""

    def __init__(self, limits: Limits, skip: frozenset[str]) -> None:
        super().__init__()
        self.limits = limits
        self.skip = skip
        self.depth = 0
        self.count = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """Open an element; raises TooLarge past the limits of depth or count."""
        self.depth += 1
        self.count += 1
        if self.depth > self.limits.depth:
            raise _too_large(
                N_("The file is nested more than {limit} levels deep."), self.limits.depth
            )
        if self.count > self.limits.elements:
            raise _too_large(N_("The file has more than {limit} elements."), self.limits.elements)
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        """Close an element; what is in one that is left out goes at once."""
        self.depth -= 1
        element = super().end(tag)
        if tag.rpartition("}")[2] in self.skip:
            element.clear()
        return element


def parse(content: bytes, limits: Limits, skip: frozenset[str] = frozenset()) -> Element:
    """The root element of an XML file; raises Invalid or TooLarge, never a parser's own error.

    Elements with a local name in `skip`, such as drawn shapes, are counted and left empty.
    """
    text = decode(content, limits)
    _check_encoding(text)
    if _LONG_TAG.search(text):
        raise _too_large(N_("A tag of the file has more than {limit} characters."), 1 << 16)
    parser = XMLParser(target=_Counting(limits, skip), forbid_dtd=True)
    with refusing("XML", ParseError, ValueError, LookupError, hint=_REPAIR):
        try:
            for start in range(0, len(text), _CHUNK):
                parser.feed(text[start : start + _CHUNK])
            root: Element = parser.close()
        except DefusedXmlException:
            raise Invalid(
                "The file declares a document type or entities; these are never read.",
                where={"path": "DOCTYPE"},
                hint="Banks and registers never send these: report the file as suspect.",
            ) from None
    _check_texts(root, limits)
    return root


def _check_texts(root: Element, limits: Limits) -> None:
    for element in root.iter():
        texts = (element.text or "", *element.attrib.values())
        if max(map(len, texts)) > limits.cell:
            raise TooLarge(
                "A text in {tag} has more than {limit} characters.",
                where={"path": shorten(element.tag, 100)},
                hint=_REPAIR,
                tag=shorten(element.tag, 100),
                limit=limits.cell,
            )


def _check_encoding(text: str) -> None:
    declared = _DECLARED.match(text)
    if declared and declared.group(1).lower() not in {"utf-8", "us-ascii"} and not text.isascii():
        raise Invalid(
            "The file says that it is written in {encoding}, but its bytes are UTF-8.",
            where={"line": 1},
            hint="Ask for the file in UTF-8; which reading is meant cannot be known.",
            encoding=declared.group(1),
        )


def _too_large(template: str, limit: int) -> TooLarge:
    return TooLarge(template, where={"path": "/"}, hint=_REPAIR, limit=limit)
