"""Rules that one look by itself can answer: own circle, guarded people, honey, odd hours."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bureau.watch.values import LOOKING, Act, Alert, Known, Look, Person

Numbers = Mapping[str, int]
Looks = Sequence[Look]
WEEKEND, ALL_HOURS = 5, 24


def grouped(looks: Iterable[Look], *, by: str = "actor") -> dict[tuple[str, str], list[Look]]:
    """Looks by who looked and by day or subject, in their order."""
    found: dict[tuple[str, str], list[Look]] = defaultdict(list)
    for look in looks:
        other = str(look.day) if by == "day" else look.subject if by == "subject" else ""
        found[(look.actor, other)].append(look)
    return found


def alert(rule: str, rows: Looks, key: str, /, **figures: int) -> Alert:
    """An alert about whoever did these looks."""
    lines = tuple(look.seq for look in rows)
    return Alert(rule, rows[0].actor, f"{rule}|{rows[0].actor}|{key}", lines, (*figures.items(),))


def own_circle(looks: Looks, known: Known, numbers: Numbers) -> Iterator[Alert]:
    """R01: own name or what somebody declared, always; a colleague where no task says why."""
    own, near = list[Look](), list[Look]()
    for look in looks:
        if look.act not in LOOKING or not look.marks:
            continue
        if look.marks & known.person(look.actor).marks:
            own.append(look)
        elif not look.tasked and look.marks & _colleagues(known, look):
            near.append(look)
    for found, least in ((own, numbers["looks"]), (near, numbers["colleague_looks"])):
        for (_, day), rows in grouped(found, by="day").items():
            if len(rows) >= least:
                yield alert("R01", rows, day, looks=len(rows))


def _colleagues(known: Known, look: Look) -> frozenset[str]:
    return known.colleagues.get(look.body, frozenset())


def guarded(looks: Looks, known: Known, numbers: Numbers) -> Iterator[Alert]:
    """R02: a well-known or threatened person, where no task says why."""
    found = (each for each in looks if each.act in LOOKING | {Act.REFUSED} and not each.tasked)
    yield from _marked("R02", found, known.guarded, numbers)


def honey(looks: Looks, known: Known, numbers: Numbers) -> Iterator[Alert]:
    """R11: anything done to what auditors made up, a task or not."""
    found = (look for look in looks if look.act is not Act.NOTICE)
    yield from _marked("R11", found, known.honey, numbers)


def full(looks: Looks, _: Known, numbers: Numbers) -> Iterator[Alert]:
    """R14: the last paper taken out that the quota allowed."""
    for (_who, day), rows in grouped((look for look in looks if look.full), by="day").items():
        if len(rows) >= numbers["looks"]:
            yield alert("R14", rows, day, looks=len(rows))


def _marked(
    rule: str, looks: Iterable[Look], marked: frozenset[str], numbers: Numbers
) -> Iterator[Alert]:
    met = [look for look in looks if look.subject in marked or look.marks & marked]
    for (_, day), rows in grouped(met, by="day").items():
        if len(rows) >= numbers["looks"]:
            yield alert(rule, rows, day, looks=len(rows))


def odd_hours(looks: Looks, known: Known, numbers: Numbers) -> Iterator[Alert]:
    """R06: outside the hours somebody declared, or those of the house, or on declared leave."""
    late, away = list[Look](), list[Look]()
    for look in looks:
        if look.act not in LOOKING:
            continue
        person = known.person(look.actor)
        if any(first <= look.day <= last for first, last in person.leave):
            away.append(look)
        elif _outside(look, person, numbers):
            late.append(look)
    for found, least in ((late, numbers["looks"]), (away, numbers["leave_looks"])):
        for (_, day), rows in grouped(found, by="day").items():
            if len(rows) >= least:
                yield alert("R06", rows, day, looks=len(rows))


def _outside(look: Look, person: Person, numbers: Numbers) -> bool:
    """Whether it was at an odd hour; who declared hours may work in the weekend."""
    moment = look.local
    if person.from_hour is None or person.until_hour is None:
        usual = numbers["from"] <= moment.hour < numbers["until"]
        return not usual or moment.weekday() >= WEEKEND
    # A shift may go past midnight: hours are counted from its begin on.
    margin, shift = numbers["margin"], (person.until_hour - person.from_hour) % ALL_HOURS
    return (moment.hour - person.from_hour + margin) % ALL_HOURS >= shift + 2 * margin
