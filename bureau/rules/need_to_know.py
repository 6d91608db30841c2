"""Why somebody looks: closed purposes, limits as rows, and what counts as a reason in words."""

import re
from dataclasses import dataclass
from datetime import date

from bureau.rules.tables import Row, Table, Texts, table

SHORT, EMPTY = "short", "empty"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class LookPurpose(Row):
    """What somebody searches for: whether it names a case, and whether parties are found."""

    name: Texts
    cased: bool
    parties: bool

    @property
    def reasoned(self) -> bool:
        """Whether it asks why in words: parties are found and no case says why."""
        return self.parties and not self.cased


@dataclass(frozen=True, slots=True, kw_only=True)
class LookLimit(Row):
    """One number that bounds looking."""

    name: Texts
    number: int


def look_purposes() -> Table[LookPurpose]:
    """What somebody may search for."""
    return table("look_purposes", LookPurpose)


def look_limits() -> Table[LookLimit]:
    """The numbers that bound looking."""
    return table("need_to_know", LookLimit)


def most(code: str, on: date) -> int:
    """The number of a limit on a day; raises NotFound for an unknown code."""
    return look_limits().row(code, on).number


def fault(reason: str, on: date) -> str:
    """What is wrong with a reason: "short", "empty" (it says one thing over and over), or nothing.

    Whether it is true no program can tell: that is why somebody reviews it.
    """
    words = _WORD.findall(reason.casefold())
    if sum(map(len, words)) < most("reason_letters", on):
        return SHORT
    telling = {word for word in words if len(set(word)) > 1}
    return EMPTY if len(telling) < most("reason_words", on) else ""


def alike(one: str, other: str) -> bool:
    """Whether two reasons are the same text but for signs, capitals and figures."""
    return bare(one) == bare(other)


def bare(text: str) -> list[str]:
    """The words of a text by which two are compared."""
    return [word for word in _WORD.findall(text.casefold()) if not word.isdigit()]
