"""What a letter of delay does to a decision term (Awb 4:14): a new date, or its one extension."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bureau.rules.dates import in_words
from bureau.rules.deadlines import deadlines
from bureau.rules.phrases import phrase
from bureau.rules.suspension import pushed, stretches
from bureau.rules.tables import Texts
from bureau.rules.term_words import Remark, explanation
from bureau.rules.terms import TermAnswer, TermRequest, compute

BASIS = "Awb 4:14"


@dataclass(frozen=True, slots=True)
class Delay:
    """A letter of delay; a `statutory` one tells a date and extends nothing (lid 1)."""

    sent: date
    until: date
    statutory: bool = False


def reckoned(request: TermRequest, delays: Iterable[Delay] = ()) -> TermAnswer:
    """The end of a decision term after its letters of delay, in the order they were sent.

    A term with an extension of its own is extended by it, once, unless other weeks were chosen.
    Otherwise the date told counts (lid 3); days suspended after the letter push that date.
    """
    letters = tuple(delays)
    moving = [letter for letter in letters if not letter.statutory]
    row = deadlines().row(request.term, request.start)
    if moving and row.extension:
        return compute(replace(request, extended=request.weeks in (None, row.length)))
    found = compute(request)
    if not letters:
        return found
    return _moved(request, found, moving[-1]) if moving else _told(found, letters[-1])


def _moved(request: TermRequest, found: TermAnswer, letter: Delay) -> TermAnswer:
    held = stretches(request.term, request.suspensions, request.today)
    days: frozenset[date] = frozenset().union(*(stretch.days() for stretch in held))
    later = frozenset(day for day in days if day > letter.sent)
    due, counted = pushed(letter.sent, letter.until, later)
    if due <= found.due:
        return _told(found, letter)
    counted |= {day for day in days if request.start < day <= letter.sent}
    text = phrase("clock.postponed", before=in_words(found.due), **_said(letter))
    return replace(
        found,
        suspended_days=len(counted),
        before_extension=due,
        due=due,
        explanation=explanation(held, counted, request.today),
        remarks=(*found.remarks, Remark("DL05", BASIS, text)),
    )


def _told(found: TermAnswer, letter: Delay) -> TermAnswer:
    remark = Remark("DL05", BASIS, phrase("clock.told", **_said(letter)))
    return replace(found, remarks=(*found.remarks, remark))


def _said(letter: Delay) -> dict[str, Texts]:
    return {"sent": in_words(letter.sent), "until": in_words(letter.until)}
