"""Six agencies share at random by the real operations; a second reading of the act looks on.

A Hypothesis state machine: whatever it finds it makes as short as it can, and prints it.
`python -m tests.campaigns.disclosures` takes a few hundred steps, with `--full` twenty thousand.
"""

from collections import Counter

from hypothesis import HealthCheck, Verbosity, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import func, select

from bureau.errors import BureauError
from bureau.model import Case, Disclosure, Record, Source
from bureau.operations import disclosures, stances
from bureau.operations.disclosures import Wanted
from bureau.rules.categories import data_categories
from bureau.rules.events import EventKind
from bureau.rules.sharing import conditions, ways
from bureau.rules.vocabulary import CaseKind, Credibility, RecordKind
from tests.bureau.operations.place import add_source, open_case
from tests.campaigns.lawful import AGENCIES, CITY, FIRST, HOLDS, PARTICIPANTS, Known, Try, lawful
from tests.campaigns.place import command, house

FEW, MANY, LONG, ROUND = 200, 20_000, 50, 20
LOGINS = dict(
    zip(AGENCIES, ("coordinator", "police", "prosecutor", "tax", "customs", "port"), strict=True)
)
FACTS = ("H0", "H1", "H2", *HOLDS)
ALWAYS = frozenset(row.code for row in conditions())
RESULTS = ("RESULT", "RESULT_TAX", "RESULT_CRIMINAL")
WORDS = st.sampled_from(("weighing", " "))
AGENCY = st.sampled_from(AGENCIES)
PARTICIPANT = st.sampled_from(sorted(PARTICIPANTS))
PHASES = st.sampled_from(("P1", "P2", "P2", "P3", "P3"))


@st.composite
def anything(draw):
    """Any attempt at all: most of it is unlawful in several ways at once."""
    giver, recipient = draw(AGENCY), draw(AGENCY)
    return Try(
        actor=draw(st.sampled_from((giver, recipient, *AGENCIES))),
        giver=giver,
        recipient=recipient,
        category=draw(st.sampled_from(data_categories().codes())),
        way=draw(st.sampled_from(ways().codes())),
        met=draw(st.frozensets(st.sampled_from(sorted(ALWAYS)))),
        ground=draw(st.sampled_from(("", " ", "art. 1"))),
        secrecy=draw(st.booleans()),
        purpose=draw(WORDS),
        necessity=draw(WORDS),
        fact=draw(st.sampled_from(("", "", *FACTS))),
    )


@st.composite
def nearly(draw):
    """An attempt that says all there is to say, so that the law alone decides."""
    way = draw(st.sampled_from(("JOIN", "JOIN", "RESULT", "THIRD", "TIP", "NO_PERSONS")))
    category = draw(st.sampled_from(sorted(FIRST)))
    if way in ("RESULT", "THIRD"):
        category = draw(st.sampled_from(RESULTS))
    giver = "port" if way == "TIP" else draw(PARTICIPANT)
    return Try(
        actor=giver,
        giver=giver,
        recipient="port" if way == "THIRD" else draw(PARTICIPANT),
        category="AREA" if way == "NO_PERSONS" else category,
        way=way,
        met=ALWAYS,
        ground="art. 1; RAC 1",
        secrecy=True,
        purpose="weighing",
        necessity="needed",
        fact=draw(st.sampled_from(("", "", "", "", "", "", *FACTS))),
    )


class Sharing(RuleBasedStateMachine):
    """A case of six agencies; `place` and `count` are shared by all that are tried."""

    place, count = None, Counter()

    def __init__(self):
        super().__init__()
        self.known, self.facts, self.given = Known(), {}, 0
        self.count["cases"] += 1
        others = [getattr(self.place.actors, LOGINS[each]) for each in AGENCIES if each != CITY]
        with self.by(CITY) as work:
            name = f"PAR-W{self.count['cases']}"
            self.case = open_case(
                work, *others, kind=CaseKind.PARTNERSHIP, title=name, reference=name
            )
            work.session.get_one(Case, self.case).state = "P1"
            for code in FACTS:
                self.record(work, code)
            work.record(EventKind.CASE_STEPPED, work.session.get_one(Case, self.case))

    def by(self, agency):
        """Work of the person of an agency."""
        return self.place.work_of(getattr(self.place.actors, LOGINS[agency]))

    def record(self, work, code):
        """A fact under a handling code, or from a source of a category."""
        source = add_source(work, self.case, title=code)
        work.session.flush()
        work.session.get_one(Source, source).category = code if code in HOLDS else ""
        row = Record(
            case_id=self.case,
            kind=RecordKind.DEPOSIT,
            key=code,
            fields={},
            handling="H0" if code in HOLDS else code,
            learnt_from_id=source,
            credibility=Credibility.PROBABLE,
        )
        work.session.add(row)
        work.record(EventKind.RECORD_ADDED, row)
        self.facts[code] = f"record:{row.id}"

    @initialize(phase=PHASES)
    def begin(self, phase):
        """The case stands in some phase."""
        self.move(phase)

    @rule(attempt=anything())
    def give_anything(self, attempt):
        """Somebody tries whatever comes up."""
        self.give(attempt)

    @rule(attempt=nearly())
    def give_something(self, attempt):
        """Somebody gives with all conditions met."""
        self.give(attempt)

    @rule(attempt=nearly())
    def give_more(self, attempt):
        """The same: giving is what is tried most."""
        self.give(attempt)

    def give(self, attempt):
        """Give by the real operation; the second reading says whether it may go."""
        self.count["steps"] += 1
        wanted = Wanted(
            *(attempt.giver, attempt.recipient, attempt.category, attempt.way),
            *("Fictional words.", attempt.purpose, attempt.necessity),
            met=tuple(sorted(attempt.met)),
            ground=attempt.ground,
            facts=(self.facts[attempt.fact],) if attempt.fact else (),
            secrecy=attempt.secrecy,
        )
        right, made = lawful(self.known, attempt), None
        try:
            with self.by(attempt.actor) as work:
                made = disclosures.disclose(work, self.case, wanted).id
        except BureauError as refusal:
            self.count["refused"] += 1
            if not refusal.hint and refusal.code != "not_found":
                raise AssertionError(f"refused without a word of help: {refusal}") from refusal
        self.count["given"] += made is not None
        self.given += made is not None
        self.count["unlawful"] += made is not None and not right
        assert made is None or right, f"unlawful, and it went: {attempt} with {self.known}"
        assert made or not right, f"lawful, and it was refused: {attempt} with {self.known}"
        if made and attempt.way == "JOIN":
            self.known.brought[made] = (attempt.giver, attempt.category)

    @precondition(lambda self: not self.known.closed)
    @rule(who=AGENCY, objects=st.booleans(), recipient=st.sampled_from(("", *AGENCIES)))
    def say(self, who, objects, recipient):
        """An agency objects, or consents; only a participant is heard."""
        self.count["steps"] += 1
        try:
            with self.by(who) as work:
                row = stances.take_stance(work, self.case, recipient, objects, "because")
                key = (row.id, row.version)
        except BureauError:
            assert who not in PARTICIPANTS, f"{who} is a participant and was not heard"
            return
        assert who in PARTICIPANTS, f"{who} is no participant and was heard"
        self.known.said[key] = (who, recipient, objects)

    @precondition(lambda self: self.known.said and not self.known.closed)
    @rule(which=st.integers(0, LONG))
    def lift(self, which):
        """Somebody takes a stance back."""
        self.count["steps"] += 1
        key = list(self.known.said)[which % len(self.known.said)]
        with self.by(self.known.said[key][0]) as work:
            stances.lift_stance(work, self.case, *key)
        del self.known.said[key]

    @precondition(lambda self: self.known.brought and not self.known.closed)
    @rule(which=st.integers(0, LONG))
    def recall(self, which):
        """A giver takes a contribution back: its data are no source of a result any more."""
        self.count["steps"] += 1
        made = list(self.known.brought)[which % len(self.known.brought)]
        with self.by(self.known.brought[made][0]) as work:
            version = work.session.get_one(Disclosure, made).version
            disclosures.recall_disclosure(work, self.case, made, version, "because")
        del self.known.brought[made]

    @precondition(lambda self: not self.known.closed)
    @rule(phase=PHASES)
    def move(self, phase):
        """The case goes to another phase."""
        self.count["steps"] += 1
        self.put(phase)
        self.known.phase = int(phase[1:])

    @precondition(lambda self: self.given > 2 and not self.known.closed)
    @rule()
    def close(self):
        """The case is closed: nothing goes out of it any more."""
        self.count["steps"] += 1
        self.put("ST199")
        self.known.closed = True

    def put(self, state):
        """Put the case in a state."""
        with self.by(CITY) as work:
            case = work.session.get_one(Case, self.case)
            case.state = state
            work.record(EventKind.CASE_STEPPED, case)

    @invariant()
    def the_register_holds_what_went_and_nothing_else(self):
        """Each thing that went stands in the register once."""
        with self.place.factory() as session:
            query = select(func.count()).where(Disclosure.case_id == self.case)
            assert session.scalar(query) == self.given


def walk(steps):
    """What was wrong in at least so many steps, as short as it could be made."""
    with house() as place:
        Sharing.place, Sharing.count = place, Counter()
        number, wrong = 0, []
        while Sharing.count["steps"] < steps and not wrong:
            number += 1
            wrong = _tried(number, max(1, min(ROUND, steps // LONG)))
        told = Sharing.count
        print(
            f"disclosures: a state machine of {len(AGENCIES)} agencies took {told['steps']} steps"
            f" in {told['cases']} cases: {told['given']} given, {told['refused']} refused,"
            f" {told['unlawful']} unlawful"
        )
        return wrong


def _tried(number, examples):
    """One round from a seed of its own, so that it can be repeated."""
    limits = settings(
        max_examples=examples,
        stateful_step_count=LONG,
        deadline=None,
        database=None,
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(seed(number)(Sharing), settings=limits)
    except AssertionError as found:
        return ["\n".join([str(found), *getattr(found, "__notes__", ())])]
    return []


def short():
    """A few hundred steps."""
    return walk(FEW)


def full():
    """The number of steps that the documentation names."""
    return walk(MANY)


if __name__ == "__main__":
    command("disclosures", short, full)
