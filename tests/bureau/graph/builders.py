"""Small fictional cases, built with defaults, for the tests of the graph."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from bureau.graph.run import run
from bureau.graph.values import CaseEvidence, Edge, Loan, Node, Outcome, Payment, Sale
from bureau.rules.vocabulary import EntityKind, TieKind

START = date(2024, 1, 1)

DEFAULTS: Mapping[str, Mapping[str, int | float | str]] = {
    "UB-01": {"W_days": 90, "Gmin_eur": 25000, "k": 3, "theta": 0.85},
    "UB-03": {"N_days": 14, "k_max": 5, "tol": 0.1, "amin_eur": 2500},
    "UB-04": {"W_days": 60, "Cmin_eur": 20000, "r": 0.9, "d_hours": 48, "b": 0.1},
    "UB-10": {"T_eur": 10000, "f": 0.7, "W_days": 10, "n": 3, "alpha": 0.01},
    "UB-37": {"d_days": 120, "q": 0.6, "len": 4},
    "UB-38": {"w_days": 180, "j": 0.25},
}


def person(name: str, **said: object) -> Node:
    return Node(name, EntityKind.PERSON, said.pop("label", name), **said)


def company(name: str, **said: object) -> Node:
    return Node(name, EntityKind.COMPANY, name, **said)


def account(name: str, **said: object) -> Node:
    return Node(name, EntityKind.ACCOUNT, name, **said)


def tie(source: str, kind: TieKind, target: str, **said: object) -> Edge:
    return Edge(f"{source}-{kind}-{target}-{said.get('on', '')}", source, target, kind, **said)


def holds(holder: str, held: str, **said: object) -> Edge:
    return tie(holder, TieKind.HOLDS_ACCOUNT, held, **said)


def pay(
    source: str,
    target: str,
    day: int,
    euros: float,
    *,
    at: int | None = None,
    name: str = "",
    currency: str = "EUR",
) -> Payment:
    """Euros on a day after the start; `at` is the hour, if the time of day is known."""
    seconds = None if at is None else at * 3600
    on = START + timedelta(days=day)
    known = name or f"{source}>{target}@{day}.{at}/{euros}"
    return Payment(known, source, target, on, seconds, round(euros * 100), currency)


def lend(lender: str, borrower: str, day: int, euros: int, name: str = "L1") -> Loan:
    return Loan(name, lender, borrower, euros * 100, "EUR", START + timedelta(days=day))


def sell(name: str, seller: str, buyer: str, day: int, euros: int, **said: object) -> Sale:
    on = START + timedelta(days=day)
    return Sale(name, said.pop("property", "house"), seller, buyer, euros * 100, on, **said)


def outcome(
    pattern: str,
    payments: Iterable[Payment] = (),
    *,
    settings: Mapping[str, int | float | str] | None = None,
    reshuffles: int = 0,
    max_steps: int = 100_000,
    seed: int | None = None,
    **evidence: object,
) -> Outcome:
    return run(
        pattern,
        CaseEvidence(payments=tuple(payments), **evidence),
        {**DEFAULTS[pattern], **(settings or {})},
        reshuffles=reshuffles,
        max_steps=max_steps,
        seed=seed,
    )


def evidence_of(found: Outcome) -> list[set[str]]:
    return [set(hit.evidence) for hit in found.hits]
