"""Runs the rules over the looks of the last weeks: alerts that cite lines newer than were seen."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from bureau.watch import series, single
from bureau.watch.single import Looks, Numbers
from bureau.watch.values import Alert, Known

Rule = Callable[[Looks, Known, Numbers], Iterator[Alert]]
RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "R01": single.own_circle,
        "R02": single.guarded,
        "R03": series.untasked,
        "R04": series.far_more,
        "R05": series.sweeps,
        "R06": single.odd_hours,
        "R07": series.no_action,
        "R08": series.several_bodies,
        "R09": series.refused_again,
        "R10": series.taken_out,
        "R11": single.honey,
        "R12": series.often,
        "R13": series.same_reason,
        "R14": single.full,
    }
)
MEMORY_DAYS = 61  # the longest any rule looks back, twice: a median of thirty days before a day


def alerts(
    looks: Looks, known: Known, numbers: Mapping[str, Numbers], since: int = 0
) -> tuple[Alert, ...]:
    """What the rules in force ask about `looks`, in their order; each alert once, at its widest.

    Only alerts that cite a line after `since` are given, so that a run goes on where the last
    one ended. An alert asks; it concludes nothing.
    """
    found: dict[str, Alert] = {}
    for code, rule in RULES.items():
        if code not in numbers:
            continue
        for each in rule(looks, known, numbers[code]):
            before = found.get(each.key)
            lines = tuple(sorted({*each.lines, *(before.lines if before else ())}))
            found[each.key] = Alert(each.rule, each.actor, each.key, lines, each.figures)
    return tuple(each for each in found.values() if max(each.lines) > since)
