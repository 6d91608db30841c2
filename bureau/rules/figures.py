"""Figures: typed, dated facts of a case that no other record holds, so that indicators compute."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bureau.errors import N_, Invalid
from bureau.rules import money
from bureau.rules.money import Money
from bureau.rules.schema import Texts
from bureau.rules.tables import Row, Table, table
from bureau.rules.vocabulary import Language

YES, NO = "yes", "no"
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,4})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TEXT, _HUNDRED = 500, Decimal(100)


class Unit(StrEnum):
    """What a figure is written in; money is euro, kept in cents."""

    MONEY = "money"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TEXT = "text"
    YESNO = "yesno"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureKind(Row):
    """A kind of figure: its words, its unit, about whom it is, and which indicators it feeds.

    A `guarded` one tells that somebody may need help: it is never told to the person screened.
    """

    name: Texts
    help: Texts
    unit: Unit
    subject: str = ""
    many: bool = False
    options: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    guarded: bool = False


Value = Decimal | date | str | bool


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; a value of None says that somebody looked and found none."""

    kind: str
    value: Value | None
    subject: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a case, oldest first; the last word about one thing holds."""

    rows: tuple[Figure, ...] = ()

    def all(self, kind: str) -> tuple[Figure, ...] | None:
        """Every figure of a kind that may stand more than once; None where nobody looked."""
        found = [row for row in self.rows if row.kind == kind]
        return tuple(row for row in found if row.value is not None) if found else None

    def number(self, kind: str, subject: str | None = None) -> Decimal | None:
        """The last number or amount in cents of this kind, about `subject` where one is named."""
        value = self._last(kind, subject)
        return value if isinstance(value, Decimal) else None

    def day(self, kind: str) -> date | None:
        """The last date of this kind."""
        value = self._last(kind, None)
        return value if isinstance(value, date) else None

    def said(self, kind: str, subject: str | None = None) -> bool | None:
        """The last yes or no of this kind, about `subject` where one is named."""
        value = self._last(kind, subject)
        return value if isinstance(value, bool) else None

    def words(self, kind: str) -> str:
        """The last text of this kind; nothing where there is none."""
        value = self._last(kind, None)
        return value if isinstance(value, str) else ""

    def subjects(self, kind: str) -> tuple[str, ...]:
        """About whom there is a figure of this kind, each once."""
        return tuple(dict.fromkeys(row.subject for row in self.rows if row.kind == kind))

    def _last(self, kind: str, subject: str | None) -> Value | None:
        fitting = (
            row.value
            for row in reversed(self.rows)
            if row.kind == kind and subject in (None, row.subject)
        )
        return next(fitting, None)


NO_FIGURES = Figures()


def figure_kinds() -> Table[FigureKind]:
    """The kinds of figure, with the indicators that each feeds."""
    return table("figures", FigureKind)


def kept(kind: FigureKind, text: str) -> str:
    """`text` as it is kept: cents, a decimal, an ISO day, yes or no; raises Invalid."""
    written = text.strip()
    match kind.unit:
        case Unit.MONEY:
            return str(_positive(kind, money.parse(written).minor))
        case Unit.NUMBER | Unit.PERCENT:
            return str(_decimal(kind, written))
        case Unit.DATE:
            return _day(kind, written)
        case Unit.YESNO:
            return _among(kind, written, (YES, NO))
        case Unit.CHOICE:
            return _among(kind, written, kind.options)
        case Unit.TEXT if written and len(written) <= _TEXT and "\0" not in written:
            return written
    raise _wrong(kind, written)


def read(kind: FigureKind, stored: str | None) -> Value | None:
    """The value that was kept under `kind`; None where one looked and found none."""
    if stored is None:
        return None
    match kind.unit:
        case Unit.MONEY | Unit.NUMBER | Unit.PERCENT:
            return Decimal(stored)
        case Unit.DATE:
            return date.fromisoformat(stored)
        case Unit.YESNO:
            return stored == YES
    return stored


def shown(kind: FigureKind, stored: str | None) -> Texts:
    """The value as people read it, in both languages."""
    value = read(kind, stored)
    if value is None:
        return Texts("gezocht, niets gevonden", "looked, found none")
    if kind.unit is Unit.MONEY:
        amount = Money(int(str(value)))
        return Texts(amount.display(Language.NL), amount.display(Language.EN))
    if isinstance(value, bool):
        return Texts("ja", "yes") if value else Texts("nee", "no")
    text = str(value)
    if kind.unit is Unit.PERCENT:
        return Texts(f"{text.replace('.', ',')}%", f"{text}%")
    if isinstance(value, Decimal):
        return Texts(text.replace(".", ","), text)
    return _OPTIONS.get(text, Texts(text, text)) if kind.unit is Unit.CHOICE else Texts(text, text)


_OPTIONS = {
    "operator": Texts("exploitant van speelautomaten", "operator of gaming machines"),
    "brewery": Texts("brouwerij", "brewery"),
    "landlord": Texts("verhuurder", "landlord"),
}


def option_words(code: str) -> Texts:
    """What an option of a choice is called."""
    return _OPTIONS.get(code, Texts(code, code))


def _positive(kind: FigureKind, cents: int) -> int:
    if cents < 0:
        raise _wrong(kind, str(cents))
    return cents


def _decimal(kind: FigureKind, written: str) -> Decimal:
    if not _NUMBER.fullmatch(written):
        raise _wrong(kind, written)
    number = Decimal(written.replace(",", "."))
    if kind.unit is Unit.PERCENT and number > _HUNDRED:
        raise _wrong(kind, written)
    return number


def _day(kind: FigureKind, written: str) -> str:
    if not _DAY.fullmatch(written):
        raise _wrong(kind, written)
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        raise _wrong(kind, written) from None


def _among(kind: FigureKind, written: str, known: tuple[str, ...]) -> str:
    if written not in known:
        raise _wrong(kind, written)
    return written


_HINTS = {
    Unit.MONEY: N_("Write an amount in euro, not less than nought: 1234.50."),
    Unit.NUMBER: N_("Write a number, not less than nought: 12 or 12.5."),
    Unit.PERCENT: N_("Write a percentage from 0 to 100: 12.5."),
    Unit.DATE: N_("Write a day: 2026-11-20."),
    Unit.TEXT: N_("Write a short text of at most 500 characters."),
    Unit.YESNO: N_("Answer yes or no."),
    Unit.CHOICE: N_("Choose one of the options."),
}


def _wrong(kind: FigureKind, written: str) -> Invalid:
    return Invalid(
        "{value} is no value for this figure.",
        where={"field": "value", "kind": kind.code},
        hint=_HINTS[kind.unit],
        value=written[:40] or "-",
    )
