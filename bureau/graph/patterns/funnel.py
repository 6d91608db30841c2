"""UB-11: several people or places put cash on an account, and the sum leaves by transfer."""

from collections.abc import Collection, Iterator

import numpy as np

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.ledger import DAY
from bureau.graph.recorded import Event, controller, events
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Sighting, in_time, strongest, windows
from bureau.rules.vocabulary import RecordKind

_HOUR = 3_600
Transfers = dict[str, list[tuple[int, int, int, str]]]  # begin, end, minor, id by payer


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-11, funnel: cash fan-in, then fan-out.

    For the agent behind the accounts and a window of `w_days` that slides over its cash
    deposits in euros D: hit if (named depositors >= k or places >= l) and sum(D) >= x_eur and
    transfers out after the last deposit and within `d_hours` of it >= r * sum(D).
    Transfers are all payments in euros by the agent to others; where a time of day is missing
    a transfer on the day of the last deposit counts as after it. A deposit without a depositor
    or a place adds to the sum and to no count. Regulated hubs are no subject.
    Of overlapping windows of an agent the one of greatest sum(D), then of most transferred.
    """
    by_agent = _deposits(scene)
    transfers = _transfers(scene, by_agent.keys())
    tried = 0
    candidates: list[Candidate] = []
    for agent, deposits in by_agent.items():
        if budget.exhausted:
            break
        tried += 1
        out = transfers.get(agent, [])
        seen = strongest(_sightings(deposits, out, settings, budget))
        candidates += (_candidate(agent, deposits, out, settings, one) for one in seen)
    return Found(tried, in_time(candidates))


def _deposits(scene: Scene) -> dict[str, list[Event]]:
    by_agent: dict[str, list[Event]] = {}
    for event in events(scene, RecordKind.DEPOSIT):
        agent = controller(scene, event.record, "account")
        if agent is not None and event.minor > 0 and not scene.agents.is_hub(agent):
            by_agent.setdefault(agent, []).append(event)
    return dict(sorted(by_agent.items()))


def _transfers(scene: Scene, agents: Collection[str]) -> Transfers:
    """What these agents paid to others in euros, by time."""
    found: Transfers = {}
    for ledger in (book for book in scene.ledgers if book.currency == "EUR"):
        wanted = np.array([name in agents for name in ledger.names], dtype=np.bool_)
        apart = ledger.payer_agent != ledger.payee_agent
        for row in np.flatnonzero(wanted[ledger.payer_agent] & apart).tolist():
            moved = (int(ledger.begin[row]), int(ledger.end[row]), int(ledger.minor[row]))
            payer = ledger.names[ledger.payer_agent[row]]
            found.setdefault(payer, []).append((*moved, ledger.ids[row]))
    return found


def _after(
    last: Event, out: list[tuple[int, int, int, str]], settings: Settings
) -> list[tuple[int, int, int, str]]:
    until = last.end + settings.seconds("d_hours", _HOUR)
    return [row for row in out if row[1] >= last.begin and row[0] <= until]


def _sightings(
    deposits: list[Event],
    out: list[tuple[int, int, int, str]],
    settings: Settings,
    budget: Budget,
) -> Iterator[Sighting]:
    least = in_minor(settings["x_eur"], "EUR")
    if sum(event.minor for event in deposits) < least:
        return
    times = [event.begin for event in deposits]
    for window in windows(times, settings.seconds("w_days", DAY)):
        if not budget.spend(window.stop - window.first + len(out)):
            return
        inside = deposits[window.first : window.stop]
        total = sum(event.minor for event in inside)
        people, places = _people(inside), _places(inside)
        if total < least or (len(people) < settings["k"] and len(places) < settings["l"]):
            continue
        left = sum(minor for _, _, minor, _ in _after(inside[-1], out, settings))
        if left >= settings["r"] * total:
            end = inside[-1].begin
            yield Sighting(inside[0].begin, end, (total, left), (window.first, window.stop))


def _people(deposits: list[Event]) -> set[str]:
    return {who for event in deposits if (who := event.record.party("depositor"))}


def _places(deposits: list[Event]) -> set[str]:
    named = (str(event.record.fields.get("place") or "").strip() for event in deposits)
    return {place.casefold() for place in named if place}


def _candidate(
    agent: str,
    deposits: list[Event],
    out: list[tuple[int, int, int, str]],
    settings: Settings,
    seen: Sighting,
) -> Candidate:
    inside = deposits[slice(*seen.at)]
    after = _after(inside[-1], out, settings)
    total = sum(event.minor for event in inside)
    left = sum(minor for _, _, minor, _ in after)
    return Candidate(
        (agent,),
        (*(event.id for event in inside), *(name for *_, name in after)),
        {
            "currency": "EUR",
            "deposited": money(total, "EUR"),
            "transferred": money(left, "EUR"),
            "passed_on": share(left, total),
            "deposits": len(inside),
            "depositors": len(_people(inside)),
            "places": len(_places(inside)),
            "payments_out": len(after),
        },
        seen.begin,
        max([seen.end, *(begin for begin, *_ in after)]),
    )


PATTERN = Pattern(
    "UB-11",
    "1",
    {
        "k": Parameter("2", "1000", whole=True),
        "l": Parameter("2", "1000", whole=True),
        "w_days": Parameter("1", "3660"),
        "x_eur": Parameter("0", "1000000000"),
        "d_hours": Parameter("0", "8784"),
        "r": Parameter("0", "1"),
    },
    detect,
)
