"""UB-23: a business with flows unrelated to its trade, and far above what it declares."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.ledger import Ledger
from bureau.graph.nearness import Nearness
from bureau.graph.recorded import NOT_PAYMENTS, Event, controller, events, last_moment, touches
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import EntityKind, RecordKind

_AT_THE_COUNTER = Fraction(1000)  # euros a person may pay a shop at once as its customer


@dataclass(slots=True)
class _Other:
    """What a company paid to one other and got from it, in rows of the ledger."""

    got: list[int]
    gave: list[int]


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-23, cover business.

    For a turnover that a company declared over a period: volume = the larger of what it got
    and what it gave by payment in that period, in euros; q = share of its counterparties
    outside the plausible supply chain; hit if q >= `q` and volume / turnover >= `v`.
    Inside the chain is whoever stands with the company on an invoice, is related to it
    (staff, landlord, owner, group, family), has the same activity, or is a person who only
    pays, never more than 1,000 euros at once: a customer at the counter. Regulated hubs are
    no counterparty, and no subject. Without any invoice of the company in that period nothing
    is known of its chain and nothing is compared.
    """
    near = Nearness(scene)
    tried = 0
    candidates: list[Candidate] = []
    for turnover in events(scene, RecordKind.TURNOVER):
        company = turnover.record.party("company")
        partners = _partners(scene, company or "", turnover)
        declared = turnover.record.fields.get("declared") is True and turnover.minor > 0
        if not declared or company is None or not partners or scene.agents.is_hub(company):
            continue
        if budget.exhausted:
            break
        tried += 1
        candidates += _compared(scene, near, (company, turnover), partners, settings, budget)
    return Found(tried, in_time(candidates))


def _compared(
    scene: Scene,
    near: Nearness,
    declared: tuple[str, Event],
    partners: set[str],
    settings: Settings,
    budget: Budget,
) -> Iterator[Candidate]:
    """The hit on one turnover of one company, if there is any."""
    company, turnover = declared
    for ledger in (book for book in scene.ledgers if book.currency == "EUR"):
        others = _others(ledger, company, turnover, budget)
        outside = [
            name
            for name in sorted(others)
            if name not in partners and not _fits(scene, ledger, near, company, name, others)
        ]
        if found := _measured(ledger, turnover, others, outside, settings):
            yield _candidate(ledger, company, turnover, others, outside, found)


def _partners(scene: Scene, company: str, turnover: Event) -> set[str]:
    """Who stands on an invoice with the company in the period."""
    found: set[str] = set()
    for event in events(scene, RecordKind.INVOICE):
        sides = {controller(scene, event.record, role) for role in ("seller", "buyer", "payer")}
        if company in sides and touches(event.record, turnover.begin, last_moment(turnover)):
            found |= {name for name in sides if name is not None and name != company}
    return found


def _others(ledger: Ledger, company: str, turnover: Event, budget: Budget) -> dict[str, _Other]:
    found: dict[str, _Other] = {}
    if company not in ledger.names:
        return found
    place = ledger.names.index(company)
    rows = ledger.between_agents()
    inside = (ledger.begin[rows] >= turnover.begin) & (ledger.begin[rows] <= last_moment(turnover))
    mine = (ledger.payee_agent[rows] == place) | (ledger.payer_agent[rows] == place)
    chosen = rows[inside & mine].tolist()
    for row in chosen if budget.spend(1 + len(chosen)) else ():
        payer, payee = ledger.payer_agent[row], ledger.payee_agent[row]
        got = bool(payee == place)
        other = found.setdefault(ledger.names[payer if got else payee], _Other([], []))
        (other.got if got else other.gave).append(row)
    return found


def _fits(
    scene: Scene,
    ledger: Ledger,
    near: Nearness,
    company: str,
    name: str,
    others: dict[str, _Other],
) -> bool:
    """Whether one is related, in the same trade, or a customer at the counter."""
    kinds, activities = (scene.graph.nodes(data=field) for field in ("kind", "activity"))
    if near.related(company, name):
        return True
    if name not in scene.graph:
        return False
    trade = str(activities[name]).casefold()
    if trade and company in scene.graph and trade == str(activities[company]).casefold():
        return True
    most = in_minor(_AT_THE_COUNTER, "EUR")
    small = all(ledger.minor[row] <= most for row in others[name].got)
    return kinds[name] is EntityKind.PERSON and not others[name].gave and small


def _measured(
    ledger: Ledger,
    turnover: Event,
    others: dict[str, _Other],
    outside: list[str],
    settings: Settings,
) -> tuple[int, int] | None:
    """What came in and went out, where both parts of the definition are met."""
    got = sum(int(ledger.minor[row]) for other in others.values() for row in other.got)
    gave = sum(int(ledger.minor[row]) for other in others.values() for row in other.gave)
    many = bool(outside) and len(outside) >= settings["q"] * len(others)
    return (got, gave) if many and max(got, gave) >= settings["v"] * turnover.minor else None


def _candidate(
    ledger: Ledger,
    company: str,
    turnover: Event,
    others: dict[str, _Other],
    outside: list[str],
    volume: tuple[int, int],
) -> Candidate:
    rows = sorted(row for name in outside for row in (*others[name].got, *others[name].gave))
    return Candidate(
        (company,),
        (turnover.id, *(ledger.ids[row] for row in rows)),
        {
            "currency": "EUR",
            "turnover": money(turnover.minor, "EUR"),
            "came_in": money(volume[0], "EUR"),
            "went_out": money(volume[1], "EUR"),
            "times_turnover": share(max(volume), turnover.minor),
            "counterparties": len(others),
            "outside": len(outside),
            "outside_part": share(len(outside), len(others)),
        },
        turnover.begin,
        last_moment(turnover),
    )


PATTERN = Pattern(
    "UB-23",
    "1",
    {"q": Parameter("0.01", "1"), "v": Parameter("0.01", "1000")},
    detect,
    NOT_PAYMENTS,
)
