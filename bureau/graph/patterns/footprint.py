"""UB-21: somebody moves money for many strangers to many strangers without a licence."""

from collections import Counter
from collections.abc import Iterator

from bureau.graph.amounts import in_minor, money
from bureau.graph.handed_on import Passed, busy_agents, flows_of, passed_on
from bureau.graph.ledger import DAY
from bureau.graph.licences import licensed, looked_up
from bureau.graph.nearness import Nearness
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, Sighting, in_time, strongest, windows


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-21, unlicensed payment-service footprint.

    For an agent and what it got and gave in euros, by payment, by cash put on or taken from
    its accounts by others, hand to hand, and by remittance through it as agent: each sum given
    is matched with at most one sum got from somebody else, not after it and at most seven days
    before, as large or larger by at most a tenth of itself; the smallest of these is taken. In a
    window of `W_days` that slides over the matches hit if senders >= `s` and receivers >= `r`
    and matched >= `x_eur`, counting only people not related to the agent and those related to
    each other once, and no register look-up found a licence of the agent valid then.
    Whether a register was looked up at all is told in the metrics. Regulated hubs neither
    send, receive nor are a subject. Of overlapping windows the one of greatest sum is kept.
    """
    near = Nearness(scene)
    candidates: list[Candidate] = []
    tried, busy = busy_agents(scene, int(max(settings["s"], settings["r"])))
    for agent, (got, gave) in sorted(flows_of(scene, busy).items()):
        if not budget.spend(len(got) + len(gave)):
            break
        apart = set(near.strangers((flow.other for flow in (*got, *gave)), agent))
        passed = passed_on(
            [flow for flow in got if flow.other in apart],
            [flow for flow in gave if flow.other in apart],
            budget,
        )
        for seen in strongest(_sightings(passed, near, settings, budget)):
            inside = passed[slice(*seen.at)]
            if licensed(scene, agent, seen.begin, seen.end) is None:
                candidates.append(_candidate(scene, near, agent, inside, seen))
    return Found(tried, in_time(candidates))


class _Inside:
    """How many senders and receivers the matches of a sliding window have, and their sum."""

    def __init__(self, passed: list[Passed]) -> None:
        self._passed, self._first, self._stop = passed, 0, 0
        self.senders: Counter[str] = Counter()
        self.receivers: Counter[str] = Counter()
        self.total = 0

    def many(self, settings: Settings) -> bool:
        """Whether there are enough of both, related or not."""
        both = (self.senders, settings["s"]), (self.receivers, settings["r"])
        return all(len(names) >= least for names, least in both)

    def move(self, first: int, stop: int) -> None:
        """Slide on: neither side of a window ever goes back."""
        for each in self._passed[self._stop : stop]:
            self.senders[each.got.other] += 1
            self.receivers[each.gave.other] += 1
            self.total += each.gave.minor
        for each in self._passed[self._first : first]:
            self.total -= each.gave.minor
            for names, name in (
                (self.senders, each.got.other),
                (self.receivers, each.gave.other),
            ):
                names[name] -= 1
                if not names[name]:
                    del names[name]
        self._first, self._stop = first, stop


def _sightings(
    passed: list[Passed], near: Nearness, settings: Settings, budget: Budget
) -> Iterator[Sighting]:
    times = [each.gave.begin for each in passed]
    least = in_minor(settings["x_eur"], "EUR")
    inside = _Inside(passed)
    for window in windows(times, settings.seconds("W_days", DAY)):
        if not budget.spend():
            return
        inside.move(window.first, window.stop)
        if inside.total < least or not inside.many(settings):
            continue
        if not budget.spend(len(inside.senders) + len(inside.receivers)):
            return
        if near.at_least(settings["s"], inside.senders) and near.at_least(
            settings["r"], inside.receivers
        ):
            at = (window.first, window.stop)
            yield Sighting(times[window.first], times[window.stop - 1], (inside.total,), at)


def _candidate(
    scene: Scene, near: Nearness, agent: str, inside: list[Passed], seen: Sighting
) -> Candidate:
    looked = looked_up(scene, agent)
    said = dict.fromkeys(flow.id for each in inside for flow in (each.got, each.gave))
    return Candidate(
        (agent,),
        (*said, *([looked.id] if looked else [])),
        {
            "currency": "EUR",
            "senders": near.circles(each.got.other for each in inside),
            "receivers": near.circles(each.gave.other for each in inside),
            "passed": money(sum(each.gave.minor for each in inside), "EUR"),
            "kept_back": money(sum(each.got.minor - each.gave.minor for each in inside), "EUR"),
            "matches": len(inside),
            "register": "not_found" if looked else "not_looked_up",
        },
        min(each.got.begin for each in inside),
        seen.end,
    )


PATTERN = Pattern(
    "UB-21",
    "1",
    {
        "W_days": Parameter("1", "3660"),
        "s": Parameter("2", "100000", whole=True),
        "r": Parameter("2", "100000", whole=True),
        "x_eur": Parameter("0", "1000000000"),
    },
    detect,
)
