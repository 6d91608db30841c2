"""UB-13: strangers put cash where somebody honestly expected money from abroad."""

from collections.abc import Iterable

from bureau.graph.amounts import money, share
from bureau.graph.ledger import DAY
from bureau.graph.nearness import Nearness
from bureau.graph.recorded import NOT_PAYMENTS, Event, controller, events
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import RecordKind

UNWITTING = "presumed_unwitting"


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-13, cuckoo smurfing: the beneficiary is presumed unwitting, and so is every hit marked.

    For a remittance of a euros that a beneficiary expects on a day: hit if there is a set D of
    at least `m` cash deposits on the beneficiary's accounts by third parties (the depositor is
    not known, or not related to the beneficiary) from `d_days` before to `d_days` after that
    day with |sum(D) - a| / a <= tol, and in that period no payment and no remittance of a
    within `tol` reached the beneficiary. All in euros. Of several such sets the one nearest to
    a, then that of most deposits, then the earliest, is kept.
    A hit says something about whoever put the cash there; of the beneficiary it says that money
    was expected, and metric `role` carries `presumed_unwitting`.
    """
    near = Nearness(scene)
    tried = 0
    candidates: list[Candidate] = []
    deposits = events(scene, RecordKind.DEPOSIT)
    for expected in events(scene, RecordKind.EXPECTED_REMITTANCE):
        beneficiary = expected.record.party("beneficiary")
        if beneficiary is None or not expected.minor:
            continue
        if budget.exhausted:
            break
        tried += 1
        theirs = _by_strangers(scene, near, beneficiary, _around(deposits, expected, settings))
        chosen = _set_of(theirs, expected.minor, settings, budget)
        if chosen and not _arrived(scene, beneficiary, expected, settings):
            candidates.append(_candidate(beneficiary, expected, chosen))
    return Found(tried, in_time(candidates))


def _around(among: Iterable[Event], expected: Event, settings: Settings) -> list[Event]:
    margin = settings.seconds("d_days", DAY)
    since, until = expected.begin - margin, expected.end + margin
    return [event for event in among if since <= event.begin and event.end <= until]


def _theirs(scene: Scene, beneficiary: str, agent: str | None) -> bool:
    return agent is not None and beneficiary in scene.agents.holders(agent) | {agent}


def _by_strangers(
    scene: Scene, near: Nearness, beneficiary: str, deposits: Iterable[Event]
) -> list[Event]:
    return [
        event
        for event in deposits
        if event.minor > 0
        and _theirs(scene, beneficiary, controller(scene, event.record, "account"))
        and not (
            (depositor := event.record.party("depositor")) and near.related(beneficiary, depositor)
        )
    ]


def _set_of(deposits: list[Event], wanted: int, settings: Settings, budget: Budget) -> list[Event]:
    """The deposits that together come nearest to what was expected; none if none come near."""
    margin = settings["tol"] * wanted
    reached: dict[int, tuple[int, ...]] = {0: ()}
    best: tuple[int, int, tuple[int, ...]] | None = None
    for place, event in enumerate(deposits):
        if not budget.spend(len(reached)):
            break
        for total, members in list(reached.items()):
            longer, larger = (*members, place), total + event.minor
            if larger > wanted + margin:
                continue
            if larger not in reached or len(longer) > len(reached[larger]):
                reached[larger] = longer
            if wanted - larger <= margin and len(longer) >= settings["m"]:
                found = abs(larger - wanted), -len(longer), longer
                best = found if best is None else min(best, found)
    return [] if best is None else [deposits[place] for place in best[2]]


def _arrived(scene: Scene, beneficiary: str, expected: Event, settings: Settings) -> bool:
    """Whether a payment or a remittance of what was expected did reach the beneficiary."""
    margin = settings["tol"] * expected.minor
    for event in _around(events(scene, RecordKind.REMITTANCE), expected, settings):
        receiver = controller(scene, event.record, "receiver")
        if abs(event.minor - expected.minor) <= margin and _theirs(scene, beneficiary, receiver):
            return True
    span = settings.seconds("d_days", DAY)
    for ledger in (book for book in scene.ledgers if book.currency == "EUR"):
        near = (
            (abs(ledger.minor - expected.minor) <= int(margin))
            & (ledger.begin >= expected.begin - span)
            & (ledger.end <= expected.end + span)
        )
        payees = {ledger.names[ledger.payee_agent[row]] for row in near.nonzero()[0].tolist()}
        if any(_theirs(scene, beneficiary, payee) for payee in payees):
            return True
    return False


def _candidate(beneficiary: str, expected: Event, chosen: list[Event]) -> Candidate:
    total = sum(event.minor for event in chosen)
    people = {who for event in chosen if (who := event.record.party("depositor"))}
    return Candidate(
        (beneficiary,),
        (expected.id, *(event.id for event in chosen)),
        {
            "currency": "EUR",
            "role": UNWITTING,
            "expected": money(expected.minor, "EUR"),
            "deposited": money(total, "EUR"),
            "difference": share(abs(total - expected.minor), expected.minor),
            "deposits": len(chosen),
            "depositors": len(people),
        },
        min(expected.begin, chosen[0].begin),
        max(expected.begin, chosen[-1].begin),
    )


PATTERN = Pattern(
    "UB-13",
    "1",
    {
        "m": Parameter("2", "1000", whole=True),
        "d_days": Parameter("0", "366"),
        "tol": Parameter("0", "1"),
    },
    detect,
    NOT_PAYMENTS,
)
