"""Rules about many looks of one person or at one person: how many, how fast, in what order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from statistics import median

from bureau.watch.single import Looks, Numbers, alert, grouped
from bureau.watch.values import LOOKING, Act, Alert, Known, Look

OPENING = frozenset((Act.OPEN, Act.EXPORT, Act.GLASS))


def within(looks: Sequence[Look], span: timedelta) -> Iterator[list[Look]]:
    """For each look, those up to it that lie within a time of it: in their order."""
    start = 0
    for end, look in enumerate(looks):
        while look.at - looks[start].at > span:
            start += 1
        yield list(looks[start : end + 1])


def untasked(looks: Looks, _: Known, numbers: Numbers) -> Iterator[Alert]:
    """R03: several people within a day while no task says why."""
    met = [each for each in looks if each.act in LOOKING and not each.tasked]
    span = timedelta(hours=numbers["hours"])
    for rows in grouped(met).values():
        for some in within(rows, span):
            count = len({look.subject for look in some})
            if count >= numbers["subjects"]:
                yield alert("R03", some, str(some[-1].day), subjects=count)


def far_more(looks: Looks, _: Known, numbers: Numbers) -> Iterator[Alert]:
    """R04: more files or people on a day than a number and than a multiple of one's own median."""
    met = (look for look in looks if look.act in OPENING | {Act.SEARCH})
    days: dict[str, dict[date, list[Look]]] = defaultdict(lambda: defaultdict(list))
    for look in met:
        days[look.actor][look.day].append(look)
    for own in days.values():
        counts = {day: len({look.subject for look in rows}) for day, rows in own.items()}
        for day, count in counts.items():
            since = day - timedelta(days=numbers["days"])
            before = [each for when, each in counts.items() if since <= when < day]
            # Of whom hardly any day is known, nobody can say what is usual.
            usual = median(before) if len(before) >= numbers["known"] else numbers["least"]
            if count > max(numbers["least"], numbers["times"] * usual):
                yield alert("R04", own[day], str(day), subjects=count, usual=int(usual))


def sweeps(looks: Looks, _: Known, numbers: Numbers) -> Iterator[Alert]:
    """R05: names in the order of the alphabet, or numbers equal but for their last sign."""
    met = [look for look in looks if look.act in (Act.SEARCH, Act.OPEN) and look.first]
    span = timedelta(minutes=numbers["minutes"])
    for rows in grouped(met).values():
        for some in within(rows, span):
            run = _rising(some) if len(some) >= numbers["looks"] else []
            between = [look for look in some if run and look.seq >= run[0].seq]
            most = len(run) * 100 >= numbers["percent"] * len(between)
            if len(run) >= numbers["looks"] and _letters(run) >= numbers["letters"] and most:
                yield alert("R05", run, str(run[-1].day), looks=len(run), letters=_letters(run))
            near = [look for look in some if look.stem and look.stem == some[-1].stem]
            if len({look.subject for look in near}) >= numbers["numbers"]:
                yield alert("R05", near, f"{near[-1].day}#", numbers=len(near))


def _letters(run: Iterable[Look]) -> int:
    return len({look.first for look in run})


def _rising(some: Sequence[Look]) -> list[Look]:
    """The longest row of looks, others between them, of which the first letters never go back."""
    best: list[list[Look]] = []
    for look in some:
        sooner = (run for run in best if run[-1].first <= look.first)
        best.append([*max(sooner, key=len, default=[]), look])
    return max(best, key=len)


def no_action(looks: Looks, _: Known, numbers: Numbers) -> Iterator[Alert]:
    """R07: many searches after which hardly anything was opened."""
    span, week = timedelta(minutes=numbers["minutes"]), timedelta(days=numbers["days"])
    for rows in grouped(look for look in looks if look.act in LOOKING).values():
        searches = [look for look in rows if look.act is Act.SEARCH]
        acted = {search.seq for search, opened in _followed(rows) if opened.at - search.at <= span}
        for some in within(searches, week):
            done = sum(look.seq in acted for look in some)
            if (
                len(some) >= numbers["searches"]
                and done * 100 < numbers["percent"] * len(some)
                and some[-1].seq not in acted
            ):
                key = str(some[-1].local.isocalendar()[:2])
                yield alert("R07", some, key, searches=len(some), acted=done)


def _followed(rows: Iterable[Look]) -> Iterator[tuple[Look, Look]]:
    """Each opening with the last search before it; a search that leads nowhere has none."""
    last: Look | None = None
    for look in rows:
        if look.act is Act.SEARCH:
            last = look
        elif last is not None:
            yield last, look
            last = None


def several_bodies(looks: Looks, _: Known, numbers: Numbers) -> Iterator[Alert]:
    """R08: one person looked up by several organisations within two days, no task saying why."""
    by_mark: dict[str, list[Look]] = defaultdict(list)
    for look in looks:
        if look.act in LOOKING and not look.tasked:
            for mark in look.marks:
                by_mark[mark].append(look)
    for mark, rows in by_mark.items():
        for some in within(rows, timedelta(hours=numbers["hours"])):
            count = len({look.body for look in some})
            if count >= numbers["bodies"]:
                yield Alert("R08", some[-1].actor, f"R08|{mark}|{some[-1].day}",
                            tuple(look.seq for look in some), (("bodies", count),))  # fmt: skip


def refused_again(looks: Looks, _: Known, numbers: Numbers) -> Iterator[Alert]:
    """R09: the same thing refused again and again."""
    met = [look for look in looks if look.act is Act.REFUSED and look.subject]
    for (_who, subject), rows in grouped(met, by="subject").items():
        for some in within(rows, timedelta(hours=numbers["hours"])):
            if len(some) >= numbers["refusals"]:
                yield alert("R09", some, f"{subject}|{some[-1].day}", refusals=len(some))


def taken_out(looks: Looks, _: Known, numbers: Numbers) -> Iterator[Alert]:
    """R10: papers taken out in the days after notice that a role, a case or an admission ends."""
    span = timedelta(days=numbers["days"])
    for rows in grouped(look for look in looks if look.act in (Act.NOTICE, Act.EXPORT)).values():
        for notice in (look for look in rows if look.act is Act.NOTICE):
            taken = [look for look in rows if look.act is Act.EXPORT]
            after = [look for look in taken if timedelta() <= look.at - notice.at <= span]
            before = sum(timedelta() < notice.at - look.at <= span for look in taken)
            if len(after) >= numbers["exports"] and len(after) > numbers["times"] * before:
                yield alert("R10", [notice, *after], str(notice.seq), exports=len(after))


def often(looks: Looks, _: Known, numbers: Numbers) -> Iterator[Alert]:
    """R12: emergency access more often than a number."""
    span = timedelta(days=numbers["days"])
    for rows in grouped(look for look in looks if look.act is Act.GLASS).values():
        for some in within(rows, span):
            if len(some) >= numbers["uses"]:
                yield alert("R12", some, str(some[-1].day), uses=len(some))


def same_reason(looks: Looks, _: Known, numbers: Numbers) -> Iterator[Alert]:
    """R13: one text as a reason for different things each time."""
    by_reason: dict[tuple[str, str], list[Look]] = defaultdict(list)
    for look in looks:
        if look.reason and look.act in LOOKING:
            by_reason[(look.actor, look.reason)].append(look)
    for (_who, reason), rows in by_reason.items():
        for some in within(rows, timedelta(days=numbers["days"])):
            if len({look.subject for look in some}) >= numbers["uses"]:
                yield alert("R13", some, f"{reason}|{some[-1].day}", uses=len(some))
