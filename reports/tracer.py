"""From a page that was found to the copy it came from; measured between two pieces of work."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256

from bureau.keys import mark_secrets
from bureau.operations import copies
from bureau.operations.copies import Copy
from bureau.work import Work
from reports.spacing import spacing
from reports.tracing import Match, Verdict, judge

Unit = Callable[[], AbstractContextManager[Work]]


@dataclass(frozen=True, slots=True)
class Traced:
    """What was found, and the copies that it points at, each with how sure that is."""

    verdict: Verdict
    found: tuple[tuple[Copy, Match], ...]
    sha256: str


def trace(unit: Unit, pdf: bytes) -> Traced:
    """The copy that a PDF, or a part of one, came from; the trail keeps that it was asked.

    Raises Invalid for a file that is no PDF.
    """
    with unit() as work:
        known = copies.list_traceable(work)
    verdict = judge(spacing(pdf), *mark_secrets(known))
    digest, likely = sha256(pdf).hexdigest(), {each.copy_id: each for each in verdict.matches}
    with unit() as work:
        rows = copies.record_trace(work, digest, verdict.outcome.value, tuple(likely))
    return Traced(verdict, tuple((row, likely[row.id]) for row in rows), digest)
