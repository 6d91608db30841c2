"""SWIFT text to tagged fields: envelopes, bank headers and line wraps are taken off here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bureau.errors import N_, Invalid, TooLarge
from bureau.formats.guard import Limits, lines, shorten

_TAG = re.compile(r":(\d{2}[A-Z]?):(.*)", re.DOTALL)
_END = re.compile(r"-(?:XXX|\}.*)?\s*")
_ENVELOPE = re.compile(r"(?:\{[1-35]:[^}]*\}+)*\{4:")
_HINT = N_("Ask the bank for the MT940 file again and hand it in unchanged.")
_FIRST = "20"


@dataclass(frozen=True, slots=True)
class Tagged:
    """One field: its tag, the line on which it begins, and its lines without the tag."""

    tag: str
    line: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The first line without surplus space."""
        return self.lines[0].strip()


@dataclass(frozen=True, slots=True)
class Message:
    """The fields of one statement message, in order."""

    line: int
    fields: tuple[Tagged, ...]


def messages(text: str, limits: Limits) -> Iterator[Message]:
    """The messages of a file; what stands outside :20: and the end mark is the bank's header."""
    begun: list[tuple[str, int, list[str]]] = []
    for number, raw in enumerate(lines(text), 1):
        _check(raw, number, limits)
        bare = raw.rstrip("\r\n")
        line = _ENVELOPE.sub("", bare, count=1) if bare.startswith("{") else bare
        found = _TAG.fullmatch(line)
        if (found and found.group(1) == _FIRST) or (begun and _END.fullmatch(line)):
            yield from _message(begun)
            begun = []
        if found and (begun or found.group(1) == _FIRST):
            begun.append((found.group(1), number, [found.group(2)]))
        elif found and found.group(1) != _FIRST:
            raise _stray(found.group(1), number)
        elif begun and line.strip() and not line.startswith(":940:"):
            begun[-1][2].append(line)
    yield from _message(begun)


def _message(begun: list[tuple[str, int, list[str]]]) -> Iterator[Message]:
    if begun:
        fields = tuple(Tagged(tag, line, tuple(lines)) for tag, line, lines in begun)
        yield Message(fields[0].line, fields)


def _check(line: str, number: int, limits: Limits) -> None:
    if len(line) > limits.cell:
        raise TooLarge(
            "Line {line} has {length} characters; at most {limit} are read.",
            where={"line": number},
            hint=_HINT,
            line=number,
            length=len(line),
            limit=limits.cell,
        )
    if number > limits.rows:
        raise TooLarge(
            "The file has more than {limit} lines.",
            where={"line": number},
            hint="Ask the bank for shorter periods.",
            limit=limits.rows,
        )


def _stray(tag: str, number: int) -> Invalid:
    return Invalid(
        "Field {tag} on line {line} stands before any :20:.",
        where={"line": number},
        hint=_HINT,
        tag=shorten(tag),
        line=number,
    )
