"""Hides 260 scenarios of insiders in 60,000 normal looks, and counts what the rules find.

`python -m tests.campaigns.insiders --full` prints, for the seed with which the rules were built and
for one that was held out, the recall for each rule and in all, and the false alerts per 200
user-days. A scenario counts as found when an alert of its own rule cites one of its lines; an
alert that cites no line of any scenario is false. What the model leaves out: whoever made the rules
made the scenarios, the people are drawn from distributions of our own, and whoever knows the
numbers of the rules can stay under them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bureau.rules.insider_rules import numbers_on
from bureau.watch.values import Alert
from bureau.watch.watching import alerts
from tests.campaigns.insider_plans import hide
from tests.campaigns.insider_world import FIRST, made
from tests.campaigns.place import command

BUILD, HELD_OUT = 1, 3
PEOPLE, DAYS, EVENTS, VARIANTS = 200, 30, 60_000, 20
SURE = ("R01", "R02", "R05", "R11")  # self, well-known, sweep and honey: all of them
LEAST, MOST = 0.95, 1.0


@dataclass(frozen=True)
class Outcome:
    """What was found, by rule, and the alerts about nothing hidden."""

    found: dict[str, int]
    hidden: dict[str, int]
    false: tuple[Alert, ...]
    events: int
    user_days: int

    @property
    def recall(self) -> float:
        """Found of all hidden."""
        return sum(self.found.values()) / sum(self.hidden.values())

    @property
    def false_rate(self) -> float:
        """False alerts for each 200 user-days."""
        return len(self.false) * 200 / self.user_days


def run(
    seed: int,
    *,
    people: int = PEOPLE,
    days: int = DAYS,
    events: int = EVENTS,
    variants: int = VARIANTS,
) -> Outcome:
    """One world, watched."""
    world = made(seed, people, days, events)
    hide(world, variants, days)
    raised = alerts(world.looks, world.known, numbers_on(FIRST))
    cited: dict[str, set[int]] = defaultdict(set)
    for alert in raised:
        cited[alert.rule].update(alert.lines)
    found = Counter(
        code for (code, _), lines in world.hidden.items() if cited[code] & {x.seq for x in lines}
    )
    planted = {look.seq for lines in world.hidden.values() for look in lines}
    false = tuple(each for each in raised if not planted & set(each.lines))
    hidden = Counter(code for code, _ in world.hidden)
    return Outcome(dict(found), dict(hidden), false, len(world.looks), people * days)


def told(seed: int, outcome: Outcome) -> Iterator[str]:
    """The outcome in lines to print."""
    name = "building" if seed == BUILD else "held out"
    hidden = sum(outcome.hidden.values())
    yield f"seed {seed} ({name}): {hidden} scenarios in {outcome.events} lines"
    wrong = Counter(alert.rule for alert in outcome.false)
    for code, number in outcome.hidden.items():
        yield f"  {code}: found {outcome.found.get(code, 0)}/{number}, false alerts {wrong[code]}"
    yield (f"  in all: recall {outcome.recall:.1%}, {len(outcome.false)} false alerts in "
           f"{outcome.user_days} user-days, {outcome.false_rate:.2f} per 200")  # fmt: skip


def missed(outcome: Outcome) -> Iterator[str]:
    """What was promised and not met."""
    if outcome.recall < LEAST:
        yield f"recall {outcome.recall:.1%}"
    if outcome.false_rate > MOST:
        yield f"{outcome.false_rate:.2f} false alerts per 200 user-days"
    for code in SURE:
        if outcome.found.get(code, 0) < outcome.hidden[code]:
            yield f"{code}: found {outcome.found.get(code, 0)} of {outcome.hidden[code]}"


def full() -> list[str]:
    """Both seeds, the whole of it."""
    wrong: list[str] = []
    for seed in (BUILD, HELD_OUT):
        outcome = run(seed)
        print("\n".join(told(seed, outcome)))
        wrong += missed(outcome)
    return wrong


def short() -> list[str]:
    """A small house with the held-out seed: what must be found in any size."""
    outcome = run(HELD_OUT, people=40, events=8_000, variants=4)
    print("\n".join(told(HELD_OUT, outcome)))
    return [each for each in missed(outcome) if each.startswith("R")]


if __name__ == "__main__":
    command("insiders", short, full)
