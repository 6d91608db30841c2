"""The outline of a bound document: the bookmarks of all its sheaves as one tree."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reports.sheaf import Bookmark
from reports.typefaces import number

Put = Callable[[int, bytes], None]
Reserve = Callable[[], int]


@dataclass(slots=True)
class _Line:
    """A line of the outline with what stands under it."""

    number: int
    level: int
    words: bytes
    opened: bool
    below: "list[_Line]" = field(default_factory=list)

    @property
    def shown(self) -> int:
        """How many lines show under it when it is open."""
        return sum(1 + (each.shown if each.opened else 0) for each in self.below)


def outline(marks: Sequence[tuple[Bookmark, int]], reserve: Reserve, put: Put) -> int:
    """The number of the outline of `marks`, each with the number of its page; 0 without marks."""
    if not marks:
        return 0
    top = _Line(reserve(), 0, b"", opened=True)
    open_lines = [top]
    for mark, page in marks:
        while len(open_lines) > 1 and open_lines[-1].level >= mark.level:
            open_lines.pop()
        line = _Line(reserve(), mark.level, _words(mark, page), mark.open)
        open_lines[-1].below.append(line)
        open_lines.append(line)
    put(top.number, b"<</Type /Outlines%s>>" % _ends(top))
    _write(top, put)
    return top.number


def text(words: str) -> bytes:
    """A text as a PDF spells it."""
    if words.isascii():
        plain = words.encode().replace(b"\\", b"\\\\")
        return b"(" + plain.replace(b"(", b"\\(").replace(b")", b"\\)") + b")"
    return b"<feff" + words.encode("utf-16-be").hex().encode() + b">"


def _words(mark: Bookmark, page: int) -> bytes:
    place = number(mark.x), number(mark.y)
    return b"/Title %s/Dest [%d 0 R /XYZ %s %s 0]" % (text(mark.label), page, *place)


def _write(above: _Line, put: Put) -> None:
    last = len(above.below) - 1
    for at, line in enumerate(above.below):
        before = b"/Prev %d 0 R" % above.below[at - 1].number if at else b""
        after = b"/Next %d 0 R" % above.below[at + 1].number if at < last else b""
        entries = (line.words, b"/Parent %d 0 R" % above.number, before, after, _ends(line))
        put(line.number, b"<<%s>>" % b"".join(entries))
        _write(line, put)


def _ends(line: _Line) -> bytes:
    if not line.below:
        return b""
    count = line.shown if line.opened else -line.shown
    ends = line.below[0].number, line.below[-1].number
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (*ends, count)
