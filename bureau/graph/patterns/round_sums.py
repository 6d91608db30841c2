"""UB-27: nearly all payments are round sums, unlike trade."""

from fractions import Fraction

import numpy as np

from bureau.graph.amounts import in_minor, share
from bureau.graph.ledger import Flags, Ints, Ledger
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time

_ROUND = 500


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-27, round-sum dominance.

    For all that an agent paid and was paid: at least `n` payments of which the share of whole
    multiples of 500 is >= `q`. Beside it stand the same share of the payments of others with
    the same activity (of all others where the activity or its payments are not known) and the
    lift, share / that share; both are told, neither decides. Amounts in another currency are
    read as multiples of 500 of it. Regulated hubs are no subject and their payments no trade.
    """
    tried = 0
    candidates: list[Candidate] = []
    for ledger in scene.ledgers:
        rows = ledger.between_agents()
        even = (ledger.minor % int(in_minor(Fraction(_ROUND), ledger.currency))) == 0
        if not budget.spend(len(ledger.names)):
            break
        counts, rounds = (_by_agent(ledger, some) for some in (rows, rows[even[rows]]))
        tried += int((counts > 0).sum())
        enough = (counts >= int(settings["n"])) & (rounds >= int(settings["n"] * settings["q"]))
        for agent in np.flatnonzero(enough).tolist():
            part = Fraction(int(rounds[agent]), int(counts[agent]))
            if part >= settings["q"]:
                base = _base(scene, ledger, agent, rows, even)
                candidates.append(_candidate(ledger, agent, rows, part, base))
    return Found(tried, in_time(candidates))


def _by_agent(ledger: Ledger, rows: Ints) -> Ints:
    """How many of these payments each agent made or got."""
    sides = np.concatenate((ledger.payer_agent[rows], ledger.payee_agent[rows]))
    return np.bincount(sides, minlength=len(ledger.names))


def _base(
    scene: Scene, ledger: Ledger, agent: int, rows: Ints, even: Flags
) -> tuple[str, Fraction | None]:
    """The share of round sums with others: whose, and how much; None where there are none."""
    payer, payee = ledger.payer_agent[rows], ledger.payee_agent[rows]
    others = (payer != agent) & (payee != agent)
    activities = np.array([_activity(scene, name) for name in ledger.names])
    activity = activities[agent]
    alike = others & ((activities[payer] == activity) | (activities[payee] == activity))
    for name, chosen in (("activity", alike if activity else others & False), ("case", others)):
        if chosen.any():
            return name, Fraction(int(even[rows[chosen]].sum()), int(chosen.sum()))
    return "unknown", None


def _activity(scene: Scene, name: str) -> str:
    return str(scene.graph.nodes[name]["activity"]).casefold() if name in scene.graph else ""


def _candidate(
    ledger: Ledger, agent: int, among: Ints, part: Fraction, base: tuple[str, Fraction | None]
) -> Candidate:
    whose, norm = base
    theirs = (ledger.payer_agent[among] == agent) | (ledger.payee_agent[among] == agent)
    rows = among[theirs].tolist()
    return Candidate(
        (ledger.names[agent],),
        tuple(ledger.ids[row] for row in rows),
        {
            "currency": ledger.currency,
            "payments": len(rows),
            "round_part": share(part),
            "compared_with": whose,
            "round_part_others": "unknown" if norm is None else share(norm),
            "lift": f"{float(part / norm):.2f}" if norm else "unknown",
        },
        int(ledger.begin[rows[0]]),
        int(ledger.begin[rows[-1]]),
    )


PATTERN = Pattern(
    "UB-27",
    "1",
    {"q": Parameter("0.01", "1"), "n": Parameter("2", "100000", whole=True)},
    detect,
    (
        "Not applicable: a reshuffle leaves every amount as it is; the share of round sums with "
        "others stands in the measurements instead.",
        "Niet van toepassing: schudden laat elk bedrag zoals het is; het aandeel ronde bedragen "
        "bij anderen staat in plaats daarvan bij de metingen.",
    ),
)
