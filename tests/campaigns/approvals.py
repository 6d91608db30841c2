"""Four eyes under everything at once: edits, expiries, roles, accounts, replays, tokens, races.

`python -m tests.campaigns.approvals` runs briefly, with --full at the size that is published.
"""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from sqlalchemy import func, select

from bureau.errors import BureauError
from bureau.model import ApprovalRequest, Event
from bureau.operations import approvals, rotations
from bureau.rules.events import EventKind
from tests.campaigns.asking import CHANGES, Kept, town
from tests.campaigns.place import House, command, house
from tests.campaigns.races import together
from tests.conftest import NOW

STEPS = 50
A_HOUSE = 25  # stories in one house: a longer trail only makes each look slower
TROUBLE = ("", "", "", "edit", "wait", "leave", "again")
# Most stories are about what can be approved and used; the lonely administrator is there, too.
WHAT = (1, 2, 0, 2, 1, 0, 2, 1, 3)
MEANT = ("ask", "open", "approve", "use", "use after a change refused")
DONE: Counter[str] = Counter()
WRONG: list[str] = []


class FourEyes(RuleBasedStateMachine):
    """People of two towns ask, open, agree, edit, leave and replay; a model says what may be."""

    def __init__(self) -> None:
        super().__init__()
        self.town = TOWN[0]
        self.town.begin()

    who = st.integers(0, 35)  # three in four draw somebody whose act it is
    what = st.sampled_from(WHAT)

    def _try(self, name: str, act: Callable[[], object]) -> bool:
        DONE["steps"] += 1
        try:
            act()
        except BureauError as refusal:
            DONE[f"{name} refused"] += 1
            self.last = f"{type(refusal).__name__} {refusal.where}"
            return False
        DONE[name] += 1
        return True

    @rule(who=who, what=what)
    def ask(self, who: int, what: int) -> None:
        login = self.town.asker(who, what)
        allowed = self.town.may_ask(login, what)
        done = self._try("ask", lambda: self.town.ask(login, what))
        if done is not allowed:
            WRONG.append(f"asked: {done}, although nothing waited and it was theirs: {allowed}")

    @rule(who=who, what=what)
    def open(self, who: int, what: int) -> None:
        login = self.town.second(who, what)
        if self._try("open", lambda: self.town.open(login, what)):
            self.town.opened(login, what)

    @rule(who=who, what=what, trick=st.integers(0, 9))
    def approve(self, who: int, what: int, trick: int) -> None:
        login, program, stale = self.town.second(who, what), trick == 0, trick == 1
        if trick > 4 and (fit := self.town.agreeable()):
            login, what = fit[who % len(fit)]
        why = self.town.why(login, what, program=program, stale=stale)
        done = self._try("approve", lambda: self.town.approve(login, what, program, stale))
        if done is bool(why):
            WRONG.append(f"approved: {done}, although: {why or self.last}")
        if done:
            self.town.approved(login, what)

    @rule(who=who, what=what)
    def refuse(self, who: int, what: int) -> None:
        self._try("refuse", lambda: self.town.refuse(self.town.second(who, what), what))

    @rule(who=who, what=what)
    def withdraw(self, who: int, what: int) -> None:
        self._try("withdraw", lambda: self.town.withdraw(self.town.asker(who, what), what))

    @rule(who=who, what=what)
    def use(self, who: int, what: int) -> None:
        fit = [one for one in range(len(self.town.things)) if self.town.ready(one)]
        what = fit[who % len(fit)] if fit and who % 4 < 2 else what
        login = self.town.asker(who, what)
        allowed = self.town.may_use(login, what)
        done = self._try("use", lambda: self.town.use(login, what))
        if done is not allowed:
            WRONG.append(f"used: {done}, although two had agreed to exactly this: {allowed}")
        if done:
            self.town.used(what)

    @rule(who=who, what=what, trouble=st.sampled_from(TROUBLE), place=st.integers(0, 3))
    def go_through(self, who: int, what: int, trouble: str, place: int) -> None:
        """The whole road, where something may come in between."""
        if place % 2:
            self._take_back(what)
        acts = (self.ask, self.open, lambda one, two: self.approve(one, two, 4), self.use)
        for number, act in enumerate(acts):
            act(who, what)
            if number == place:
                self._come_between(who, what, trouble)

    @rule(who=who, what=what, trouble=st.sampled_from(TROUBLE), place=st.integers(0, 3))
    def go_through_again(self, who: int, what: int, trouble: str, place: int) -> None:
        self.go_through(who, what, trouble, place)

    @rule(who=who, what=st.sampled_from((1, 2)), change=st.sampled_from(CHANGES))
    def use_after_a_change(self, who: int, what: int, change: str) -> None:
        """Two agree, then something about it changes: what they agreed to is worth nothing."""
        self._take_back(what)
        for act in (self.ask, self.open, lambda one, two: self.approve(one, two, 4)):
            act(who - who % 4, what)
        if not self.town.ready(what):
            return
        login = self.town.asker(who - who % 4, what)
        self.town.change(what, change)
        if self._try("use after a change", lambda: self.town.use(login, what)):
            WRONG.append(f"used, although after the approval: {change}")
        self.town.change_back(what, change)

    def _take_back(self, what: int) -> None:
        """Whoever asked takes it back, so that it can be asked as it is now."""
        if login := self.town.asked_by(what):
            self._try("withdraw", lambda: self.town.withdraw(login, what))

    def _come_between(self, who: int, what: int, trouble: str) -> None:
        match trouble:
            case "edit":
                self.edit(what, 0)
            case "wait":
                self.wait(30)
            case "leave":
                self.leave_or_come_back(who - who % 3, who % 2 == 0)
            case "again":
                self.approve(who, what, who % 2)

    @rule(what=what, often=st.integers(0, 3))
    def edit(self, what: int, often: int) -> None:
        if often == 0:
            self._try("edit", lambda: self.town.edit(what))

    @rule(who=who, role=st.booleans())
    def leave_or_come_back(self, who: int, role: bool) -> None:
        self._try("come and go", lambda: self.town.turn(who, role))

    @rule(days=st.sampled_from((0, 0, 1, 1, 8, 30)), often=st.integers(0, 3))
    def wait(self, days: int, often: int = 0) -> None:
        if often == 0:
            self._try("wait", lambda: self.town.wait(days))


TOWN: list[Kept] = []


def machine(examples: int) -> list[str]:
    """So many stories of the machine; what was found wrong."""
    DONE.clear()
    WRONG.clear()
    found = []
    for number, left in enumerate(range(examples, 0, -A_HOUSE)):
        found += _stories(number, min(left, A_HOUSE))
    found += WRONG
    # A run in which nothing succeeds proves nothing about what is refused.
    found += [f"not once in the whole run: {act}" for act in MEANT if not DONE[act]]
    told = ", ".join(f"{name} {count}" for name, count in sorted(DONE.items()))
    print(f"four eyes: {told}; {len(found)} wrong")
    return found


def _stories(number: int, examples: int) -> list[str]:
    """Stories in a fresh house, drawn from a seed; what the database holds against the rule."""
    FourEyes._hypothesis_internal_use_seed = number  # the same stories in every run
    with house() as place:
        TOWN[:] = [town(place)]
        run_state_machine_as_test(
            FourEyes,
            settings=settings(
                max_examples=examples,
                stateful_step_count=STEPS,
                deadline=None,
                database=None,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            ),
        )
        return TOWN[0].faults()


def races(place: House, count: int, people: int) -> list[str]:
    """Everybody answers, then everybody uses, the same thing at once; each is done once."""
    wrong, refused = [], Counter[str]()
    second = town(place).administrators(people)
    for race in range(count):
        now = NOW + timedelta(minutes=race)
        with place.work_of(place.actors.admin, now) as work:
            asked = rotations.ask_rotation(work, "seal", f"race {race}").id
        seen = {}
        for number, actor in enumerate(second):
            with place.work_of(actor, now) as work:
                row = approvals.open_request(work, asked)
                seen[number] = (row.version, row.digest)

        def answer(number: int, asked=asked, now=now, seen=seen) -> None:
            _tried(refused, lambda: _agreed(place, second[number], now, asked, seen[number]))

        def use(_: int, now=now) -> None:
            _tried(refused, lambda: _used(place, now))

        together(people, answer)
        together(people, use)
        with place.factory() as session:
            for kind in (EventKind.APPROVAL_GIVEN, EventKind.APPROVAL_USED):
                lines = select(func.count()).select_from(Event)
                about = f"{ApprovalRequest.__tablename__}:{asked}"
                done = session.scalar(lines.where(Event.kind == kind, Event.subject == about))
                if done != 1:
                    wrong.append(f"race {race}: {kind} {done} times")
    print(f"races: {count} of {people}, {dict(refused)} refused, {len(wrong)} wrong")
    return wrong


def _agreed(place, actor, now, asked, seen) -> None:
    with place.work_of(actor, now) as work:
        approvals.approve(work, asked, *seen)


def _used(place, now) -> None:
    with place.work_of(place.actors.admin, now) as work:
        rotations.use_rotation(work, "seal")


def _tried(refused: Counter[str], act: Callable[[], object]) -> None:
    try:
        act()
    except BureauError as refusal:
        refused[type(refusal).__name__] += 1


def run(examples: int, count: int, people: int) -> list[str]:
    """The whole campaign; what was found wrong."""
    found = machine(examples)
    with house() as place:
        return found + races(place, count, people)


def short() -> list[str]:
    """A few seconds."""
    return run(examples=10, count=2, people=5)


def done() -> Counter[str]:
    """How often each act of the last run was done, or refused."""
    return Counter(DONE)


def full() -> list[str]:
    """20,000 steps and more, and 100 races of 50."""
    return run(examples=260, count=100, people=50)


if __name__ == "__main__":
    command("approvals", short, full)
