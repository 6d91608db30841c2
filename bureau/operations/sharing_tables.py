"""What may be shared with whom, as a table that anybody who works here may read."""

from dataclasses import dataclass

from bureau.operations._checks import one_of
from bureau.policy import Permission
from bureau.rules.agenda import Phase
from bureau.rules.categories import Category, data_categories
from bureau.rules.events import EventKind
from bureau.rules.partners import PartnerKind, partners
from bureau.rules.sharing import Regime, Verdict, Way, natural_way, verdict, ways
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class SharingRow:
    """One category for the kind and phase asked: how it may go, or why it may not."""

    category: Category
    open: tuple[tuple[Way, Verdict], ...]
    closed: Verdict | None


@dataclass(frozen=True, slots=True)
class SharingTable:
    """Every category, decided for one kind of organisation in one phase."""

    kind: PartnerKind
    phase: Phase
    regime: Regime
    ways: tuple[Way, ...]
    rows: tuple[SharingRow, ...]


def list_partner_kinds(work: Work) -> tuple[PartnerKind, ...]:
    """The kinds of organisation of today, in the order of the act."""
    work.require(Permission.WORK_READ)
    work.record(EventKind.SHARING_READ, "table:partners")
    return partners().on(work.today)


def read_sharing(
    work: Work, kind: str, phase: str, regime: str = Regime.WGS, basis: str = ""
) -> SharingTable:
    """What may go to this kind of organisation in this phase: a decision for every category.

    With `basis` only that way is looked at. Raises Invalid for a code that no table knows.
    """
    work.require(Permission.WORK_READ)
    rows = partners().on(work.today)
    code = one_of(kind, "partner", tuple(row.code for row in rows))
    asked = Phase(one_of(phase, "phase", tuple(Phase)))
    under = Regime(one_of(regime, "regime", tuple(Regime)))
    there = ways().on(work.today)
    chosen = one_of(basis, "basis", ("", *(way.code for way in there)))
    looked = tuple(w for w in there if w.code == chosen or (not chosen and w.regime is under))
    found = tuple(
        _row(work, code, category, asked, under, looked)
        for category in data_categories().on(work.today)
    )
    work.record(EventKind.SHARING_READ, "table:sharing", partner=code, phase=asked.value)
    return SharingTable(partners().row(code, work.today), asked, under, there, found)


def _row(
    work: Work,
    kind: str,
    category: Category,
    phase: Phase,
    regime: Regime,
    looked: tuple[Way, ...],
) -> SharingRow:
    def told(way: Way) -> Verdict:
        return verdict(kind, category.code, phase.number, regime, work.today, basis=way.code)

    decided = [(way, told(way)) for way in looked]
    open_ways = tuple(each for each in decided if each[1].allowed)
    if open_ways:
        return SharingRow(category, open_ways, None)
    usual = natural_way(kind, regime, work.today)
    closed = decided[0][1] if len(looked) == 1 else told(usual)
    return SharingRow(category, (), closed)
