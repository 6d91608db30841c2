"""How a step of a board is written in lines: one thing a line, in both languages side by side."""

import re
from datetime import date

from bureau.errors import Invalid
from bureau.rules.barriers import StepSignal
from bureau.rules.patterns import pattern, patterns
from bureau.rules.tables import Texts

_MARKS = re.compile(r"\s*\[([^\]]*)\]\s*\Z")


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text, without blank ones."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def paired(nl: str, en: str, field: str) -> tuple[Texts, ...]:
    """The lines in both languages; without English, the Dutch for both. Raises Invalid."""
    dutch, english = lines(nl), lines(en)
    if english and len(english) != len(dutch):
        raise Invalid(
            "There are {dutch} lines in Dutch and {english} in English.",
            where={"field": field},
            hint="Write each line in both languages, in the same order, or leave English empty.",
            dutch=len(dutch),
            english=len(english),
        )
    return tuple(map(Texts, dutch, english or dutch))


def signals_from(
    nl: str, en: str, before: tuple[StepSignal, ...], on: date
) -> tuple[StepSignal, ...]:
    """The signals of a step from its lines; the patterns stand behind a Dutch line: [UB-37 UB-39].

    The phase of a signal that was there stays; a new one has that of its patterns, or is seen in
    the own task (0). Raises Invalid for a pattern that does not exist.
    """
    marks = tuple(_marks(line, on) for line in lines(nl))
    dutch = "\n".join(_MARKS.sub("", line) for line in lines(nl))
    english = "\n".join(_MARKS.sub("", line) for line in lines(en))
    phases = {signal.text.nl: signal.phase for signal in before}
    return tuple(
        StepSignal(text, codes, phases.get(text.nl, _phase(codes, on)))
        for text, codes in zip(paired(dutch, english, "signals_en"), marks, strict=True)
    )


def _marks(line: str, on: date) -> tuple[str, ...]:
    found = _MARKS.search(line)
    codes = tuple(re.split(r"[\s,;]+", found[1].strip())) if found and found[1].strip() else ()
    known = {row.code for row in patterns().on(on)}
    if strange := next((code for code in codes if code not in known), None):
        raise Invalid(
            "There is no pattern {code}.",
            where={"field": "signals_nl"},
            hint="Look the codes up under Patterns; write them behind the line: [UB-37 UB-39].",
            code=strange[:20],
        )
    return codes


def _phase(codes: tuple[str, ...], on: date) -> int:
    return min((pattern(code, on).lowest_phase for code in codes), default=0)
