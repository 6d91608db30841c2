"""What insiders do, one plan for each rule: each variant differs in how much, when and how."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from bureau.watch.values import Act, Look
from bureau.watch.watching import RULES
from tests.campaigns.insider_world import BODIES, FIRST, LETTERS, Worker, World


def _look(
    world: World, worker: Worker, day: int, hour: float, subject: str, **more: object
) -> Look:
    told = {"act": world.rng.choice((Act.SEARCH, Act.OPEN)), "marks": frozenset((subject,)),
            "tasked": False, "first": world.rng.choice(LETTERS), **more}  # fmt: skip
    return Look(next(world.numbers), world.moment(day, hour), worker.name, worker.body,
                subject=subject, **told)  # type: ignore[arg-type]  # fmt: skip


def _hour(world: World, worker: Worker) -> float:
    return worker.start + world.rng.random() * 6


def own(world: World, worker: Worker, day: int, variant: int) -> Iterator[Look]:
    """Own name, kin, home or a colleague; searched or opened, also inside a case of one's own."""
    near = ("name of", "kin of", "home")[variant % 3] + f" {worker.name}"
    if variant % 5 == 4:
        near = world.rng.choice(sorted(world.known.colleagues[worker.body]))
        yield _look(world, worker, day, _hour(world, worker), near)
        return
    yield _look(world, worker, day, _hour(world, worker), near, tasked=variant % 2 == 0)


def famous(world: World, worker: Worker, day: int, variant: int) -> Iterator[Look]:
    """A guarded person, once or a few times, searched, opened or refused."""
    act = (Act.SEARCH, Act.OPEN, Act.REFUSED)[variant % 3]
    for _ in range(1 + variant % 3):
        who = f"guarded {world.rng.randrange(12)}"
        yield _look(world, worker, day, _hour(world, worker), who, act=act)


def idle(world: World, worker: Worker, day: int, variant: int) -> Iterator[Look]:
    """People without a task, three to nine on a day, spread over it."""
    for number in range(world.rng.randint(3, 9)):
        who = f"stranger {variant} {number}"
        yield _look(world, worker, day, _hour(world, worker), who)


def binge(world: World, worker: Worker, day: int, variant: int) -> Iterator[Look]:
    """Far more than usual, each with a task by its form: one and a half to four times the bound."""
    before: Counter[date] = Counter(look.day for look in world.looks if look.actor == worker.name)
    usual = sorted(before.values())[len(before) // 2] if before else 0
    for number in range(int(max(31, 3 * usual + 1) * world.rng.uniform(1.1, 2.5))):
        who = f"many {variant} {number}"
        yield _look(world, worker, day, _hour(world, worker), who, act=Act.OPEN, tasked=True)


def sweep(world: World, worker: Worker, day: int, variant: int) -> Iterator[Look]:
    """Along the alphabet or along numbers, fast or slowly, in order."""
    hour, step = _hour(world, worker), world.rng.uniform(0.01, 0.06)
    if variant % 2:
        stem = f"number {variant}"
        for digit in range(world.rng.randint(6, 10)):
            yield _look(world, worker, day, hour + digit * step, f"{stem}{digit}", first="1",
                        act=Act.SEARCH, stem=stem, tasked=variant % 4 == 1)  # fmt: skip
        return
    letters = sorted(world.rng.sample(LETTERS, world.rng.randint(9, 16)))
    for number, letter in enumerate(letters):
        yield _look(world, worker, day, hour + number * step, f"{letter} {variant}", first=letter,
                    act=Act.SEARCH, tasked=variant % 4 == 0)  # fmt: skip


def nightly(world: World, worker: Worker, day: int, variant: int) -> Iterator[Look]:
    """In the night, in the weekend or on leave, three to eight looks at own files."""
    if variant % 3 == 0:
        while (FIRST + timedelta(days=day)).weekday() < 5:
            day -= 1
        base = world.rng.uniform(9, 18)
        worker = next(each for each in world.workers if not each.declared)
    else:
        base = world.rng.uniform(0.5, 3)
    for number in range(world.rng.randint(3, 8)):
        yield _look(world, worker, day, base + number * 0.1, world.rng.choice(worker.cases),
                    act=Act.OPEN, tasked=True)  # fmt: skip


def fishing(world: World, worker: Worker, day: int, variant: int) -> Iterator[Look]:
    """Many searches over some days that lead nowhere."""
    for number in range(world.rng.randint(40, 70)):
        when = max(0, day - world.rng.randrange(3))
        yield _look(world, worker, when, _hour(world, worker), f"fished {variant} {number}",
                    act=Act.SEARCH, tasked=True)  # fmt: skip


def together(world: World, worker: Worker, day: int, variant: int) -> Iterator[Look]:
    """Three to five bodies look up the same person within two days."""
    who = f"talked about {variant}"
    for number, body in enumerate(world.rng.sample(BODIES, world.rng.randint(3, 5))):
        other = world.rng.choice([each for each in world.workers if each.body == body] or [worker])
        when = day - (number % 2)
        yield replace(_look(world, other, when, _hour(world, other), who), body=body)


def knocking(world: World, worker: Worker, day: int, variant: int) -> Iterator[Look]:
    """The same file asked for three to eight times after it was refused."""
    for _ in range(world.rng.randint(3, 8)):
        yield _look(world, worker, day, _hour(world, worker), f"case:closed {variant}",
                    act=Act.REFUSED, marks=frozenset())  # fmt: skip


def leaving(world: World, worker: Worker, day: int, variant: int) -> Iterator[Look]:
    """Papers taken out in the days after notice of leaving, three to ten."""
    told = max(0, day - world.rng.randint(1, 10))
    yield _look(world, worker, told, 8, f"notice {variant}", act=Act.NOTICE)
    for _ in range(world.rng.randint(3, 10)):
        yield _look(world, worker, day, _hour(world, worker), world.rng.choice(worker.cases),
                    act=Act.EXPORT, tasked=True, marks=frozenset())  # fmt: skip


def honeypot(world: World, worker: Worker, day: int, variant: int) -> Iterator[Look]:
    """A honey file or person, once, searched, opened, asked for or refused."""
    act = (Act.SEARCH, Act.OPEN, Act.GLASS, Act.REFUSED)[variant % 4]
    who = "case:honey" if variant % 2 else f"honey {world.rng.randrange(6)}"
    yield _look(world, worker, day, _hour(world, worker), who, act=act, tasked=variant % 3 == 0)


def emergencies(world: World, worker: Worker, day: int, variant: int) -> Iterator[Look]:
    """Emergency access three to six times, days apart."""
    for number in range(world.rng.randint(3, 6)):
        yield _look(world, worker, max(0, day - number * 2), _hour(world, worker),
                    f"case:urgent {variant} {number}", act=Act.GLASS)  # fmt: skip


def parrot(world: World, worker: Worker, day: int, variant: int) -> Iterator[Look]:
    """One reason for four to nine different files, days apart."""
    for number in range(world.rng.randint(4, 9)):
        yield _look(world, worker, max(0, day - number), _hour(world, worker),
                    f"case:same {variant} {number}", reason=f"said again {variant}")  # fmt: skip


def greedy(world: World, worker: Worker, day: int, variant: int) -> Iterator[Look]:
    """The last paper that the quota allows, taken out of files of one's own, with a task."""
    for number in range(2 + variant % 4):
        yield _look(world, worker, day, _hour(world, worker), world.rng.choice(worker.cases),
                    act=Act.EXPORT, tasked=True, marks=frozenset(), full=number == 0)  # fmt: skip


Plan = Callable[[World, Worker, int, int], Iterator[Look]]
PLANS: dict[str, Plan] = dict(
    zip(
        RULES,
        (own, famous, idle, binge, sweep, nightly, fishing, together, knocking, leaving, honeypot,
         emergencies, parrot, greedy),
        strict=True,
    )
)  # fmt: skip


def hide(world: World, variants: int, days: int) -> None:
    """Put the variants of each rule among the looks, each by somebody else where there are many."""
    rng = world.rng
    for code, plan in PLANS.items():
        for variant in range(variants):
            worker = rng.choice(world.workers)
            day = rng.randrange(max(1, days - 8), days) if code == "R04" else rng.randrange(2, days)
            while (FIRST + timedelta(days=day)).weekday() > 4 and code != "R06":
                day -= 1
            lines = list(plan(world, worker, day, variant))
            world.hidden[(code, variant)] = lines
            world.looks.extend(lines)
    world.looks.sort(key=lambda look: look.at)
    renumbered = {look.seq: number for number, look in enumerate(world.looks, 1)}
    world.looks = [replace(look, seq=renumbered[look.seq]) for look in world.looks]
    for key, lines in world.hidden.items():
        world.hidden[key] = [replace(look, seq=renumbered[look.seq]) for look in lines]
