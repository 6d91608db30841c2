"""The reckoning of a term in words: what stood still, why, and what moved the end."""

from dataclasses import dataclass
from datetime import date

from bureau.rules.dates import in_words
from bureau.rules.deadlines import Deadline, Limit
from bureau.rules.money import Money
from bureau.rules.phrases import phrase
from bureau.rules.suspension import Stretch
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Explained:
    """One stretch that stood still, in days and in words; `counted` days moved the end."""

    start: date
    until: date
    days: int
    counted: int
    rule: str
    basis: str
    text: Texts


@dataclass(frozen=True, slots=True)
class Remark:
    """A further step of the reckoning, with its rule and basis."""

    rule: str
    basis: str
    text: Texts


def explanation(
    held: tuple[Stretch, ...], counted: frozenset[date], today: date | None
) -> tuple[Explained, ...]:
    """The stretches as rows; a day that two rules cover is counted once, for the first."""
    rows = []
    left = set(counted)
    for stretch in held:
        days = stretch.days()
        if not days:
            continue
        mine = days & left
        left -= mine
        text = _stretch_text(stretch, len(days) - len(mine), today)
        rule = stretch.rule
        rows.append(
            Explained(
                stretch.first, stretch.last, len(days), len(mine), rule.code, rule.basis, text
            )
        )
    return tuple(rows)


def _stretch_text(stretch: Stretch, rest: int, today: date | None) -> Texts:
    first, last = in_words(stretch.first), in_words(stretch.last)
    named = {"name": _capital(stretch.rule.name), "basis": stretch.rule.basis}
    if stretch.length() == 1:
        text = phrase("term.stretch_one", first=first, **named)
    else:
        text = phrase("term.stretch", first=first, last=last, days=stretch.length(), **named)
    if rest:
        text += phrase("term.not_counted", rest=rest)
    if stretch.running and today:
        text += phrase("term.running", today=in_words(today))
    return text


def stretch_remarks(held: tuple[Stretch, ...]) -> list[Remark]:
    """What is to be said of a stretch that was cut short or holds no day."""
    remarks = []
    for stretch in held:
        rule, name = stretch.rule, _capital(stretch.rule.name)
        if stretch.capped:
            last, days = in_words(stretch.last), stretch.length()
            text = phrase("term.capped", name=name, last=last, days=days)
            remarks.append(Remark(rule.cap, rule.basis, text))
        elif not stretch.length():
            remarks.append(Remark(rule.code, rule.basis, phrase("term.none", name=name)))
    return remarks


def raw_remark(row: Deadline, begin: date, length: int, raw: date) -> Remark:
    """Where the term would end without suspension."""
    counted = phrase(f"unit.{row.unit}", count=length)
    text = phrase("term.raw", length=counted, start=in_words(begin), raw=in_words(raw))
    return Remark(row.code, row.basis, text)


def penalty_remark(row: Deadline, first: date, last: date, fine: Money) -> Remark:
    """From when a late decision costs money, and how much at most."""
    amount = Texts(fine.display(Language.NL), fine.display(Language.EN))
    text = phrase("term.penalty", first=in_words(first), last=in_words(last), amount=amount)
    return Remark(row.code, row.basis, text)


def no_atw_remark(row: Deadline) -> Remark:
    """That the end of this term does not move for a closed day."""
    return Remark("ATW", row.basis, phrase("term.no_atw"))


def too_long_remark(longest: Limit) -> Remark:
    """That the term is too long for the Algemene termijnenwet."""
    most = phrase(f"unit.{longest.unit}", count=longest.value)
    return Remark(longest.code, longest.basis, phrase("term.too_long", limit=most))


def moved_remark(rule: Limit, end: date, due: date, why: Texts) -> Remark:
    """That the end moved from a closed day to an open one."""
    text = phrase("term.moved", closed=in_words(end), why=why, due=in_words(due))
    return Remark(rule.code, rule.basis, text)


def _capital(text: Texts) -> Texts:
    return Texts(text.nl[:1].upper() + text.nl[1:], text.en[:1].upper() + text.en[1:])
