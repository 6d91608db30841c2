"""UB-16: many large notes for the trade, or small notes turned into large ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from bureau.graph.amounts import in_minor, money, share
from bureau.graph.ledger import DAY
from bureau.graph.recorded import NOT_PAYMENTS, Event, controller, events, notes
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Metrics, in_time
from bureau.rules.vocabulary import RecordKind

_LARGE = 200  # euros
_CENTS = 100


@dataclass(frozen=True, slots=True)
class _Cash:
    """Counted notes that one party held, got or gave: euro cents in all and in large notes."""

    event: Event
    way: str
    minor: int
    large: int

    @property
    def part(self) -> Fraction:
        """The part in large notes."""
        return Fraction(self.large, self.minor)


Held = dict[str, list[_Cash]]


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-16, denomination conversion.

    Cash counted by note, in euros, of one party (the holder, else the premises, else whoever
    is behind the account); two shapes, each a hit of its own:
    share: of at least `least_eur` held, got or given, notes of 200 euros and more are >= `q`
    by value, and the norm of the trade, which is that share over all counted cash of others
    with the same activity, is <= `q0` or not known (the metrics say which);
    swap: cash given with a share of large notes <= `q0` and cash got with a share >= `q`, or
    the other way about, at most `w_days` apart with |got - given| / given <= tol; both of at
    least `least_eur`. A deposit gives cash away and a withdrawal gets it. Each event is in one
    swap at most, with the nearest in time. Regulated hubs are no subject.
    """
    tried = 0
    candidates: list[Candidate] = []
    held = _held(scene)
    for party, cash in held.items():
        if not budget.spend(len(cash)):
            break
        tried += 1
        candidates += _share(scene, held, party, settings)
        candidates += _swaps(party, cash, settings, budget)
    return Found(tried, in_time(candidates))


def _held(scene: Scene) -> Held:
    found: Held = {}
    for event in events(scene, RecordKind.CASH_HELD, RecordKind.DEPOSIT, RecordKind.WITHDRAWAL):
        record = event.record
        party = record.party("holder") or record.party("premises")
        party = party or controller(scene, record, "account")
        counted = list(notes(record)) if record.currency == "EUR" else []
        if party is not None and counted and not scene.agents.is_hub(party):
            minor = int(_CENTS * sum(face * count for face, count in counted))
            large = int(_CENTS * sum(face * count for face, count in counted if face >= _LARGE))
            if minor > 0:
                found.setdefault(party, []).append(_Cash(event, _way(event), minor, large))
    return dict(sorted(found.items()))


def _way(event: Event) -> str:
    """Whether the party gave the cash (out), got it (in) or had it (held)."""
    if event.record.kind is RecordKind.CASH_HELD:
        return str(event.record.fields.get("direction") or "held")
    return "out" if event.record.kind is RecordKind.DEPOSIT else "in"


def _norm(scene: Scene, held: Held, party: str) -> Fraction | None:
    """The share of large notes with others of the same activity; None where nothing is known."""
    activity = _activity(scene, party)
    others = [
        cash
        for other, rows in held.items()
        if activity and other != party and _activity(scene, other) == activity
        for cash in rows
    ]
    whole = sum(cash.minor for cash in others)
    return Fraction(sum(cash.large for cash in others), whole) if whole else None


def _activity(scene: Scene, party: str) -> str:
    return str(scene.graph.nodes[party]["activity"]).casefold() if party in scene.graph else ""


def _share(scene: Scene, held: Held, party: str, settings: Settings) -> Iterator[Candidate]:
    cash = held[party]
    whole, large = sum(one.minor for one in cash), sum(one.large for one in cash)
    if whole < in_minor(settings["least_eur"], "EUR") or large < settings["q"] * whole:
        return
    norm = _norm(scene, held, party)
    if norm is None or norm <= settings["q0"]:
        yield _candidate(
            party,
            cash,
            {
                "shape": "share",
                "counted": money(whole, "EUR"),
                "large_notes": share(large, whole),
                "norm": "unknown" if norm is None else share(norm),
            },
        )


def _swaps(
    party: str, cash: list[_Cash], settings: Settings, budget: Budget
) -> Iterator[Candidate]:
    used: set[str] = set()
    least = in_minor(settings["least_eur"], "EUR")
    enough = [one for one in cash if one.minor >= least]
    for given in (one for one in enough if one.way == "out"):
        if not budget.spend(len(enough)):
            return
        fitting = [
            got
            for got in enough
            if got.way == "in" and got.event.id not in used and _swapped(given, got, settings)
        ]
        if fitting:
            got = min(fitting, key=lambda one: (_apart(given, one), one.event.id))
            used.add(got.event.id)
            both = sorted((given, got), key=lambda one: (one.event.begin, one.event.id))
            said: Metrics = {
                "shape": "swap",
                "given": money(given.minor, "EUR"),
                "got": money(got.minor, "EUR"),
                "large_given": share(given.part),
                "large_got": share(got.part),
            }
            yield _candidate(party, both, said)


def _swapped(given: _Cash, got: _Cash, settings: Settings) -> bool:
    few, many = sorted((given.part, got.part))
    alike = abs(got.minor - given.minor) <= settings["tol"] * given.minor
    near = _apart(given, got) <= settings.seconds("w_days", DAY)
    return alike and near and few <= settings["q0"] and many >= settings["q"]


def _apart(given: _Cash, got: _Cash) -> int:
    return abs(given.event.begin - got.event.begin)


def _candidate(party: str, cash: list[_Cash], said: Metrics) -> Candidate:
    return Candidate(
        (party,),
        tuple(one.event.id for one in cash),
        {"currency": "EUR", "counts": len(cash), **said},
        cash[0].event.begin,
        cash[-1].event.begin,
    )


PATTERN = Pattern(
    "UB-16",
    "1",
    {
        "q": Parameter("0.01", "1"),
        "q0": Parameter("0", "1"),
        "w_days": Parameter("0", "366"),
        "tol": Parameter("0", "1"),
        "least_eur": Parameter("0", "1000000000"),
    },
    detect,
    NOT_PAYMENTS,
)
