"""UB-26: a person spent and kept more in some years than is known to have come in."""

from datetime import date
from typing import NamedTuple

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.facts import euros
from bureau.graph.ledger import DAY, last_second, second
from bureau.graph.recorded import NOT_PAYMENTS, Event, events, touches
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.values import Loan
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import RecordKind

_TOGETHER = 31 * DAY  # assets counted within a month are one count


class _Terms(NamedTuple):
    """The terms of the comparison, each with what it rests on."""

    opening: list[Event]
    closing: list[Event]
    spending: list[Event]
    income: list[Event]
    loans: list[Loan]


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-26, unexplained wealth by comparison of assets.

    For a person and the time from an opening to a closing count of assets, at most `years`:
    U = (closing assets + spending) - (opening assets + income + documented loans to the
    person), in euros; hit if U >= `x_eur` and U >= `r` * income. Assets counted within 31 days
    of the first opening, or of the last closing, are one count. An income whose period only
    partly falls in that time counts in full, and so do income of every sort and every loan
    agreed then: what is doubtful counts for the person. Without an opening, a closing or any
    income on record nothing is compared, nor where a term has no amount or no exchange rate:
    such a person is left out and counted. Every term stands in the metrics and its records in
    the evidence. A tax matter, a gift or an inheritance is no crime: see the explanations.
    """
    tried = unrated = 0
    candidates: list[Candidate] = []
    known = {kind: _by_person(scene, kind) for kind in _KINDS}
    for person in sorted(known[RecordKind.ASSETS]):
        if not budget.spend(sum(len(rows.get(person, ())) for rows in known.values())):
            break
        terms = _terms(scene, person, {kind: rows.get(person, []) for kind, rows in known.items()})
        if not (terms.opening and terms.closing and terms.income) or _too_long(terms, settings):
            continue
        if not _in_euros(scene, terms):
            unrated += 1
            continue
        tried += 1
        gap, income = _gap(terms), _sum(terms.income)
        if gap >= in_minor(settings["x_eur"], "EUR") and gap >= settings["r"] * income:
            candidates.append(_candidate(person, terms, gap))
    return Found(tried, in_time(candidates), unrated)


_KINDS = (RecordKind.ASSETS, RecordKind.SPENDING, RecordKind.INCOME)


def _by_person(scene: Scene, kind: RecordKind) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events(scene, kind):
        if (person := event.record.party("person")) is not None:
            found.setdefault(person, []).append(event)
    return found


def _terms(scene: Scene, person: str, known: dict[RecordKind, list[Event]]) -> _Terms:
    assets = known[RecordKind.ASSETS]
    opening = [event for event in assets if event.record.fields.get("moment") == "opening"]
    closing = [event for event in assets if event.record.fields.get("moment") == "closing"]
    if not opening or not closing or closing[-1].begin <= opening[0].begin:
        return _Terms([], [], [], [], [])
    since, until = opening[0].begin, closing[-1].end
    return _Terms(
        [event for event in opening if event.begin <= since + _TOGETHER],
        [event for event in closing if event.begin >= closing[-1].begin - _TOGETHER],
        [event for event in known[RecordKind.SPENDING] if since <= event.begin <= until],
        [event for event in known[RecordKind.INCOME] if touches(event.record, since, until)],
        [
            loan
            for loan in scene.loans
            if loan.borrower == person
            and since <= last_second(loan.on)
            and second(loan.on) <= until
        ],
    )


def _in_euros(scene: Scene, terms: _Terms) -> bool:
    """Whether every term is an amount in euros; a scene carries loans into euros where it can."""
    rows = (*terms.opening, *terms.closing, *terms.spending, *terms.income)
    return all(euros(event.record, scene) is not None for event in rows) and all(
        loan.currency == "EUR" for loan in terms.loans
    )


def _too_long(terms: _Terms, settings: Settings) -> bool:
    first, last = terms.opening[0].record.on, terms.closing[-1].record.on
    if first is None or last is None:
        return True
    years = int(settings["years"])
    return last > _later(first, years)


def _later(day: date, years: int) -> date:
    """The same day so many years on; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _sum(rows: list[Event]) -> int:
    return sum(event.minor for event in rows)


def _gap(terms: _Terms) -> int:
    lent = sum(loan.principal_minor for loan in terms.loans)
    used = _sum(terms.closing) + _sum(terms.spending)
    return used - _sum(terms.opening) - _sum(terms.income) - lent


def _candidate(person: str, terms: _Terms, gap: int) -> Candidate:
    rows = (*terms.opening, *terms.income, *terms.spending, *terms.closing)
    income = _sum(terms.income)
    return Candidate(
        (person,),
        (*(event.id for event in rows), *(loan.id for loan in terms.loans)),
        {
            "currency": "EUR",
            "opening": money(_sum(terms.opening), "EUR"),
            "income": money(income, "EUR"),
            "loans": money(sum(loan.principal_minor for loan in terms.loans), "EUR"),
            "spending": money(_sum(terms.spending), "EUR"),
            "closing": money(_sum(terms.closing), "EUR"),
            "unexplained": money(gap, "EUR"),
            "part_of_income": share(gap, income) if income else "none",
        },
        terms.opening[0].begin,
        terms.closing[-1].begin,
    )


PATTERN = Pattern(
    "UB-26",
    "1",
    {
        "x_eur": Parameter("0", "1000000000"),
        "r": Parameter("0", "1000"),
        "years": Parameter("1", "50", whole=True),
    },
    detect,
    NOT_PAYMENTS,
)
