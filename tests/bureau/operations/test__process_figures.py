"""Speed, seats, actions on time, plans carried out, displacement and lessons."""

from datetime import date
from uuid import uuid4

from bureau.model import Intervention, OutcomeSeries, SeriesPoint, Worksheet
from bureau.operations import _process_figures as process
from bureau.rules.plans import PlanState, SeriesPlace
from bureau.rules.worksheets import Sheet
from tests.bureau.operations import partner_case as made

FOUR = [("police", True), ("tax", True), ("police", False), ("police", True)]


def values(figures):
    return {(each.name, each.of): each.value for each in figures}


def test_days_between_signal_case_meeting_and_first_action():
    case = made.case()
    acted = made.action(date(2026, 4, 1), done_on=date(2026, 3, 21))
    item = made.item(case, date(2026, 3, 1), [("police", True)], [acted])
    rows = made.rows(cases=(case,), items=(item,), signals=(made.signal(case, date(2026, 1, 22)),))
    assert values(process.speed(rows, 2026)) == {
        ("signal_to_case", ""): 10,
        ("case_to_meeting", ""): 28,
        ("meeting_to_action", ""): 20,
    }
    assert process.speed(rows, 2025)[0].value is None


def test_seats_are_told_by_kind_of_organisation_and_not_over_few():
    case = made.case()
    item = made.item(case, date(2026, 3, 1), [*FOUR, *FOUR, *[("port", True)] * 3])
    found = values(process.presence(made.rows(items=(item,)), 2026))
    assert found == {
        ("seats_filled", ""): 81.8,
        ("seats_of", "others"): 100.0,
        ("seats_of", "police"): 66.7,
    }
    alone = made.item(case, date(2026, 3, 1), [*FOUR, ("police", True), ("police", True)])
    told = process.presence(made.rows(items=(alone,)), 2026)
    assert [(each.of, each.counted) for each in told] == [("", 6), ("others", 6)]
    few = made.item(case, date(2026, 3, 1), FOUR)
    assert process.presence(made.rows(items=(few,)), 2026)[0].few == 5


def test_actions_on_time_by_power():
    case, day = made.case(), date(2026, 5, 1)
    actions = [
        made.action(day),
        made.action(day, done_on=date(2026, 5, 9)),
        made.action(day, "open", power="Opiumwet 13b"),
        made.action(day, "open", power="art. 13b Opiumwet"),
        made.action(day, "open", power="Verdrag van Havermonde 12"),
        made.action(day, "replaced"),
        made.action(date(2027, 1, 1), "open"),
    ]
    rows = made.rows(items=(made.item(case, day, (), actions),))
    found = process.on_time(rows, 2026, made.TODAY)
    assert [(each.of, each.value, each.counted) for each in found] == [
        ("", 20.0, 5),
        ("Gemeentewet 172, 174, 174a", 50.0, 2),
        ("Opiumwet 13b", 0.0, 2),
        ("Verdrag van Havermonde 12", 0.0, 1),
    ]


def test_planned_and_carried_out_and_displacement():
    points = [
        SeriesPoint(place=place, on=date(2026, month, 1), value=value)
        for place, pair in (
            (SeriesPlace.TARGET, (9, 4)),
            (SeriesPlace.RING, (5, 6)),
            (SeriesPlace.CONTROL, (10, 10)),
        )
        for month, value in zip((1, 9), pair, strict=True)
    ]
    series = OutcomeSeries(name="Lege winkels", points=points)
    plan = Intervention(id=uuid4(), state=PlanState.RUNNING, series=[series])
    states = ("executed", "decided", "dropped")
    measures = tuple(made.measure(plan_id=plan.id, state=state) for state in states)
    rows = made.rows(plans=(plan,), measures=measures)
    assert values(process.fidelity(rows, 2026)) == {("carried_out", ""): 50.0, ("let_go", ""): 1}
    assert values(process.displacement(rows, 2026)) == {("displaced", "Lege winkels"): -0.2}
    assert process.displacement(rows, 2025) == ()


def test_lessons_written_and_published():
    cards = tuple(
        Worksheet(kind=Sheet.LESSON, at=made.moment(date(2026, 3, 1)), published_on=day)
        for day in (None, date(2026, 4, 1))
    )
    found = process.lessons(made.rows(sheets=cards), 2026)
    assert [each.value for each in found] == [2, 1]
