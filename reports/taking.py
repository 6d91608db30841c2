"""From a print that is ready to a sheaf: what belongs to the pages, without what a file adds.

Works on the objects of the printer before they are written, where a reference is a reference and
a text is a text: the only place beside `pdf_finish` that knows how the printer names them.
"""

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

from reports.sheaf import Bookmark, Glyphs, Joints, Leaf, Sheaf

SCALE = 0.75  # points in a pixel
_BOUND_LATER = frozenset({"Type", "Parent", "Contents", "Resources", "StructParents"})
_OF_THE_FILE = frozenset({"Type", "Pages", "StructTreeRoot", "Names"})
_NOWHERE = (0, 0, 0, 0)

Original = Callable[[Any], bytes]


class CannotBindError(Exception):
    """The print has something that sheaves cannot share."""


def bookmarks(document: Any) -> tuple[Bookmark, ...]:
    """The bookmarks of a laid out document, taken off it, in the coordinates of its pages."""
    found = tuple(
        Bookmark(level, label, at, x * SCALE, (page.height - y) * SCALE, state == "open")
        for at, page in enumerate(document.pages)
        for level, label, (x, y), state in page.bookmarks
    )
    for page in document.pages:
        page.bookmarks.clear()
    return found


def lead_elsewhere(document: Any, names: list[str]) -> None:
    """Let links to anchors of other sheaves stand, as if the anchors were here."""
    for name in names:
        document.pages[-1].anchors.setdefault(name, _NOWHERE)


def margins_only(pdf: Any) -> None:
    """Make each page something that can be laid under another."""
    for page in _pages(pdf):
        content = _of(pdf, page["Contents"])
        content.extra.update(Type="/XObject", Subtype="/Form", BBox=page["MediaBox"])
        content.extra["Resources"] = page["Resources"]


def taken(
    document: Any, pdf: Any, mark: str, original: Original, elsewhere: frozenset[str] = frozenset()
) -> Sheaf:
    """The sheaf of `pdf`; `mark` tells the ids of its cells from those of other sheaves."""
    pages = _pages(pdf)
    resources = _of(pdf, pages[0]["Resources"])
    tagged = _Tags(pdf)
    tagged.tell_apart(mark)
    bound = {0, pdf.pages.number, pdf.catalog.number, *(page.number for page in pages)}
    bound |= tagged.dropped | set(_font_numbers(pdf, resources))
    kept = [item for item in pdf.objects if item.number not in bound]
    names = pdf.catalog.get("Names", {})
    return Sheaf(
        leaves=tuple(_leaves(document, pages, tagged)),
        objects={item.number: _text(item) for item in kept},
        streams=frozenset(item.number for item in kept if hasattr(item, "stream")),
        joints=_joints(document, pdf, tagged.root, resources),
        resources=_entries(resources, frozenset({"XObject", "Font"})),
        drawings=_entries(resources["XObject"]),
        notes=tagged.notes,
        anchors=_anchors(names, pages, elsewhere),
        bookmarks=(),
        glyphs=glyphs_of(document, original),
        catalog=_entries(pdf.catalog, _OF_THE_FILE),
        attachments=_text(names.get("EmbeddedFiles", b"")),
        info=_text(pdf.info),
    )


def _joints(document: Any, pdf: Any, tags: int, resources: Any) -> Joints:
    profile = next(iter(document.color_profiles.values())).pdf_reference
    return Joints(pdf.pages.number, tags, _number(resources["Font"]), _number(profile))


class _Tags:
    """The tree of tags of a print, if it has one."""

    def __init__(self, pdf: Any) -> None:
        self.dropped: set[int] = set()
        self.notes: tuple[tuple[int, int], ...] = ()
        self.root = 0
        self._pdf = pdf
        self._nums: Any = []
        self._top: dict[bytes, list[int]] = {}
        if "StructTreeRoot" not in pdf.catalog:
            return
        tree = _of(pdf, pdf.catalog["StructTreeRoot"])
        document, marks = _of(pdf, tree["K"][0]), _of(pdf, tree["ParentTree"])
        self.root, self._nums = document.number, marks["Nums"]
        self.dropped = {tree.number, document.number, marks.number}
        for reference in document["K"]:
            page = _of(pdf, reference)["Pg"]
            self._top.setdefault(page, []).append(_number(reference))
        self.notes = tuple(self._notes())

    def _notes(self) -> Iterator[tuple[int, int]]:
        for number, item in enumerate(self._pdf.objects):
            if isinstance(item, dict) and "StructParent" in item:
                yield number, _number(self._nums[2 * item.pop("StructParent") + 1])

    def of(self, page: Any) -> tuple[int, ...]:
        """The tags that stand on a page under the document itself."""
        return tuple(self._top.get(page.reference, ()))

    def marks(self, at: int) -> tuple[int, ...]:
        """The tag of each mark in the content of the page `at`."""
        return tuple(_number(each) for each in self._nums[2 * at + 1]) if self._nums else ()

    def tell_apart(self, mark: str) -> None:
        """Cells name their heads by id; the heads keep the same texts, so one change does."""
        for item in self._pdf.objects if self.root else ():
            if isinstance(item, dict) and "ID" in item:
                item["ID"].string = f"{mark}-{item['ID'].string}"


def _leaves(document: Any, pages: list[Any], tagged: _Tags) -> Iterator[Leaf]:
    for at, (page, laid) in enumerate(zip(pages, document.pages, strict=True)):
        yield Leaf(
            name=laid._page_box.page_type.name,  # noqa: SLF001 - the kind of page has no other door
            number=page.number,
            entries=_entries(page, _BOUND_LATER),
            content=_number(page["Contents"]),
            tags=tagged.of(page),
            marks=tagged.marks(at),
        )


def _anchors(names: Any, pages: list[Any], elsewhere: frozenset[str]) -> dict[str, tuple[int, str]]:
    rows = names.get("Dests", {}).get("Names", ())
    places = {page.reference: at for at, page in enumerate(pages)}
    found = {}
    for name, (page, *place) in zip(rows[::2], rows[1::2], strict=True):
        if name.string not in elsewhere:
            spelled = type(rows)(place).data.decode("latin-1")
            found[name.string] = (places[page], spelled[1:-1])
    return found


def glyphs_of(document: Any, original: Original) -> dict[str, Glyphs]:
    """What a print used of its typefaces; raises CannotBindError for what only it would have."""
    found: dict[str, Glyphs] = {}
    for font in document.fonts.values():
        if font.bitmap or font.missing or font.variations or font.type != "ttf":
            raise CannotBindError(font.family)
        if font.hash in found:
            found[font.hash].widths.update(font.widths)
            found[font.hash].texts.update(font.to_unicode)
            continue
        found[font.hash] = Glyphs(
            face=sha256(original(font)).hexdigest(),
            name=font.name.decode("ascii"),
            family=font.family,
            flags=font.flags,
            italic_angle=font.italic_angle,
            ascent=font.ascent,
            descent=font.descent,
            stem=font.stemv,
            widths=dict(font.widths),
            texts=dict(font.to_unicode),
        )
    return found


def _font_numbers(pdf: Any, resources: Any) -> Iterator[int]:
    """The objects of the typefaces: they are written once, when the sheaves are bound."""
    fonts = _of(pdf, resources["Font"])
    yield fonts.number
    for reference in fonts.values():
        font = _of(pdf, reference)
        below = _of(pdf, font["DescendantFonts"][0])
        described = _of(pdf, below["FontDescriptor"])
        yield from (font.number, below.number, described.number)
        yield from (_number(font["ToUnicode"]), _number(described["FontFile2"]))


def _pages(pdf: Any) -> list[Any]:
    return [pdf.objects[number] for number in pdf.pages["Kids"][::3]]


def _of(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[_number(reference)]


def _number(reference: bytes) -> int:
    return int(reference.split()[0])


def _text(item: Any) -> str:
    content: bytes = item if isinstance(item, bytes) else item.data
    return content.decode("latin-1")


def _entries(dictionary: Any, without: frozenset[str] = frozenset()) -> str:
    """The entries of a dictionary, as they stand between its brackets."""
    left = type(dictionary)({k: v for k, v in dictionary.items() if k not in without})
    return _text(left)[2:-2]
