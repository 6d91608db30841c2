"""Generated histories of a case: clocks against a second reckoning, roads against their guards.

`python -m tests.campaigns.histories` tries a few hundred, with `--full` ten thousand of each kind.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bureau import model
from bureau.operations import _clocks, _rows
from bureau.rules import procedure
from bureau.rules.clock import ClockState
from bureau.rules.facts import ProcedureFacts
from bureau.rules.vocabulary import Danger, Stage
from tests.campaigns import day_by_day as naive
from tests.campaigns.place import command

DAY = timedelta(days=1)
FEW, MANY = 300, 10_000
ONE = UUID(int=1)
SENT = datetime.fromisoformat("2020-01-01T00:00:00+00:00")
LONG = 40  # steps of one walk at most


@st.composite
def histories(draw):
    """The events of one case, in days from its receipt, and the day on which one looks."""

    def days(least, most):
        return DAY * draw(st.integers(least, most))

    def maybe(value):
        return value if draw(st.booleans()) else None

    received = draw(st.dates(date(2019, 1, 1), date(2035, 12, 31)))
    told = SimpleNamespace(received=received, weeks=draw(st.integers(1, 20)))
    told.scope = draw(st.sampled_from(("SC02", "SC20", "SC22")))
    told.pauses = []
    if draw(st.booleans()):
        sent = received + days(0, 60)
        until = sent + days(0, 40)
        done = maybe(min(sent + days(0, 60), until))
        told.pauses.append(naive.Pause("SUS1", sent, done, until))
    for rule in draw(st.lists(st.sampled_from(("SUS2", "SUS3", "SUS4", "SUS7")), max_size=3)):
        first = received + days(0, 120)
        last = first + days(0, 60)
        told.pauses.append(naive.Pause(rule, first, last if rule == "SUS3" else maybe(last)))
    told.advice = None
    if draw(st.booleans()):
        asked = received + days(0, 120)
        advice = naive.Advice(asked, draw(st.booleans()))
        advice.received = maybe(asked + days(0, 150))
        latest = (advice.received or asked + DAY * 100) - asked
        for _ in range(draw(st.integers(0, 2))):
            question = asked + days(0, latest.days)
            answered = question + days(0, 30)
            if advice.received:
                answered = min(answered, advice.received)
            advice.questions.append((question, answered))
        told.advice = advice
    told.decided = maybe(received + days(0, 250))
    told.known = told.decided and maybe(told.decided + days(0, 5))
    told.objected = told.known and maybe(told.known + days(0, 40))
    told.committee, told.postponed = draw(st.booleans()), draw(st.booleans())
    told.answered = told.objected and maybe(told.objected + days(0, 200))
    told.appealed = told.answered and maybe(told.answered + days(0, 40))
    told.judged = told.appealed and maybe(told.appealed + days(1, 300))
    told.noticed = maybe(days(1, 60))
    told.today = received + days(0, 500)
    return as_known(told)


def as_known(told):
    """The history as far as it has come on the day on which one looks."""

    def past(day):
        return day if day and day <= told.today else None

    told.pauses = [each for each in told.pauses if each.start <= told.today]
    for each in told.pauses:
        each.until = each.until if each.rule == "SUS3" else past(each.until)
    if told.advice and told.advice.asked > told.today:
        told.advice = None
    if told.advice:
        told.advice.received = past(told.advice.received)
        asked = [(day, past(answered)) for day, answered in told.advice.questions if past(day)]
        told.advice.questions = asked
    for name in ("decided", "known", "objected", "answered", "appealed", "judged"):
        setattr(told, name, past(getattr(told, name)))
    return told


def rows_of(told):
    """The rows that the operations would have stored for these events, up to today."""
    kept = {table: [] for table in _rows.COURSE}
    case = model.Case(state="ST70" if told.advice else "ST80", opened_on=told.received)
    kept[model.Screening].append(
        model.Screening(
            scope=told.scope,
            received_on=told.received,
            law_date=told.received,
            weeks=told.weeks,
            register_entities=[],
        )
    )
    for each in told.pauses:
        kept[model.Suspension].append(
            model.Suspension(
                rule=each.rule, from_on=each.start, until_on=each.until, ends_on=each.term_end
            )
        )
    if told.advice:
        _put_advice(kept, told.advice)
    if told.decided:
        _put_decision(kept, told)
    return _rows.Rows(case, kept)


def _put_advice(kept, advice):
    kept[model.Advice].append(
        model.Advice(
            asked_on=advice.asked,
            received_on=advice.received,
            extended_on=advice.asked if advice.extended else None,
        )
    )
    kept[model.Suspension].append(
        model.Suspension(
            rule="SUS5",
            from_on=advice.asked,
            until_on=advice.received,
            extended=advice.extended,
        )
    )
    for asked, answered in advice.questions:
        kept[model.Suspension].append(
            model.Suspension(rule="SUS6", from_on=asked, until_on=answered)
        )


def _put_decision(kept, told):
    decision = model.Decision(
        id=ONE, outcome="refuse", decided_on=told.decided, made_known_on=told.known
    )
    kept[model.Decision].append(decision)
    if told.objected:
        kept[model.Objection].append(
            model.Objection(
                decision_id=ONE,
                decision=decision,
                received_on=told.objected,
                committee=told.committee,
                postponed_on=told.objected if told.postponed else None,
                made_known_on=told.answered,
                decided_on=told.answered,
                at=SENT,
            )
        )
    if told.appealed:
        kept[model.Appeal].append(
            model.Appeal(instance="district", lodged_on=told.appealed, judged_on=told.judged)
        )


def expected(told):
    """The last day of every term, by the second reckoning."""
    now = told.decided or told.today
    found = {}
    stopped = naive.still(told.pauses, told.advice, now)
    found["DL01"] = naive.statutory(told.received, told.weeks, stopped)
    if told.advice:
        found |= _expected_advice(told, told.advice)
    if told.known and told.scope != "SC22":
        found["DL11"] = naive.statutory(told.known, 6)
    if told.objected:
        length = (12 if told.committee else 6) + (6 if told.postponed else 0)
        found["DL13"] = naive.statutory(naive.statutory(told.known, 6), length)
    if told.answered:
        found["DL14"] = naive.statutory(told.answered, 6)
    if told.judged:
        found["DL15"] = naive.statutory(told.judged, 6)
    return found


def _expected_advice(told, advice):
    ended = advice.received or told.today
    length = 12 if advice.extended else 8
    code = "DL07" if advice.extended else "DL06"
    found = {code: naive.statutory(advice.asked, length, advice.open_days(ended))}
    found["DL08"] = max(advice.may_suspend(told.today))
    if advice.received:
        years = 5 if advice.received >= date(2020, 8, 1) else 2
        found["DL16"] = naive.years_later(advice.received, years)
    return found


def insist_equal(told):
    """Every clock of this history ends where the second reckoning says, in a fitting state."""
    shown = {clock.term: clock for clock in _clocks.clocks(rows_of(told), told.today)}
    for term, due in expected(told).items():
        assert shown[term].due == due, (term, shown[term].due, due)
    main = shown["DL01"]
    assert (main.state is ClockState.STOPPED) is bool(told.decided)
    if main.state is ClockState.OVERDUE:
        assert told.today > main.due
    if main.state is ClockState.RUNNING:
        assert told.today <= main.due
    assert main.target < main.due


def insist_price(told):
    """A notice of default costs what one adds up day by day."""
    if not told.noticed:
        return
    rows = rows_of(told)
    main = _clocks.clocks(rows, told.today)[0]
    received = main.due + told.noticed
    if received > told.today:
        return
    rows.fetched[model.DefaultNotice].append(
        model.DefaultNotice(about="application", received_on=received, overdue_since=main.due)
    )
    known = told.known if told.known and told.known >= main.due else None
    cents = naive.penalty(received, main.due, told.today, known)
    clock = next(c for c in _clocks.clocks(rows, told.today) if c.term == "DL17")
    whole, part = divmod(cents, 100)
    assert f"€{whole:,}.{part:02d};" in clock.remarks[0].en.replace(". It", ";"), (cents, clock)


FLAGS = [
    name
    for name, kind in ProcedureFacts.__annotations__.items()
    if kind in (bool, "bool") and name not in ("stage",)
]


@st.composite
def facts(draw):
    """Anything that may be established about a case."""
    known = {name: draw(st.booleans()) for name in FLAGS}
    today = date(2026, 11, 20)
    return ProcedureFacts(
        today=today,
        stage=draw(st.sampled_from(tuple(Stage))),
        gaps_open=draw(st.integers(0, 2)),
        open_indicators=draw(st.integers(0, 2)),
        danger_a=draw(st.sampled_from(tuple(Danger))),
        danger_b=draw(st.sampled_from(tuple(Danger))),
        art_3_6=draw(st.sampled_from((None, False, True))),
        refusal_proportionate=draw(st.sampled_from((None, False, True))),
        advice_readers=draw(st.integers(0, 1)),
        not_treated_until=draw(st.sampled_from((None, today))),
        objection_on=draw(st.sampled_from((None, today))),
        objection_until=draw(st.sampled_from((None, today))),
        **known,
    )


def grave(known):
    """Whether the assessment points to a refusal or to conditions."""
    return known.art_3_6 is True or bool(
        {Danger.LESSER, Danger.SERIOUS} & {known.danger_a, known.danger_b}
    )


def may_burden(known):
    """Whether a refusal or a condition may follow from the assessment, in the words of the law."""
    serious = Danger.SERIOUS in (known.danger_a, known.danger_b) or known.art_3_6 is True
    return (serious and known.refusal_proportionate is not False) or known.conditions_identifiable


def insist_heard(walk):
    """A road with a grave assessment reaches the decision from the weighing by way of a view.

    The one that goes round the view (T51) is open only where no refusal and no condition is left.
    """
    state, since = "ST00", []
    for known, choice in walk:
        open_ = [step.transition for step in procedure.steps(state, known) if step.possible]
        open_ = [move for move in open_ if not move.opens_case]
        if not open_:
            continue
        move = open_[choice % len(open_)]
        if state == "ST80":
            since = []
        since.append(move.code)
        state = move.target
        if move.code == "T51":
            assert not may_burden(known), known
        elif state == "ST100" and move.code not in ("T03", "T05") and grave(known):
            assert {"T32", "T35"} <= set(since), since
        if state == "ST100" and move.code in ("T03", "T05"):
            assert "T27" not in since


def insist_an_end(walk):
    """From wherever a road leads, steps with guards that can hold lead on to the closed file."""
    state = "ST00"
    for known, choice in walk:
        open_ = [step.transition for step in procedure.steps(state, known) if step.possible]
        open_ = [move for move in open_ if not move.opens_case]
        if open_:
            state = open_[choice % len(open_)].target
    assert state in ENDING, state


def _ending():
    today = date(2026, 11, 20)
    moves = [move for move in procedure.transitions() if not move.opens_case]
    found = {"ST199"}
    while True:
        more = {
            start
            for move in moves
            for start in procedure.starts(move, today)
            if move.target in found and _satisfiable(move, start)
        } - found
        if not more:
            return found
        found |= more


def _satisfiable(move, start):
    """Whether some facts let this step be taken: tried, not assumed."""
    base = ProcedureFacts(today=date(2026, 11, 20))
    flags = dict.fromkeys(FLAGS, True)
    tries = (
        {},
        flags,
        {**flags, "ordinary_ground_met": False, "screened_unchanged": False, "art_3_6": False},
        {"applicant_recorded": True, "gaps_open": 1, "has_receipt_date": True},
        {"danger_a": Danger.NONE, "danger_b": Danger.NONE, "art_3_6": False},
        {
            "danger_a": Danger.LESSER,
            "danger_b": Danger.NONE,
            "art_3_6": False,
            "second_reader_signed": True,
            "conditions_identifiable": True,
        },
        {"objection_on": base.today, "objection_until": base.today},
    )
    return any(
        step.possible
        for given_ in tries
        for step in procedure.steps(start, replace(base, **given_))
        if step.transition.code == move.code
    )


ENDING = _ending()
WALKS = st.lists(st.tuples(facts(), st.integers(0, 20)), min_size=5, max_size=LONG)


def tried(name, check, strategy, count):
    """Try `check` on so many examples; what was found wrong, in one line."""
    seen = []

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def run(example):
        seen.append(1)
        check(example)

    try:
        run()
    except AssertionError as wrong:
        return [f"{name}: {wrong}"]
    finally:
        print(f"{name}: {len(seen)} histories")
    return []


def run(count, walks):
    """Every campaign on so many histories, or so many walks; what was found wrong."""
    return [
        *tried("clocks", insist_equal, histories(), count),
        *tried("penalties", insist_price, histories(), count),
        *tried("hearings", insist_heard, WALKS, walks),
        *tried("ends", insist_an_end, WALKS, walks),
    ]


def short():
    """A few hundred, in seconds."""
    return run(FEW, FEW // 10)


def full():
    """Ten thousand histories of clocks and of penalties, and as many walks of each kind."""
    return run(MANY, MANY)


if __name__ == "__main__":
    command("histories", short, full)
