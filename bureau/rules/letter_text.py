"""The text of a letter: plain paragraphs with fields between braces, and nothing cleverer."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bureau.errors import Invalid

_FIELD = re.compile(r"\{([^{}\n]*)\}")
_STRAY = re.compile(r"[{}]")
HEADING, ITEM = "# ", "- "


class Shape(StrEnum):
    """What a block of a letter looks like."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEMS = "items"
    NUMBERED = "numbered"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a list, with its lines."""

    shape: Shape
    lines: tuple[str, ...]

    @property
    def plain(self) -> str:
        """The block as plain text."""
        marks = {
            Shape.ITEMS: (f"{ITEM}{line}" for line in self.lines),
            Shape.NUMBERED: (f"{n}. {line}" for n, line in enumerate(self.lines, start=1)),
        }
        return "\n".join(marks.get(self.shape, iter(self.lines)))


def insist_known(text: str, known: Iterable[str], field: str) -> None:
    """Refuse a text with a field that this letter does not have, naming it and the known ones."""
    names = tuple(known)
    strange = sorted({name for name in named(text) if name not in names})
    if strange or _STRAY.search(_FIELD.sub("", text)):
        raise Invalid(
            "{strange} cannot be filled in in this letter.",
            where={"field": field},
            hint="Between braces can stand: {names}.",
            names=", ".join(f"{{{name}}}" for name in names),
            strange=", ".join(f"{{{name[:40]}}}" for name in strange) or "{ }",
        )


def insist_complete(text: str, needed: Iterable[str], field: str) -> None:
    """Refuse a text without a field that the letter must hold by law, naming it."""
    there = set(named(text))
    missing = [name for name in needed if name not in there]
    if missing:
        raise Invalid(
            "The letter must hold {missing}; the text leaves it out.",
            where={"field": field},
            hint="Put it back: the law wants it told.",
            missing=", ".join(f"{{{name}}}" for name in missing),
        )


def named(text: str) -> Iterator[str]:
    """The fields in a text, in order."""
    return (found[1] for found in _FIELD.finditer(text))


def filled(
    text: str, values: Mapping[str, tuple[str, ...]], listed: Iterable[str] = ()
) -> tuple[Block, ...]:
    """The blocks of a letter; a field on a line of its own gives a block for each of its lines.

    A value is never read again for fields or marks: what somebody typed stays what it is.
    """
    numbered = frozenset(listed)
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        blocks.extend(_part(part.strip(), values, numbered))
    return tuple(block for block in blocks if any(line.strip() for line in block.lines))


def _part(
    part: str, values: Mapping[str, tuple[str, ...]], numbered: frozenset[str]
) -> Iterator[Block]:
    alone = _FIELD.fullmatch(part)
    lines = part.splitlines()
    if alone and alone[1] in numbered:
        yield Block(Shape.NUMBERED, values.get(alone[1], ()))
    elif alone:
        for line in values.get(alone[1], ()):
            yield Block(Shape.PARAGRAPH, (line,))
    elif part.startswith(HEADING):
        yield Block(Shape.HEADING, (line_of(lines[0].removeprefix(HEADING), values),))
        if lines[1:]:
            yield from _part("\n".join(lines[1:]), values, numbered)
    elif lines and all(line.startswith(ITEM) for line in lines):
        yield Block(Shape.ITEMS, tuple(line_of(line[len(ITEM) :], values) for line in lines))
    else:
        yield Block(Shape.PARAGRAPH, tuple(line_of(line, values) for line in lines))


def line_of(text: str, values: Mapping[str, tuple[str, ...]]) -> str:
    """One line with its fields filled in."""
    return _FIELD.sub(lambda found: "; ".join(values.get(found[1], ())), text).strip()


def without_empty(text: str, empty: Iterable[str]) -> str:
    """`text` without the sections of which the only field has nothing to say in this case."""
    kept: list[str] = []
    gone = {f"{{{name}}}" for name in empty}
    for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        if part.strip() in gone:
            if kept and kept[-1].startswith(HEADING):
                kept.pop()
            continue
        kept.append(part)
    return "\n\n".join(kept)
