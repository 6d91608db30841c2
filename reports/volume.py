"""The file that binding writes: numbered objects, the small ones together and compressed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import md5

from reports.typefaces import stream

_TOGETHER = 200  # objects in one compressed stream
_HEADER = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
_WIDTHS = (1, 4, 2)  # bytes of the three fields of a line of the cross-reference


@dataclass(slots=True)
class Volume:
    """Objects under numbers from one; a number can be given out before its object is there."""

    _objects: list[bytes] = field(default_factory=list)
    _streams: set[int] = field(default_factory=set)

    def reserve(self) -> int:
        """A number for an object that comes later."""
        self._objects.append(b"null")
        return len(self._objects)

    def put(self, number: int, content: bytes) -> None:
        """The object of a reserved number."""
        self._objects[number - 1] = content
        if content.endswith(b"\nendstream"):
            self._streams.add(number)

    def add(self, content: bytes) -> int:
        """Put an object under the next number, which is told."""
        number = self.reserve()
        self.put(number, content)
        return number

    def written(self, root: int, info: int, identifier: str) -> bytes:
        """The file; `identifier` is the permanent one, in hexadecimals."""
        digest = md5(b"".join(self._objects), usedforsecurity=False).hexdigest()
        places: dict[int, tuple[int, int, int]] = {}
        parts, at = [_HEADER], len(_HEADER)
        for number, content in self._numbered(places):
            part = b"%d 0 obj\n%s\nendobj\n" % (number, content)
            places[number] = (1, at, 0)
            parts.append(part)
            at += len(part)
        last = max(places) + 1
        places[last] = (1, at, 0)
        entries = (b"/Type /XRef/Size %d/W [%d %d %d]/Root %d 0 R/Info %d 0 R/ID [<%s> <%s>]") % (
            last + 1,
            *_WIDTHS,
            root,
            info,
            identifier.encode(),
            digest.encode(),
        )
        table = b"".join(_line(places.get(each, (0, 0, 65535))) for each in range(last + 1))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (last, stream(table, entries)))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % at)
        return b"".join(parts)

    def _numbered(self, places: dict[int, tuple[int, int, int]]) -> Iterator[tuple[int, bytes]]:
        """The objects as they stand in the file: streams, then the others packed together."""
        small = []
        for number, content in enumerate(self._objects, 1):
            if number in self._streams:
                yield number, content
            else:
                small.append((number, content))
        next_number = len(self._objects)
        for start in range(0, len(small), _TOGETHER):
            batch = small[start : start + _TOGETHER]
            next_number += 1
            for at, (number, _) in enumerate(batch):
                places[number] = (2, next_number, at)
            yield next_number, _together(batch)


def _together(batch: list[tuple[int, bytes]]) -> bytes:
    places, at = [], 0
    for number, content in batch:
        places.append(b"%d %d" % (number, at))
        at += len(content) + 1
    head = b" ".join(places) + b"\n"
    entries = b"/Type /ObjStm/N %d/First %d" % (len(batch), len(head))
    return stream(head + b"\n".join(content for _, content in batch), entries)


def _line(place: tuple[int, int, int]) -> bytes:
    return b"".join(part.to_bytes(size, "big") for part, size in zip(place, _WIDTHS, strict=True))
