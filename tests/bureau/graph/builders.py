"""Small fictional cases, built with defaults, for the tests of the graph."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from bureau.graph.run import run
from bureau.graph.values import CaseEvidence, Edge, Loan, Node, Outcome, Payment, Record, Sale
from bureau.rules.patterns import patterns
from bureau.rules.vocabulary import EntityKind, RecordKind, TieKind

START = date(2024, 1, 1)


def plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


DEFAULTS: Mapping[str, Mapping[str, int | float | str]] = {
    row.code: {name: plain(value) for name, value in row.defaults().items()} for row in patterns()
}


FIELDS_OF_CASH = ("place", "latitude", "longitude", "denominations")


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


def record(
    kind: RecordKind,
    day: int | None = 0,
    euros: float | None = None,
    *,
    at: float | None = None,
    until: int | None = None,
    name: str = "",
    currency: str = "EUR",
    fields: Mapping[str, object] | None = None,
    **parties: str | None,
) -> Record:
    """A record on a day after the start, parties by role; `at` is the hour, `until` a day."""
    known = tuple((role, party) for role, party in parties.items() if party is not None)
    return Record(
        name or f"{kind}:{'.'.join(party for _, party in known)}@{day}.{at}/{euros}",
        kind,
        None if day is None else START + timedelta(days=day),
        None if at is None else round(at * 3600),
        None if until is None else START + timedelta(days=until),
        known,
        None if euros is None else round(euros * 100),
        currency,
        fields or {},
    )


def deposit(account: str, day: int, euros: float, by: str | None = None, **said: object) -> Record:
    """Cash put on an account; `place`, `latitude`, `longitude` and notes are fields."""
    fields = {key: said.pop(key) for key in FIELDS_OF_CASH if key in said}
    return record(
        RecordKind.DEPOSIT, day, euros, fields=fields, account=account, depositor=by, **said
    )


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
