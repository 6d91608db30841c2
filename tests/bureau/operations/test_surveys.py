"""Partners are asked anonymously: once each, told together, and not to be found again."""

import json

import pytest
from sqlalchemy import column, inspect, select, table, text

from bureau.errors import AccessDenied, NotAllowed, NotFound
from bureau.model import Event, Survey, SurveyBox, SurveyPlace
from bureau.operations import surveys
from tests.bureau.operations.polling import ASKED, answer, closed, opened
from tests.bureau.operations.road import ON_SQLITE, at

pytestmark = ON_SQLITE
MARKS = dict(zip(ASKED, (1, 2, 3, 4, 5, 5), strict=True))
MEANS = dict.fromkeys(("C1", "C2", "C3", "C4", "C5"), 3.3)


@pytest.fixture
def made(work_of, actors):
    return opened(work_of, actors)


def everything(sessions):
    """Every row of every table, as a back-up would hold it, with the hidden row numbers."""
    with sessions() as session:
        names = inspect(session.get_bind()).get_table_names()
        return {
            name: sorted(
                map(
                    repr,
                    session.execute(select(column("rowid"), text("*")).select_from(table(name))),
                )
            )
            for name in names
        }


def test_whoever_takes_part_is_asked_and_answers_once(work_of, actors, made):
    for login in ASKED:
        who = getattr(actors, login)
        with work_of(who) as work:
            assert [row.id for row in surveys.list_waiting(work)] == [made]
        answer(work_of, who, made, MARKS[login])
        with pytest.raises(NotAllowed, match="answered already"):
            answer(work_of, who, made, 1)
        with work_of(who) as work:
            assert surveys.list_waiting(work) == ()
            assert not surveys.read_survey(work, made).survey.results
    assert closed(work_of, actors, made) == MEANS


def test_of_fewer_answers_nothing_is_ever_told(work_of, actors, made, sessions):
    for login in ASKED[:4]:
        answer(work_of, getattr(actors, login), made, 2)
    assert closed(work_of, actors, made) == {}
    with sessions() as session:
        assert session.get(Survey, made).answered == 0
        assert session.scalars(select(SurveyBox)).all() == []


def test_whoever_opens_does_not_answer_and_others_see_nothing(work_of, actors, made):
    for who in (actors.coordinator, actors.officer, actors.outsider):
        with pytest.raises(NotFound):
            answer(work_of, who, made, 3)
    with work_of(actors.officer) as work, pytest.raises(NotFound):
        surveys.read_survey(work, made)
    for act in (surveys.list_surveys, surveys.open_survey):
        with work_of(actors.police) as work, pytest.raises(AccessDenied):
            act(work)


def test_one_round_at_a_time_and_enough_people_to_ask(work_of, actors, made):
    with work_of(actors.coordinator) as work, pytest.raises(NotAllowed, match="open already"):
        surveys.open_survey(work)


def test_a_round_among_too_few_is_not_opened(work_of, actors):
    with pytest.raises(NotAllowed, match="at least 5"):
        opened(work_of, actors, ASKED[:4])


def test_after_the_last_day_nobody_answers(work_of, actors, made):
    with pytest.raises(NotAllowed):
        answer(work_of, actors.police, made, 3, now=at("2026-06-01"))


def test_a_closed_round_forgets_who_answered(work_of, actors, made, sessions):
    for login in ASKED[:5]:
        answer(work_of, getattr(actors, login), made, MARKS[login])
    closed(work_of, actors, made)
    with sessions() as session:
        assert {row.answered for row in session.scalars(select(SurveyPlace))} == {None}
    with work_of(actors.coordinator) as work:
        row = surveys.list_surveys(work)[0].survey
        with pytest.raises(NotAllowed, match="closed"):
            surveys.close_survey(work, made, row.version)


def test_nobody_can_link_an_answer_to_a_person(work_of, actors, made, sessions):
    """Database, trail and hidden row numbers alike: two orders, and who said what, leave the same.

    The same marks come from other people in another order. Apart from random and sealed bytes the
    two stores are alike, so nothing in them can tell which of the two happened.
    """
    before = everything(sessions)
    one = told(work_of, actors, made, sessions, list(MARKS.items()))
    swapped = dict(zip(ASKED, reversed(MARKS.values()), strict=True))
    with sessions.begin() as session:
        for place in session.scalars(select(SurveyPlace)):
            place.answered = False
        box = session.scalars(select(SurveyBox)).one()
        box.counts = {code: ["000000"] * 5 for code in box.counts}
    two = told(work_of, actors, made, sessions, list(reversed(swapped.items())))
    assert one == two
    after = everything(sessions)
    touched = {name for name in after if after[name] != before[name]}
    trail = {"event", "event_value", "event_node", "trail_checkpoint"}
    assert touched <= trail | {"survey_place", "survey_box"}
    assert len(after["survey_box"]) == 1
    with sessions() as session:
        lines = session.scalars(select(Event).where(Event.kind == "survey.answered")).all()
        assert len(lines) == 2 * len(ASKED)
        assert {json.dumps([row.facts, row.changes]) for row in lines} == {"[{}, []]"}


def told(work_of, actors, made, sessions, answers):
    """What the store holds of a round after `answers`, unsealed: as its keeper could read it."""
    lengths = set()
    for login, mark in answers:
        answer(work_of, getattr(actors, login), made, mark)
        with sessions() as session:
            raw = session.scalar(text("SELECT length(counts) FROM survey_box"))
            lengths.add(raw)
    assert len(lengths) == 1
    with sessions() as session:
        places = {row.user_id: row.answered for row in session.scalars(select(SurveyPlace))}
        box = session.scalars(select(SurveyBox)).one()
        return places, json.dumps(box.counts, sort_keys=True)
