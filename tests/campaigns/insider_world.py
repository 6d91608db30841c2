"""A house in which people look at files, drawn from a seed: what is normal, and what is declared.

Nobody real was watched for this: loads, hours and shares are distributions that we made up.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from bureau.watch.values import Act, Known, Look, Person

BODIES = ("havermonde", "politie", "belastingdienst", "om", "douane", "elders")
FIRST = date(2026, 3, 2)
LETTERS = "abcdefghijklmnoprstvwz"


@dataclass
class Worker:
    """One user: body, own cases with their people, hours, and how they work."""

    name: str
    body: str
    start: int
    declared: bool
    load: float
    cases: list[str]


@dataclass
class World:
    """Thirty days of a house, with what is hidden in it and where."""

    rng: random.Random
    workers: list[Worker] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    hidden: dict[tuple[str, int], list[Look]] = field(default_factory=dict)
    known: Known = field(default_factory=Known)
    numbers: Iterator[int] = field(default_factory=count)

    def moment(self, day: int, hour: float) -> datetime:
        """A moment of the clock on the wall, in March and April, as UTC."""
        midnight = datetime.combine(FIRST, datetime.min.time(), UTC) - timedelta(hours=1)
        return midnight + timedelta(days=day, hours=hour, seconds=self.rng.random() * 50)


def made(seed: int, people: int, days: int, events: int) -> World:
    """A world of normal looks, with what people declared and what auditors marked."""
    world = World(random.Random(seed))  # noqa: S311 - a simulation, no secret
    rng = world.rng
    for number in range(people):
        cases = [f"case:{rng.randrange(people * 3)}" for _ in range(rng.randint(4, 12))]
        late = rng.random() < 0.06
        world.workers.append(
            Worker(f"user:{number}", BODIES[min(rng.randrange(9), 5)], 14 if late else 8,
                   late or rng.random() < 0.2, rng.lognormvariate(0, 0.5), cases)
        )  # fmt: skip
    world.known = _known(world)
    workdays = [day for day in range(days) if (FIRST + timedelta(days=day)).weekday() < 5]
    weights = [worker.load for worker in world.workers]
    while len(world.looks) < events:
        worker = rng.choices(world.workers, weights)[0]
        world.looks.extend(_session(world, worker, rng.choice(workdays)))
    del world.looks[events:]
    return world


def _known(world: World) -> Known:
    rng = world.rng
    people = {}
    for worker in world.workers:
        leave: tuple[tuple[date, date], ...] = ()
        if rng.random() < 0.3:
            first = FIRST + timedelta(days=rng.randrange(10, 26))
            leave = ((first, first + timedelta(days=3)),) if rng.random() < 0.3 else ()
        start, end = (worker.start, worker.start + 9) if worker.declared else (None, None)
        near = frozenset((f"name of {worker.name}", f"kin of {worker.name}", f"home {worker.name}"))
        people[worker.name] = Person(near, start, end, leave)
    bodies = defaultdict(set)
    for worker in world.workers:
        bodies[worker.body].add(f"name of {worker.name}")
    return Known(
        people,
        {body: frozenset(marks) for body, marks in bodies.items()},
        frozenset(f"guarded {number}" for number in range(12)),
        frozenset((*(f"honey {number}" for number in range(6)), "case:honey")),
    )


def _session(world: World, worker: Worker, day: int) -> Iterator[Look]:
    """Half an hour of normal work: a few people of one case, searched and opened."""
    rng = world.rng
    on = FIRST + timedelta(days=day)
    if any(first <= on <= last for first, last in world.known.person(worker.name).leave):
        return
    hour = worker.start + rng.random() * 8.4 + (rng.choice((2, 3)) if rng.random() < 0.004 else 0)
    case = rng.choice(worker.cases)
    here = Look(0, world.moment(day, hour), worker.name, worker.body, Act.OPEN, case)
    at = here.at
    for _ in range(rng.randint(2, 7)):
        at += timedelta(minutes=rng.expovariate(1 / 4) + 0.2)
        yield _normal(world, replace(here, at=at, seq=next(world.numbers)), case)


def _normal(world: World, here: Look, case: str) -> Look:  # noqa: PLR0911 - one draw each
    """One normal look: most open something of a case of one's own."""
    rng, chance = world.rng, world.rng.random()
    letter = rng.choice(LETTERS)
    person = f"person {case} {rng.randrange(9)}{letter}"
    if chance < 0.55:
        return replace(here, subject=person, marks=frozenset((person,)), first=letter)
    if chance < 0.76:
        return replace(here, act=Act.SEARCH, subject=person, marks=frozenset((person,)),
                       first=letter, stem=person[:-1])  # fmt: skip
    if chance < 0.765:
        new = f"applicant {rng.randrange(90_000)}"
        return replace(here, act=Act.SEARCH, subject=new, marks=frozenset((new,)), first=letter,
                       tasked=False, reason=f"desk {rng.randrange(10**6)}")  # fmt: skip
    if chance < 0.78:
        return replace(here, act=Act.EXPORT)
    if chance < 0.784:
        return replace(here, act=Act.REFUSED, subject=f"case:{rng.randrange(900)}", tasked=False)
    if chance < 0.7845:
        return replace(here, act=Act.GLASS, tasked=False, reason=f"urgent {rng.randrange(10**6)}")
    if chance < 0.785:
        return replace(here, act=Act.NOTICE)
    return here
