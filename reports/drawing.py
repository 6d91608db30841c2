"""Drawings that may stand in a dossier: plain shapes and words, no scripts, no outside world."""

import re
from xml.etree.ElementTree import Element, ParseError, SubElement, tostring

from defusedxml import ElementTree as SafeTree
from defusedxml.common import DefusedXmlException

from bureau.errors import Invalid, TooLarge
from reports.visible import visible

MAX_CHARACTERS = 4_000_000
MAX_ELEMENTS = 20_000
MAX_DEPTH = 30
FONT = "Source Sans 3"

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_SHAPES = ("path", "line", "polyline", "polygon", "rect", "circle", "ellipse")
_ELEMENTS = frozenset({"svg", "g", "text", "tspan", "title", "desc", "defs", *_SHAPES})
_PLACES = ("x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "d", "points")
_SIZES = ("width", "height", "viewBox", "version", "preserveAspectRatio", "transform")
_PAINT = ("fill", "fill-opacity", "fill-rule", "opacity", "stroke", "stroke-width")
_STROKES = ("stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin")
_LETTERS = ("font-family", "font-size", "font-style", "font-weight", "letter-spacing")
_LINES = ("text-anchor", "dominant-baseline", "lang", "aria-label", "aria-labelledby")
_ATTRIBUTES = frozenset(
    {"id", "class", "role", *_PLACES, *_SIZES, *_PAINT, *_STROKES, *_LETTERS, *_LINES}
)
_REACHES_OUT = re.compile(r"url\s*\(|javascript:|data:|@import|expression\s*\(", re.I)


def checked_svg(text: str, description: str) -> str:
    """`text` as a harmless drawing that carries `description` as its alternative text.

    Raises Invalid for anything that is not on the list of shapes, TooLarge beyond the limits.
    """
    if len(text) > MAX_CHARACTERS:
        raise TooLarge("The drawing is larger than {limit} characters.", limit=MAX_CHARACTERS)
    try:
        root = SafeTree.fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError) as error:
        raise Invalid("The drawing is not well-formed SVG.") from error
    if _plain(root.tag) != "svg":
        raise Invalid("The drawing is not an SVG.")
    _check(root)
    return svg_text(root, description)


def svg_text(root: Element, description: str) -> str:
    """A drawing as text to stand inside a page, its description first."""
    for old in root.findall("title"):
        root.remove(old)
    title = Element("title")
    title.text = str(visible(description))
    root.insert(0, title)
    root.set("role", "img")
    return tostring(root, encoding="unicode")


def _check(root: Element) -> None:
    count, waiting = 0, [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        count += 1
        if count > MAX_ELEMENTS or depth > MAX_DEPTH:
            raise TooLarge("The drawing has too many shapes, or nests them too deeply.")
        _check_element(element)
        waiting.extend((child, depth + 1) for child in element)


def _check_element(element: Element) -> None:
    element.tag = _plain(element.tag)
    if element.tag not in _ELEMENTS:
        raise Invalid("The drawing holds <{tag}>, which is no plain shape.", tag=element.tag)
    for name, value in element.attrib.items():
        allowed = name in _ATTRIBUTES or name.startswith("data-")
        if not allowed or _REACHES_OUT.search(value):
            raise Invalid("The drawing holds {name}, which may reach outside it.", name=name)


def _plain(tag: object) -> str:
    return str(tag).removeprefix(_NAMESPACE)


def shape(parent: Element, tag: str, **attributes: object) -> Element:
    """A new shape in `parent`; underscores become hyphens, numbers get two decimals."""
    written = {
        name.rstrip("_").replace("_", "-"): f"{value:.2f}"
        if isinstance(value, float)
        else str(value)
        for name, value in attributes.items()
    }
    return SubElement(parent, tag, written)


def words(
    parent: Element, text: str, x: float, y: float, size: float, **attributes: object
) -> None:
    """A line of text at (`x`, `y`)."""
    line = shape(parent, "text", x=x, y=y, font_size=size, font_family=FONT, **attributes)
    line.text = str(visible(text))
