"""In which cases a pattern may be looked for: the phase that its data needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bureau.errors import NotAllowed
from bureau.graph.patterns import PATTERNS
from bureau.model import Case, Partnership
from bureau.operations import _processing
from bureau.operations._checks import one_of
from bureau.rules.categories import data_categories, insist_open
from bureau.rules.deadlines import deadlines
from bureau.rules.patterns import OWN_FILE, Pattern, patterns
from bureau.rules.phases import phase_of
from bureau.rules.terms import months_later
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

BASIS = "WGS 2.22, 2.23(6); Wet Bibob 7a"
JOINT = "DL20"
MONTHS = 12


@dataclass(frozen=True, slots=True)
class OpenPatterns:
    """What a case may be searched for in its phase (0: the authority's own file), and what not."""

    phase: int
    open: tuple[Pattern, ...]
    closed: tuple[Pattern, ...]
    basis: str = BASIS


def reached(case: Case) -> int:
    """The phase of a case: 0 for the authority's own file, else that whose gate it passed.

    A partnership case opens in phase 1 (WGS 2.23(5)); it enters another by a written necessity of
    named participants and by nothing else.
    """
    return OWN_FILE if case.kind is not CaseKind.PARTNERSHIP else phase_of(case.state).number


def until(kept: Partnership) -> date:
    """The last day for data that are processed together (WGS 1.8(7))."""
    start = kept.first_processing_at.date()
    years = deadlines().row(JOINT, start).length or 0
    return months_later(start, years * MONTHS)


def insist_category(case: Case, code: str, on: date) -> str:
    """The category of data of a source in a partnership case, if its phase admits it.

    Raises NotAllowed with the article where it may not be stored yet, Invalid for an unknown one.
    """
    if case.kind is not CaseKind.PARTNERSHIP or not code:
        return ""
    known = one_of(code, "category", data_categories().codes())
    insist_open(known, phase_of(case.state), on)
    return known


def admits(case: Case, phase: int, pattern: Pattern) -> bool:
    """Whether a pattern may be looked for in a case that stands in this phase."""
    if case.kind is not CaseKind.PARTNERSHIP:
        return pattern.in_own_file
    return pattern.lowest_phase <= phase


def insist(case: Case, phase: int, patterns: Iterable[Pattern]) -> None:
    """Stop at a pattern whose data this case may not hold yet; raises NotAllowed."""
    for pattern in patterns:
        if admits(case, phase, pattern):
            continue
        where = {"pattern": pattern.code, "phase": phase, "basis": BASIS}
        if case.kind is not CaseKind.PARTNERSHIP:
            raise NotAllowed(
                "{pattern} needs data of phase {lowest} of a partnership; this is the "
                "authority's own file.",
                where=where,
                hint="Look for it in a partnership case that stands in that phase ({basis}).",
                pattern=pattern.code,
                lowest=pattern.lowest_phase,
                basis=BASIS,
            )
        raise NotAllowed(
            "{pattern} needs data of phase {lowest}; this case stands in phase {phase}.",
            where=where,
            hint="Open that phase first, with a written necessity ({basis}).",
            pattern=pattern.code,
            lowest=pattern.lowest_phase,
            phase=phase,
            basis=BASIS,
        )


def here(work: Work, case: Case) -> OpenPatterns:
    """The patterns that can be run, parted by whether this case admits them."""
    phase = reached(case)
    rows = [row for row in patterns().on(work.today) if row.code in PATTERNS]
    heard = _processing.open_to(work, case, rows)
    may = tuple(row for row in rows if row.code in heard and admits(case, phase, row))
    return OpenPatterns(phase, may, tuple(row for row in rows if row not in may))
