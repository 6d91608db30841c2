"""One term of a case on a day: computed by the rules, or fixed by the date in a letter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bureau.rules import calendar, clock
from bureau.rules.clock import ClockState
from bureau.rules.dates import in_words
from bureau.rules.deadlines import deadlines, limit, soon
from bureau.rules.delay import Delay
from bureau.rules.phrases import phrase
from bureau.rules.tables import Texts
from bureau.rules.term_words import Explained
from bureau.rules.terms import TermRequest
from bureau.rules.vocabulary import Language

USABLE = "DL16"


@dataclass(frozen=True, slots=True)
class CaseClock:
    """One term of a case on a day, with the reckoning behind its end."""

    term: str
    name: Texts
    basis: str
    started_on: date
    state: ClockState
    raw: date
    due: date
    target: date
    days_left: int
    words: Texts
    explanation: tuple[Explained, ...] = ()
    remarks: tuple[Texts, ...] = ()
    suspended_days: int = 0
    finished_on: date | None = None
    unmoved: date | None = None

    def soon(self, today: date) -> bool:
        """Whether this running term is about to end, as it ends before any closed day moves it."""
        if self.state is not ClockState.RUNNING:
            return False
        if self.term == USABLE:
            alarm = limit("ADVICE-ALARM", today).value
            return today >= self.due - timedelta(days=alarm)
        return today >= soon(self.started_on, self.unmoved or self.due)

    def near(self, today: date) -> bool:
        """Whether this running term ends within the warning days, or passed the house's target.

        A short term is about to end only late (`soon`); who looks for what falls due wants it too.
        """
        if self.state is not ClockState.RUNNING:
            return False
        warned = calendar.working_days_before(self.due, limit("SOON", today).value)
        return self.soon(today) or today >= min(self.target, warned)

    @property
    def open(self) -> bool:
        """Whether somebody still has to act before it ends."""
        return self.state is not ClockState.STOPPED

    def plain(self, language: Language | str) -> dict[str, Any]:
        """The clock as plain values in one language."""
        return {
            "term": self.term,
            "name": self.name.in_(language),
            "basis": self.basis,
            "started": self.started_on.isoformat(),
            "state": self.state.value,
            "raw": self.raw.isoformat(),
            "due": self.due.isoformat(),
            "target": self.target.isoformat(),
            "days_left": self.days_left,
            "suspended_days": self.suspended_days,
            "text": self.words.in_(language),
            "explanation": [
                {
                    "from": row.start.isoformat(),
                    "until": row.until.isoformat(),
                    "days": row.days,
                    "rule": row.rule,
                    "basis": row.basis,
                    "text": row.text.in_(language),
                }
                for row in self.explanation
            ],
        }


def computed(
    request: TermRequest,
    finished: date | None,
    term: str = "",
    delays: Iterable[Delay] = (),
) -> CaseClock:
    """The clock of `request`; `finished` is the day on which the term was met."""
    found = clock.clock(request, finished, delays)
    row = deadlines().row(term or request.term, request.start)
    return CaseClock(
        term=row.code,
        name=row.name,
        basis=row.basis,
        started_on=request.start,
        state=found.state,
        raw=found.raw,
        due=found.due,
        target=found.target,
        days_left=found.days_left,
        words=found.words,
        explanation=found.answer.explanation,
        remarks=tuple(remark.text for remark in found.answer.remarks),
        suspended_days=found.answer.suspended_days,
        finished_on=finished,
        unmoved=found.answer.before_extension,
    )


def fixed(term: str, start: date, due: date, today: date, finished: date | None) -> CaseClock:
    """A clock of which the end stands in a letter, or is a day and not a length."""
    row = deadlines().row(term, start)
    target = calendar.working_days_before(due, limit("TARGET", start).value)
    target = max(target, start)
    day = finished or today
    state = ClockState.OVERDUE if today > due else ClockState.RUNNING
    state = ClockState.STOPPED if finished else state
    code = "clock.stopped_late" if finished and finished > due else f"clock.{state}"
    said = {"due": in_words(due), "target": in_words(target), "finished": in_words(day)}
    words = phrase(code, days=abs((due - day).days), **said)
    left = (due - day).days
    closed = row.chosen and not row.atw and calendar.closed(due)
    remarks = (phrase("clock.letter_closed", why=calendar.why_closed(due)),) if closed else ()
    return CaseClock(
        term=term,
        name=row.name,
        basis=row.basis,
        started_on=start,
        state=state,
        raw=due,
        due=due,
        target=target,
        days_left=left,
        words=words,
        remarks=remarks,
        finished_on=finished,
    )


def lapsing(request: TermRequest, finished: date | None) -> CaseClock:
    """A term in which somebody else may act: once it is over, it has simply ended."""
    found = computed(request, finished)
    if finished is None and found.state is ClockState.OVERDUE:
        return computed(request, found.due)
    return found
