"""What a pattern finds by chance: the same search over the same money, shuffled."""

import hashlib
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from bureau.graph.columns import Ids
from bureau.graph.ledger import Ints, Ledger
from bureau.graph.scene import Budget, Pattern, Scene
from bureau.graph.settings import Settings

_REPAIRS = 50
_PATIENCE = 3  # times the work of one search


def seed_of(scene: Scene) -> int:
    """A seed that follows from the payments alone: the same case is always shuffled alike."""
    digest = hashlib.sha256()
    for ledger in scene.ledgers:
        digest.update("\n".join((ledger.currency, *ledger.ids)).encode())
        digest.update(ledger.minor.astype("<i8").tobytes())
        digest.update(ledger.begin.astype("<i8").tobytes())
    return int.from_bytes(digest.digest()[:8], "big")


def reshuffled(ledger: Ledger, chance: np.random.Generator) -> Ledger:
    """Every account pays and is paid as often as before, each amount by the same payer.

    Who is paid and when is dealt out anew among the payments. Payments of regulated hubs
    stay as they are, and nobody is made to pay himself if that can be avoided.
    """
    free = np.flatnonzero(~ledger.hub)
    dealt = _without_own(ledger, free, chance)
    moments = chance.permutation(free)
    payee, payee_agent = ledger.payee.copy(), ledger.payee_agent.copy()
    begin, end = ledger.begin.copy(), ledger.end.copy()
    payee[free], payee_agent[free] = ledger.payee[dealt], ledger.payee_agent[dealt]
    begin[free], end[free] = ledger.begin[moments], ledger.end[moments]
    order = np.lexsort((np.arange(len(ledger)), end, begin))
    return replace(
        ledger,
        ids=Ids(ledger.ids, order.astype(np.int32)),
        begin=begin[order],
        end=end[order],
        minor=ledger.minor[order],
        payer=ledger.payer[order],
        payee=payee[order],
        payer_agent=ledger.payer_agent[order],
        payee_agent=payee_agent[order],
        hub=ledger.hub[order],
    )


def _without_own(ledger: Ledger, free: Ints, chance: np.random.Generator) -> Ints:
    """The payments whose receivers the free payments get; own receivers are swapped away."""
    dealt = chance.permutation(free)
    for _ in range(_REPAIRS):
        own = np.flatnonzero(ledger.payer_agent[free] == ledger.payee_agent[dealt])
        if not len(own):
            break
        for place, other in zip(own, chance.integers(len(free), size=len(own)), strict=True):
            dealt[[place, other]] = dealt[[other, place]]
    return dealt


@dataclass(frozen=True, slots=True)
class Trial:
    """How often to shuffle, from which seed, and how much work each search may do."""

    times: int
    seed: int
    most_steps: int


def base_rate(
    pattern: Pattern, scene: Scene, settings: Settings, trial: Trial, hits: int
) -> dict[str, Any]:
    """How many hits the pattern has on shuffled payments; not a measure of any person."""
    if pattern.not_reshuffled:
        english, dutch = pattern.not_reshuffled
        return {
            "reshuffles": 0,
            "mean_hits": None,
            "at_least_as_many": None,
            "complete": True,
            "text": english,
            "text_nl": dutch,
        }
    chance = np.random.Generator(np.random.PCG64(trial.seed))
    counts, complete, spent = [], True, 0
    for _ in range(trial.times):
        if spent > _PATIENCE * trial.most_steps:
            break  # fewer whole shuffles are fair; many that stop early would count too low
        books = tuple(reshuffled(ledger, chance) for ledger in scene.ledgers)
        budget = Budget(trial.most_steps)
        counts.append(
            len(pattern.detect(replace(scene, ledgers=books), settings, budget).candidates)
        )
        complete, spent = complete and not budget.exhausted, spent + budget.spent
    return {**_summary(counts, hits), "complete": complete}


def _summary(counts: list[int], hits: int) -> dict[str, Any]:
    times = len(counts)
    if not times:
        return {
            "reshuffles": 0,
            "mean_hits": None,
            "at_least_as_many": None,
            "text": "No reshuffle was asked for.",
            "text_nl": "Er is niet geschud.",
        }
    mean = round(sum(counts) / times, 2)
    comma = str(mean).replace(".", ",")
    as_many = sum(count >= hits for count in counts)
    return {
        "reshuffles": times,
        "mean_hits": mean,
        "at_least_as_many": as_many,
        "text": f"In {times} random reshuffles of the same payments this search found {mean} "
        f"on average; in {as_many} of them at least the {hits} found here.",
        "text_nl": f"In {times} willekeurige schuddingen van dezelfde betalingen vond deze "
        f"zoektocht gemiddeld {comma}; in {as_many} daarvan ten minste de {hits} van hier.",
    }
