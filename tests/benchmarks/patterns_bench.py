"""Prints how the pattern searches compare with untimed cycle counting, on the same payments.

Run as `python -m tests.benchmarks.patterns_bench [payments] [pairs]`. Times on a shared machine
wander, so that only ratios of paired runs are worth reading; nothing is asserted.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import networkx as nx
import numpy as np

from bureau.graph.run import MOST_STEPS, pattern_of, run
from bureau.graph.scene import Budget, stage
from bureau.graph.settings import checked
from bureau.graph.values import CaseEvidence, Payment

SETTINGS = {
    "UB-01": {"W_days": 90, "Gmin_eur": 25000, "k": 3, "theta": 0.85},
    "UB-03": {"N_days": 14, "k_max": 5, "tol": 0.1, "amin_eur": 2500},
    "UB-04": {"W_days": 60, "Cmin_eur": 20000, "r": 0.9, "d_hours": 48, "b": 0.1},
    "UB-10": {"T_eur": 10000, "f": 0.7, "W_days": 10, "n": 3, "alpha": 0.01},
}
LABELLED = Path(__file__).parents[2] / "../shared/data/c-transactions/amlgentex-seed0"
BOUND = 4


def city(count: int, seed: int = 7) -> tuple[Payment, ...]:
    """Heavy-tailed payments in a year among half as many agents, at most 5,000."""
    chance = np.random.default_rng(seed)
    agents = min(5000, count // 2)
    weight = 1 / np.arange(1, agents + 1) ** 0.9
    ends = chance.choice(agents, size=(count, 2), p=weight / weight.sum())
    amounts = np.exp(chance.normal(7.6, 1.3, size=count))
    moments = chance.integers(0, 365 * 86400, size=count)
    first = date(2024, 1, 1)
    return tuple(
        Payment(
            f"p{i}",
            f"a{a}",
            f"a{b}",
            first + timedelta(days=int(when) // 86400),
            int(when) % 86400,
            round(float(euros) * 100) + 1,
            "EUR",
        )
        for i, ((a, b), euros, when) in enumerate(zip(ends, amounts, moments, strict=True))
        if a != b
    )


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Seconds that the work took, and its result."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def untimed_cycles(payments: tuple[Payment, ...], least: int) -> int:
    """Cycles of at most four agents that networkx counts, blind to time and amount."""
    graph = nx.DiGraph((p.source, p.target) for p in payments if p.amount_minor >= least)
    return sum(1 for _ in nx.simple_cycles(graph, length_bound=BOUND))


def compare(payments: tuple[Payment, ...], pairs: int) -> None:
    """Paired runs of UB-03 and of networkx.simple_cycles."""
    evidence = CaseEvidence(payments=payments)
    settings = {**SETTINGS["UB-03"], "k_max": BOUND}
    scene, pattern = stage(evidence), pattern_of("UB-03")
    checked_settings = checked("UB-03", pattern.parameters, settings)
    ratios, searches = [], []
    for _ in range(pairs):
        alone, _ = timed(lambda: pattern.detect(scene, checked_settings, Budget(MOST_STEPS)))
        ours, found = timed(lambda: run("UB-03", evidence, settings, reshuffles=0))
        theirs, cycles = timed(lambda: untimed_cycles(payments, 250_000))
        ratios.append(theirs / ours)
        searches.append(theirs / alone)
    print(
        f"  UB-03 from values to hits: {len(found.hits)} hits, {found.steps} steps;"
        f" simple_cycles: {cycles} cycles"
    )
    for name, all_of in (("from values to hits", ratios), ("search alone", searches)):
        print(
            f"  simple_cycles / UB-03 {name}: median {statistics.median(all_of):.2f}"
            f" ({min(all_of):.2f} to {max(all_of):.2f}, {pairs} pairs)"
        )


def survey(payments: tuple[Payment, ...]) -> None:
    """Hits, subjects and steps of each pattern."""
    evidence = CaseEvidence(payments=payments)
    for pattern, settings in SETTINGS.items():
        seconds, found = timed(lambda p=pattern, s=settings: run(p, evidence, s, reshuffles=0))
        print(
            f"  {pattern}: {len(found.hits)} hits, {found.subjects_tried} tried,"
            f" {found.steps} steps, complete {found.complete}, {seconds:.2f} s"
        )


def labelled_city() -> None:
    """How many hits on labelled payments are laundering and how many wholly innocent."""
    lines = (LABELLED / "transactions.csv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split(",") for line in lines]
    payments = tuple(
        Payment(
            f"T{i}",
            row[4],
            row[5],
            date.fromisoformat(row[1]),
            None,
            int(Decimal(row[3]) * 100),
            "EUR",
        )
        for i, row in enumerate(rows)
    )
    loose = {"N_days": 20, "k_max": 6, "tol": 0.8, "amin_eur": 100}
    found = run("UB-03", CaseEvidence(payments=payments), loose)
    guilty = sum(any(rows[int(name[1:])][8] == "1" for name in hit.evidence) for hit in found.hits)
    print(
        f"Labelled city, UB-03 loosened: {len(found.hits)} hits, {guilty} touch laundering,"
        f" {len(found.hits) - guilty} wholly innocent; {found.base_rate['text']}"
    )


def main(arguments: list[str]) -> None:
    """Print everything."""
    count, pairs = (int(a) for a in (*arguments, *("10000", "5")[len(arguments) :]))
    payments = city(count)
    print(f"{len(payments)} made-up payments")
    survey(payments)
    compare(payments, pairs)
    if LABELLED.exists():
        labelled_city()


if __name__ == "__main__":
    main(sys.argv[1:])
