"""UB-43: somebody of small means who holds many positions for short times, beside one other."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bureau.graph.amounts import in_minor, money
from bureau.graph.facts import euros, known_span, period
from bureau.graph.ledger import last_second, second
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import EntityKind, RecordKind, TieKind

_POSITIONS = (TieKind.DIRECTS, TieKind.OWNS, TieKind.LEASES)
_CONTROL = (TieKind.DIRECTS, TieKind.OWNS, TieKind.MANAGES, TieKind.LENDS)
_YEAR = 365


@dataclass(frozen=True, slots=True)
class _Position:
    """A position of somebody in a company, property, lease or vehicle."""

    at: str
    tie: str
    begin: date | None
    end: date | None


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-43, nominee (straw person) profile.

    Positions of a person: ties of directing, owning and leasing (as tenant). Hit if on some day at
    least `k` positions in different things run together, all of known beginning; and the
    highest yearly income recorded is at most `i`; and the median length of the positions
    that ended is at most `t_days`; and one third person directs, owns, manages or lends to at least
    two of the things held. Income recorded over a period counts by the year of 365 days.
    Tried only for persons with an income in the case; whoever has one without an exchange rate
    is left out and counted. A regulated hub is no third person. It is no reproach: whoever has
    this profile may be used or forced, and a victim check is opened on every hit.
    """
    income, unrated, tried = _incomes(scene), _unrated(scene), 0
    candidates: list[Candidate] = []
    for name in sorted(income.keys() - unrated):
        held = _held(scene, name)
        if not budget.spend(1 + len(held) ** 2):
            break
        tried += 1
        top = income[name][0]
        together = _together(held)
        if len({row.at for row in together}) < settings["k"]:
            continue
        tenure = _median_tenure(held)
        if tenure is None or tenure > settings["t_days"]:
            continue
        behind = _third_person(scene, name, {row.at for row in held})
        if behind and top <= in_minor(settings["i_eur"], "EUR"):
            candidates.append(_candidate(scene, name, (held, together), behind, income[name]))
    return Found(tried, in_time(candidates), len(unrated))


def _unrated(scene: Scene) -> set[str]:
    """The persons with an income of which the euros are not known."""
    rows = (row for row in scene.records.get(RecordKind.INCOME, ()) if euros(row, scene) is None)
    names = (row.party("person") for row in rows)
    return {name for name in names if name is not None and name in scene.graph}


def _incomes(scene: Scene) -> dict[str, tuple[Fraction, str]]:
    """The highest yearly income of each person, in cents, with the record that says so."""
    found: dict[str, tuple[Fraction, str]] = {}
    yearly: dict[tuple[str, int], list[tuple[Fraction, str]]] = defaultdict(list)
    for row in scene.records.get(RecordKind.INCOME, ()):
        who, minor = row.party("person"), euros(row, scene)
        if who in scene.graph and minor is not None and row.on:
            days = (row.until - row.on).days + 1 if row.until else _YEAR
            amount = Fraction(minor * _YEAR, days) if days > _YEAR else Fraction(minor)
            yearly[who or "", row.on.year].append((amount, row.id))
    for (who, _), rows in yearly.items():
        total = sum((amount for amount, _ in rows), Fraction(0)), rows[0][1]
        found[who] = max(found.get(who, total), total)
    return {
        who: top
        for who, top in found.items()
        if scene.graph.nodes[who]["kind"] is EntityKind.PERSON
    }


def _held(scene: Scene, name: str) -> list[_Position]:
    rows = []
    for _, target, key, tie in scene.graph.out_edges(name, keys=True, data=True):
        if tie["kind"] in _POSITIONS[:2]:
            rows.append(_Position(target, key, *period(tie)))
    for source, _, key, tie in scene.graph.in_edges(name, keys=True, data=True):
        if tie["kind"] is TieKind.LEASES:
            rows.append(_Position(source, key, *period(tie)))
    return sorted(rows, key=lambda row: (row.begin or date.min, row.tie))


def _together(held: list[_Position]) -> list[_Position]:
    """The most positions that run on one day, of those with a known beginning."""
    best: list[_Position] = []
    for one in held:
        if (day := one.begin) is not None:
            running = [
                row for row in held if row.begin and row.begin <= day <= (row.end or date.max)
            ]
            best = max(best, running, key=lambda rows: len({row.at for row in rows}))
    return best


def _median_tenure(held: list[_Position]) -> Fraction | None:
    days = sorted((row.end - row.begin).days for row in held if row.begin and row.end)
    middle = len(days) // 2
    return Fraction(days[middle] + days[-middle - 1], 2) if days else None


def _third_person(scene: Scene, name: str, things: set[str]) -> tuple[str, tuple[str, ...]] | None:
    """Who else stands in control of most of these things, of at least two; with the ties."""
    seen: dict[str, dict[str, str]] = defaultdict(dict)
    for at in things:
        for source, key in _controllers(scene, at):
            if source != name and not scene.agents.is_hub(source):
                seen[source].setdefault(at, key)
    shared = [(len(ties), other) for other, ties in seen.items() if len(ties) > 1]
    if not shared:
        return None
    _, other = min(shared, key=lambda row: (-row[0], row[1]))
    return other, tuple(sorted(seen[other].values()))


def _controllers(scene: Scene, at: str) -> Iterator[tuple[str, str]]:
    for source, _, key, kind in scene.graph.in_edges(at, keys=True, data="kind"):
        person = scene.graph.nodes[source]["kind"] is EntityKind.PERSON
        if person and kind in _CONTROL:
            yield source, key


def _candidate(
    scene: Scene,
    name: str,
    positions: tuple[list[_Position], list[_Position]],
    behind: tuple[str, tuple[str, ...]],
    income: tuple[Fraction, str],
) -> Candidate:
    held, together = positions
    days = [day for row in held for day in (row.begin, row.end) if day]
    ties = sorted({row.tie for row in held} | set(behind[1]))
    first, last = known_span(scene)
    return Candidate(
        (name, behind[0], *sorted({row.at for row in together})),
        (*ties, income[1]),
        {
            "currency": "EUR",
            "positions_together": len({row.at for row in together}),
            "positions": len(held),
            "median_days": int(_median_tenure(held) or 0),
            "yearly_income": money(round(income[0]), "EUR"),
            "shared_with_third": len(behind[1]),
        },
        second(min(days)) if days else first,
        last_second(max(days)) if days else last,
    )


PATTERN = Pattern(
    "UB-43",
    "1",
    {
        "k": Parameter("2", "1000", whole=True),
        "i_eur": Parameter("0", "1000000"),
        "t_days": Parameter("1", "36600"),
    },
    detect,
    (
        "Not applicable: positions and income are facts of registers; shuffled payments do not "
        "change them.",
        "Niet van toepassing: functies en inkomen staan in registers; geschudde betalingen "
        "veranderen die niet.",
    ),
)
