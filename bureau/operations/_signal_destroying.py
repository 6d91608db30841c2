"""Takes the words and names of a signal away for good; counts and a certificate stay."""

from sqlalchemy import or_, select

from bureau.model import Signal, SignalCertificate, SignalDouble
from bureau.operations._signal_steps import end, step
from bureau.rules.events import EventKind
from bureau.work import Work

BASIS = "BGS 1.16(1)(b)"
WORDS = ("facts", "observation", "source", "ground", "checked", "outcome_words")


def destroy(work: Work, signal: Signal, basis: str = BASIS) -> SignalCertificate:
    """Blank all that names or describes somebody, and write down how much went.

    Every one of these fields is sealed, so the trail holds none of it: what is left are the
    reporter, the form, the outcome and the days, for statistics.
    """
    work.session.flush()
    connection = work.session.connection()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete=ON")
    counts = {
        "subjects": len(signal.subjects),
        "texts": sum(bool(getattr(signal, field)) for field in WORDS),
        "answers": len(signal.answers),
        "declarations": len(signal.testers),
        "doubles": _unpaired(work, signal),
    }
    for field in WORDS:
        setattr(signal, field, "")
    signal.subjects, signal.observed_on, signal.joined_id = [], None, None
    _step(work, signal)
    for row in (*signal.answers, *signal.testers, *signal.steps):
        _blank(row)
    made = SignalCertificate(
        signal_id=signal.id, basis=basis, counts=counts, by_id=work.actor.id, at=work.now
    )
    work.session.add(made)
    work.record(EventKind.SIGNAL_DESTROYED, signal, rows=sum(counts.values()))
    return made


def _step(work: Work, signal: Signal) -> None:
    """Along with its case, or by the table where it never became one."""
    if signal.opened_id:
        end(work, signal)
    else:
        step(work, signal, "destroyed")


def _blank(row: object) -> None:
    for field in ("reason", "interest", "words"):
        if hasattr(row, field):
            setattr(row, field, "")


def _unpaired(work: Work, signal: Signal) -> int:
    """Take away what was judged of this signal beside others; how many judgements that were."""
    query = select(SignalDouble).where(
        or_(SignalDouble.signal_id == signal.id, SignalDouble.other_id == signal.id)
    )
    found = work.session.scalars(query).all()
    for row in found:
        other = work.session.get_one(Signal, row.signal_id)
        if other is not signal:
            other.joined_id = None
            work.record(EventKind.SIGNAL_HANDLED, other, part="double", gone=True)
        work.session.delete(row)
    return len(found)
