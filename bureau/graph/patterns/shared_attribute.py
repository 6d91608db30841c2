"""UB-22: something rare is shared with a party established to transfer money unlicensed."""

from collections.abc import Iterator
from math import log

from bureau.graph.attributes import AGENTS, Use, uses
from bureau.graph.licences import unlicensed
from bureau.graph.recorded import NOT_PAYMENTS, Event
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time

Shared = tuple[float, int, Use, Use]  # how rare, how many have it, the party's and the agent's


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-22, rare shared attribute with a known agent.

    A known agent f is one of whom the case establishes that it offers to transfer money and
    has no licence (see bureau.graph.licences.unlicensed); a suspicion, a lead or an earlier
    hit never makes one. An attribute x is a phone, a device, a mail address, an account, a
    director or a unit: an address or property as it stands in the case, never a street or a
    building. df(x) = parties that have x, N = persons and companies in the case,
    w(x) = ln(N / df(x)). Hit for a party e and an f that both have x at the same time (nothing
    shows that one had ended before the other began) if df(x) <= `dfmax` and w(x) >= `wmin`; of
    several x the rarest. One step only. With the defaults it takes forty-one parties to be rare.
    """
    known = unlicensed(scene)
    shared = uses(scene) if known else {}
    size = sum(kind in AGENTS for _, kind in scene.graph.nodes(data="kind"))
    best: dict[tuple[str, str], Shared] = {}
    parties: set[str] = set()
    for having in shared.values():
        if not budget.spend(len(having)):
            break
        holders = {use.holder for use in having}
        parties |= holders - known.keys()
        rare = log(size / len(holders))
        if len(holders) <= settings["dfmax"] and rare >= settings["wmin"]:
            for one in _pairs(having, known):
                pair = one[0].holder, one[1].holder
                if pair not in best or rare > best[pair][0]:
                    best[pair] = rare, len(holders), *one
    found = [_candidate(size, one, known[flagged]) for (_, flagged), one in sorted(best.items())]
    return Found(len(parties), in_time(found))


def _pairs(having: list[Use], known: dict[str, tuple[Event, ...]]) -> Iterator[tuple[Use, Use]]:
    for flagged in having:
        for use in having if flagged.holder in known else ():
            if use.holder not in known and use.overlaps(flagged):
                yield use, flagged


def _candidate(size: int, shared: Shared, established: tuple[Event, ...]) -> Candidate:
    rare, holders, use, flagged = shared
    return Candidate(
        (use.holder, flagged.holder, use.shared),
        (use.tie, flagged.tie, *(event.id for event in established)),
        {
            "rarity": f"{rare:.2f}",
            "holders": holders,
            "parties": size,
            "overlap": "known" if use.dated_with(flagged) else "not_excluded",
        },
        min(event.begin for event in established),
        max(event.begin for event in established),
    )


PATTERN = Pattern(
    "UB-22",
    "1",
    {"dfmax": Parameter("2", "1000", whole=True), "wmin": Parameter("0", "30")},
    detect,
    NOT_PAYMENTS,
)
