"""Signals that may be about the same subject, side by side; only a person joins them."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select

from bureau.matching.comparison import compare
from bureau.matching.values import Verdict
from bureau.model import Signal, SignalDouble
from bureau.operations._signal_subjects import compared, written
from bureau.rules.tables import Texts
from bureau.work import Work

AT_WORK = ("submitted", "tested", "accepted")
MOST = 20  # more are not looked through by anybody


@dataclass(frozen=True, slots=True)
class Double:
    """Another signal that may be about the same, with what speaks for and against it."""

    id: UUID
    reference: str
    reporter: str
    subjects: tuple[str, ...]
    facts: str
    likeness: float
    pro: tuple[Texts, ...]
    contra: tuple[Texts, ...]
    judged: SignalDouble | None


def doubles(work: Work, signal: Signal) -> tuple[Double, ...]:
    """The possible doubles of `signal` at the same bureau, the most alike first."""
    query = select(Signal).where(
        Signal.bureau_id == signal.bureau_id,
        Signal.id != signal.id,
        Signal.state.in_(AT_WORK),
    )
    judged = _judged(work, signal)
    found = [
        double
        for other in work.session.scalars(query.order_by(Signal.reference))
        if (double := _double(work, signal, other, judged.get(other.id)))
    ]
    return tuple(sorted(found, key=lambda each: (-each.likeness, each.reference))[:MOST])


def undecided(work: Work, signal: Signal) -> bool:
    """Whether a possible double of `signal` is not judged by anybody yet."""
    return any(double.judged is None for double in doubles(work, signal))


def _double(
    work: Work, signal: Signal, other: Signal, judged: SignalDouble | None
) -> Double | None:
    pairs = [
        compare(compared(one), compared(two), work.today)
        for one in signal.subjects
        for two in other.subjects
    ]
    alike = [pair for pair in pairs if pair.verdict is not Verdict.NO]
    if not alike:
        return None
    best = max(alike, key=lambda pair: pair.score)
    return Double(
        id=other.id,
        reference=other.reference,
        reporter=other.organisation.name,
        subjects=tuple(written(other.subjects)),
        facts=other.facts,
        likeness=best.score,
        pro=best.pro,
        contra=best.contra,
        judged=judged,
    )


def _judged(work: Work, signal: Signal) -> dict[UUID, SignalDouble]:
    rows = select(SignalDouble).where(
        or_(SignalDouble.signal_id == signal.id, SignalDouble.other_id == signal.id)
    )
    found = work.session.scalars(rows).all()
    return {row.other_id if row.signal_id == signal.id else row.signal_id: row for row in found}
