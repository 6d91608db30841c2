"""Prints what the payment patterns find of the laundering that AMLGentex labelled, and the cost.

Run as `python -m tests.benchmarks.labelled_bench`. A payment counts as pointed at when it is among
the evidence of a hit. Beside the patterns stands the naive rule that accuses every payment of an
account with five or more counterparties. A few settings are tried for each pattern on one half of
the accounts' labels and judged on the other half, and the other way about: no setting is chosen on
what it is judged by. The printed table is what the closing of an issue quotes; nothing is asserted.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path

from bureau.graph.run import run
from bureau.graph.values import CaseEvidence, Payment
from bureau.rules.patterns import patterns

FILE = Path(__file__).parents[2] / "../shared/data/c-transactions/amlgentex-seed0/transactions.csv"
# The sums of this city are a tenth of those the defaults are made for.
TRIED: Mapping[str, Mapping[str, tuple[float, ...]]] = {
    "UB-01": {"Gmin_eur": (500, 2000, 5000), "k": (2, 3), "theta": (0.7, 0.85)},
    "UB-02": {"Gmin_eur": (1000, 5000), "rho": (0.15, 0.3)},
    "UB-03": {"N_days": (14, 20), "k_max": (5, 6), "tol": (0.1, 0.5, 0.8), "amin_eur": (50, 100)},
    "UB-04": {"Cmin_eur": (500, 2000, 5000), "r": (0.7, 0.9), "d_hours": (48, 240), "b": (0.1, 1)},
    "UB-09": {"k": (4, 6, 10), "w_days": (7, 14), "r": (1, 2)},
    "UB-10": {"T_eur": (500, 1000), "n": (3, 5)},
    "UB-21": {"s": (4, 10), "r": (4, 10), "x_eur": (1000, 5000)},
    "UB-25": {"k": (3, 5), "j": (0.4, 0.6)},
    "UB-27": {"q": (0.5, 0.7), "n": (10, 20)},
    "UB-28": {"g_days": (60, 90), "x_eur": (500, 2500)},
}
MANY = 5


@dataclass(frozen=True, slots=True)
class City:
    """The payments and, by payment, the label of its pattern and of its group; "" is innocent."""

    payments: tuple[Payment, ...]
    kind: Mapping[str, str]
    group: Mapping[str, str]


def city() -> City:
    """The made-up city of AMLGentex."""
    with FILE.open(encoding="utf-8") as lines:
        rows = {f"T{i}": row for i, row in enumerate(csv.DictReader(lines))}
    payments = tuple(
        Payment(
            name,
            row["nameOrig"],
            row["nameDest"],
            date.fromisoformat(row["date"]),
            None,
            int(Decimal(row["amount"]) * 100),
            "EUR",
        )
        for name, row in rows.items()
    )
    wrong = {name: row["pattern"] if row["isSAR"] == "1" else "" for name, row in rows.items()}
    return City(payments, wrong, {name: row["patternID"] for name, row in rows.items()})


def half(group: str) -> int:
    """In which half a labelled group falls: by its number, so that it stays whole."""
    return sum(map(ord, group)) % 2


def settings(code: str) -> Iterator[dict[str, float]]:
    """The defaults of a pattern, and every combination that is tried."""
    row = next(each for each in patterns() if each.code == code)
    defaults = {name: float(value) for name, value in row.defaults().items()}
    yield defaults
    tried = TRIED[code]
    for values in product(*tried.values()):
        yield {**defaults, **dict(zip(tried, values, strict=True))}


def pointed(code: str, chosen: Mapping[str, float], evidence: CaseEvidence) -> frozenset[str]:
    """The payments among the evidence of what a pattern finds."""
    exact = {name: int(value) if value == int(value) else value for name, value in chosen.items()}
    found = run(code, evidence, exact, reshuffles=0)
    return frozenset(name for hit in found.hits for name in hit.evidence)


def naive(payments: tuple[Payment, ...]) -> frozenset[str]:
    """Every payment of an account with five or more counterparties."""
    others: dict[str, set[str]] = defaultdict(set)
    for payment in payments:
        others[payment.source].add(payment.target)
        others[payment.target].add(payment.source)
    busy = {name for name, seen in others.items() if len(seen) >= MANY}
    return frozenset(each.id for each in payments if {each.source, each.target} & busy)


def scored(found: frozenset[str], known: City, kind: str, side: int | None) -> tuple[float, float]:
    """Precision and recall against one label; every other label counts as not found by it."""
    wanted = {
        name
        for name, label in known.kind.items()
        if label == kind and (side is None or half(known.group[name]) == side)
    }
    hit = len(found & wanted)
    # What is labelled otherwise is laundering too: it is no false accusation of this pattern.
    rest = {name for name in found if known.kind[name] == ""}
    return hit / max(1, hit + len(rest)), hit / max(1, len(wanted))


def worth(score: tuple[float, float]) -> float:
    """The harmonic mean of precision and recall."""
    precision, recall = score
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def table(known: City) -> Iterator[str]:
    """A line for each label and pattern that finds any of it, held out."""
    evidence = CaseEvidence(payments=known.payments)
    found = {
        code: [(chosen, pointed(code, chosen, evidence)) for chosen in settings(code)]
        for code in TRIED
    }
    plain = naive(known.payments)
    for kind in sorted(set(known.kind.values()) - {""}):
        size = sum(label == kind for label in known.kind.values())
        precision, recall = scored(plain, known, kind, None)
        naively = f"five or more counterparties {precision:.3f} / {recall:.3f}"
        yield f"{kind}: {size} payments; {naively}"
        for code, tries in found.items():
            line = _line(code, tries, known, kind)
            if line:
                yield line


def _line(
    code: str, tries: list[tuple[dict[str, float], frozenset[str]]], known: City, kind: str
) -> str:
    judged = []
    for side in (0, 1):
        best = max(tries, key=lambda each: worth(scored(each[1], known, kind, side)))
        judged.append(scored(best[1], known, kind, 1 - side))
    precision, recall = (sum(values) / 2 for values in zip(*judged, strict=True))
    at_default = scored(tries[0][1], known, kind, None)
    seen = max((scored(each[1], known, kind, None) for each in tries), key=worth)
    if not seen[1]:
        return ""
    return (
        f"  {code}: held out {precision:.3f} / {recall:.3f}"
        f"; best of those tried, not held out, {seen[0]:.3f} / {seen[1]:.3f}"
        f"; defaults {at_default[0]:.3f} / {at_default[1]:.3f}"
    )


if __name__ == "__main__":
    if not FILE.exists():
        raise SystemExit(f"the labelled payments are not at {FILE}")
    print("label, then precision / recall of payments pointed at")
    print("\n".join(table(city())))
