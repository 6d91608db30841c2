"""A dossier of any length: the sample of a track with its registers repeated and renumbered."""

from dataclasses import fields, replace
from itertools import count

from bureau.rules.vocabulary import Language, Track
from reports.dossier import Dossier
from tests.reports.samples import sample

_REPEATED = (
    "timeline", "entities", "assets", "steps", "deadlines", "custody", "inquiry", "signals",
    "conditions", "grounds", "needs", "plan", "rights", "terms", "consents",
)  # fmt: skip


def lengthened(track: Track, times: int, language: Language = Language.NL) -> Dossier:
    """The sample of `track` with each register `times` as long, its numbers in order."""
    short = sample(track, language)
    has = {field.name for field in fields(short)}
    longer = {name: _again(getattr(short, name), times, short) for name in _REPEATED if name in has}
    if "statements" in has:
        longer["statements"] = _numbered(short.statements, times, short)
        longer["evidence"] = _sources(short.evidence, times)
    return replace(short, **longer)


def _again(rows, times, short):
    if not isinstance(rows, tuple):
        return rows
    return tuple(_referring(row, turn, short) for turn in range(times) for row in rows)


def _referring(row, turn, short):
    sources = getattr(row, "sources", None)
    if not sources:
        return row
    step = turn * len(short.evidence)
    return replace(row, sources=tuple(number + step for number in sources))


def _numbered(rows, times, short):
    numbers = count(1)
    repeated = [
        replace(
            _referring(row, turn, short),
            number=next(numbers),
            theme=f"{row.theme} {turn + 1}" if row.theme else "",
            text=f"{row.text} ({turn + 1})",
        )
        for turn in range(times)
        for row in rows
    ]
    return tuple(repeated)


def _sources(rows, times):
    numbers = count(1)
    return tuple(
        replace(row, number=next(numbers), title=f"{row.title} {turn + 1}")
        for turn in range(times)
        for row in rows
    )
