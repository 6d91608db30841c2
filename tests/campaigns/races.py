"""Many at once: no edit is lost, a decision is taken once, the trail keeps every number.

`python -m tests.campaigns.races` runs briefly, with --full at the size that is published.
"""

from collections import Counter
from collections.abc import Callable
from threading import Barrier, Thread
from time import sleep

from sqlalchemy import func, select

from bureau.errors import BureauError, Changed
from bureau.model import Decision, Event, Screening
from bureau.operations import cases, decisions
from tests.bureau.operations.road import Road, at
from tests.campaigns.place import House, command, house


def together(count: int, act: Callable[[int], None]) -> None:
    """Let `count` threads begin at the same moment."""
    gate = Barrier(count)

    def begin(number: int) -> None:
        gate.wait()
        act(number)

    threads = [Thread(target=begin, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def lost_updates(place: House, users: int, edits: int) -> list[str]:
    """Everybody edits the same memo until each edit is stored; what is wrong afterwards."""
    road = Road(place.work_of, place.actors)
    first, done = _version(place, road), Counter[str]()

    def edit(number: int) -> None:
        for turn in range(edits):
            while not _stored(place, road, f"edit {turn} of {number}"):
                done["conflicts"] += 1
            done["stored"] += 1

    together(users, edit)
    gained = _version(place, road) - first
    print(f"lost updates: {done['stored']} edits, {done['conflicts']} conflicts, "
          f"{done['stored'] - gained} lost")  # fmt: skip
    return [] if gained == users * edits else [f"{users * edits - gained} edits were lost"]


def _version(place: House, road: Road) -> int:
    with place.factory() as session:
        return session.scalars(select(Screening.version).where(Screening.case_id == road.id)).one()


def _stored(place: House, road: Road, words: str) -> bool:
    seen = _version(place, road)
    sleep(0.003)  # whoever edits looks at the page for a moment
    try:
        with place.work_of(place.actors.officer) as work:
            cases.record_scope_test(work, road.id, seen, policy_reason=words)
    except Changed:
        return False
    return True


def double_decisions(place: House, races: int, mayors: int) -> list[str]:
    """Everybody decides the same case at once; each case ends with one decision."""
    wrong, refused = [], Counter[str]()
    for race in range(races):
        road = Road(place.work_of, place.actors)
        road.to_decision()

        def decide(_: int, road: Road = road) -> None:
            try:
                with place.work_of(place.actors.mayor, at("04-01")) as work:
                    decisions.decide(work, road.id, "refuse", "As the assessment shows.")
            except BureauError as refusal:
                refused[type(refusal).__name__] += 1

        together(mayors, decide)
        with place.factory() as session:
            query = select(func.count()).select_from(Decision).where(Decision.case_id == road.id)
            count = session.scalar(query)
        if count != 1:
            wrong.append(f"race {race}: {count} decisions")
    print(f"decisions: {races} races of {mayors}, {dict(refused)} refused, {len(wrong)} wrong")
    return wrong


def gaps(place: House) -> list[str]:
    """The numbers of the trail that are missing."""
    with place.factory() as session:
        numbers = session.scalars(select(Event.seq).order_by(Event.seq)).all()
    return [] if list(numbers) == list(range(1, len(numbers) + 1)) else ["the trail has gaps"]


def run(users: int, edits: int, races: int, mayors: int) -> list[str]:
    """The whole campaign; what was found wrong."""
    with house() as place:
        found = lost_updates(place, users, edits) + double_decisions(place, races, mayors)
        return found + gaps(place)


def short() -> list[str]:
    """A few seconds."""
    return run(users=6, edits=5, races=3, mayors=6)


def full() -> list[str]:
    """50 users with 40 edits each, and 100 races of 50."""
    return run(users=50, edits=40, races=100, mayors=50)


if __name__ == "__main__":
    command("races", short, full)
