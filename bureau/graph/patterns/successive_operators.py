"""UB-44: after a refusal or closure a next operator comes that shares something rare."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bureau.graph.facts import period, text
from bureau.graph.ledger import last_second, second
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.sharing import Uses, shared
from bureau.graph.values import Record
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import RecordKind, TieKind

_STOPS = ("refused", "withdrawn", "closed")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class _Operator:
    """Somebody who began, or applied, at some premises on a day; `proof` says so."""

    begin: date
    name: str
    proof: str


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-44, successive operators at one unit.

    Operators of a premises in order of their first day: ties of operating there with a known
    beginning, and applicants by the day of the decision about them. For two that follow each
    other, a then b, hit if b began at most `m` calendar months after a refusal, withdrawal or
    closure at the premises that fell on or after the day a began and not after b did, and they
    share
    something that at most `dfmax` parties of the case have: a phone or device, an account,
    an employee, a director, manager, owner or private lender. The unit itself does not count
    as shared, nor what a regulated hub provides. Each pair is one hit.
    """
    uses, tried = shared(scene), 0
    candidates: list[Candidate] = []
    for premises, operators in sorted(_operators(scene).items()):
        stops = _stops(scene, premises)
        for a, b in pairwise(operators):
            if not budget.spend(1 + len(uses)):
                return Found(tried, in_time(candidates))
            tried += 1
            between = [row for row in stops if row.on and a.begin <= row.on <= b.begin]
            near = [row for row in between if row.on and b.begin <= _after(row.on, settings)]
            common = dict(_common(uses, a.name, b.name, settings)) if near else {}
            if common:
                candidates.append(_candidate(premises, (a, b), near[-1], common))
    return Found(tried, in_time(candidates))


def _operators(scene: Scene) -> dict[str, list[_Operator]]:
    found: dict[str, dict[str, _Operator]] = {}
    known = []
    for source, target, key, tie in scene.graph.edges(keys=True, data=True):
        if tie["kind"] is TieKind.OPERATES_AT and (begin := period(tie)[0]):
            known.append((target, _Operator(begin, source, key)))
    for row in scene.records.get(RecordKind.PERMIT_DECISION, ()):
        premises, who = row.party("premises"), row.party("applicant")
        if premises and who and row.on:
            known.append((premises, _Operator(row.on, who, row.id)))
    for premises, one in sorted(known, key=lambda each: (each[1].begin, each[1].proof)):
        if not scene.agents.is_hub(one.name):
            found.setdefault(premises, {}).setdefault(one.name, one)
    return {premises: list(by_name.values()) for premises, by_name in found.items()}


def _stops(scene: Scene, premises: str) -> list[Record]:
    return [
        row
        for row in scene.records.get(RecordKind.PERMIT_DECISION, ())
        if row.party("premises") == premises and text(row, "decision") in _STOPS
    ]


def _after(day: date, settings: Settings) -> date:
    """So many calendar months later, or the last day of that month where it is shorter."""
    months = day.month - 1 + int(settings["m"])
    year, month = day.year + months // _MONTHS, months % _MONTHS + 1
    for last in range(day.day, 0, -1):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    return date.max


def _common(
    uses: Uses, one: str, other: str, settings: Settings
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What both have and few others do, with the ties that say so."""
    for what, by in uses.items():
        if one in by and other in by and len(by) <= settings["dfmax"]:
            yield what, tuple(use.tie for name in (one, other) for use in by[name])


def _candidate(
    premises: str,
    pair: tuple[_Operator, _Operator],
    stop: Record,
    common: dict[str, tuple[str, ...]],
) -> Candidate:
    first, then = pair
    proof = (first.proof, stop.id, then.proof, *(t for ties in common.values() for t in ties))
    day = stop.on or then.begin
    return Candidate(
        (premises, first.name, then.name, *sorted(common)),
        tuple(dict.fromkeys(proof)),
        {
            "decision": text(stop, "decision"),
            "days_after": (then.begin - day).days,
            "shared": len(common),
        },
        second(first.begin),
        last_second(then.begin),
    )


PATTERN = Pattern(
    "UB-44",
    "1",
    {
        "m": Parameter("1", "240", whole=True),
        "dfmax": Parameter("2", "1000", whole=True),
    },
    detect,
    (
        "Not applicable: it rests on permits and registers; shuffled payments do not change them.",
        "Niet van toepassing: het berust op vergunningen en registers; geschudde betalingen "
        "veranderen die niet.",
    ),
)
