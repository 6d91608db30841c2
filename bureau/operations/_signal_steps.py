"""What the steps of a signal share: what is recorded, and the step itself."""

from collections.abc import Iterable

from bureau.model import Signal, SignalStep, SignalTester
from bureau.operations import _signal_doubles
from bureau.rules import signals as law
from bureau.rules.events import EventKind
from bureau.rules.signals import DISINTERESTED, INTERESTED, UNASKED
from bureau.work import Work


def recorded(work: Work, signal: Signal) -> frozenset[str]:
    """The codes of what is recorded about a signal, as the states ask for it."""
    tests = {row.code for row in law.signal_tests().on(work.today)}
    told = {
        "facts": signal.facts,
        "observation": signal.observation,
        "observed_on": signal.observed_on,
        "source": signal.source,
        "subject": signal.subjects,
        "ground": signal.ground,
        "form": signal.form,
        "quality": signal.checked_at,
        "interests": _declared(signal),
        "testers": [row for row in signal.testers if _other_body(signal, row)],
        "answers": tests <= {row.test for row in signal.answers},
        "reason": signal.outcome_reason,
        "involved": signal.involved,
    }
    found = {code for code, there in told.items() if there}
    if signal.submitted_at and not _signal_doubles.undecided(work, signal):
        found.add("doubles")
    return frozenset(found)


def _declared(signal: Signal) -> bool:
    """Whether the bureau declared no interest, and, once it is tested, everybody declared."""
    bureau = [row for row in signal.testers if row.person.organisation_id == signal.bureau_id]
    free = any(row.declaration == DISINTERESTED for row in bureau)
    asked = signal.testers if signal.state == "tested" else ()
    return free and not any(row.declaration == UNASKED for row in asked)


def _other_body(signal: Signal, row: SignalTester) -> bool:
    body = row.person.organisation_id
    other = body not in (signal.organisation_id, signal.bureau_id)
    return other and row.declaration != INTERESTED


def step(
    work: Work, signal: Signal, target: str, words: str = "", extra: Iterable[str] = ()
) -> SignalStep:
    """Take a signal to its next state; raises NotAllowed where something is missing."""
    known = recorded(work, signal) | frozenset(extra)
    moved = law.advance_signal(signal.state, target, known, work.today)
    return _made(work, signal, moved.code, words)


def follow(work: Work, signal: Signal) -> SignalStep:
    """Take a signal that is joined to another along when that one is accepted."""
    signal.outcome, signal.settled_at = "accepted", work.now
    return _made(work, signal, "accepted", "")


def end(work: Work, signal: Signal) -> SignalStep:
    """Take an accepted signal along when the case that came of it is destroyed."""
    return _made(work, signal, "destroyed", "")


def _made(work: Work, signal: Signal, state: str, words: str) -> SignalStep:
    signal.state = state
    made = SignalStep(
        number=len(signal.steps) + 1,
        state=state,
        words=words,
        by_id=work.actor.id,
        at=work.now,
    )
    signal.steps.append(made)
    work.record(EventKind.SIGNAL_STEPPED, signal, state=state)
    return made
