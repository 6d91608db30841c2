"""Questions about looks: raised from real lines, once, and answered by two reviewers apart."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.model import LookAlert
from bureau.operations import alerts, tasks, trails
from tests.bureau.operations.looked import add_auditor, raised, searches, watched
from tests.conftest import NOW

WHY = "A namesake came to the desk that morning; the appointment is in the diary"


@pytest.fixture
def asked(work_of, actors):
    """The officer searched for the own name; the rules ran."""
    searches(work_of, actors.officer, "Officer")
    watched(work_of, actors.admin)


def first(work):
    return alerts.read_alert(work, alerts.list_alerts(work)[0].id)


def answered(work_of, who, verdict="EXPLAINED", reason=WHY, now=NOW):
    with work_of(who, now) as work:
        view = first(work)
        return alerts.answer(work, view.line.id, view.version, verdict, reason)


def test_a_search_for_the_own_name_is_asked_once_and_cites_its_line(
    work_of, sessions, actors, asked, trail
):
    [line] = [event.seq for event in trail() if event.kind == "search.done"]
    assert raised(sessions) == [("R01", "officer", (line,), 1)]
    again = watched(work_of, actors.auditor)
    assert again.looks == 0
    assert raised(sessions) == [("R01", "officer", (line,), 1)]
    assert [event.kind for event in trail()].count("alert.raised") == 1


def test_a_later_run_adds_lines_while_nobody_answered_and_asks_anew_after_that(
    work_of, sessions, actors, asked
):
    searches(work_of, actors.officer, "Officer")
    watched(work_of, actors.admin)
    [(_, _, lines, part)] = raised(sessions)
    assert (len(lines), part) == (2, 1)
    answered(work_of, actors.auditor)
    searches(work_of, actors.officer, "Officer")
    watched(work_of, actors.admin)
    assert [(len(lines), part) for _, _, lines, part in raised(sessions)] == [(2, 1), (1, 2)]


def test_it_is_closed_by_two_reviewers_who_answer_apart(work_of, sessions, actors, asked, trail):
    other = add_auditor(sessions)
    answered(work_of, actors.auditor)
    with work_of(actors.auditor) as work:
        mine = first(work)
        assert (mine.line.closed, [each.reason for each in mine.answers]) == (False, [WHY])
    with pytest.raises(NotAllowed):
        answered(work_of, actors.auditor)
    with work_of(other) as work:
        theirs = first(work)
        assert (theirs.answers, theirs.withheld) == ((), 1)
    later = NOW + timedelta(hours=1)
    answered(work_of, other, "FOLLOW", "No appointment and no application on that day", later)
    with work_of(actors.auditor) as work:
        closed = first(work)
    assert closed.line.closed
    assert [each.verdict.code for each in closed.answers] == ["EXPLAINED", "FOLLOW"]
    told = [event.facts for event in trail() if event.kind == "alert.answered"]
    assert [facts["closed"] for facts in told] == [False, True]


def test_nobody_but_a_reviewer_reads_it_and_the_administrator_learns_no_number(
    work_of, actors, asked
):
    for who in (actors.officer, actors.coordinator, actors.mayor, actors.admin, actors.care):
        with pytest.raises(AccessDenied), work_of(who) as work:
            alerts.list_alerts(work)
    done = watched(work_of, actors.admin)
    assert {name for name in dir(done) if not name.startswith("_")} == {"since", "until", "looks"}
    with pytest.raises(AccessDenied), work_of(actors.officer) as work:
        alerts.watch(work)


def test_a_reviewer_sees_nothing_of_a_question_about_themselves(work_of, sessions, actors, asked):
    other = add_auditor(sessions)
    with sessions.begin() as session:
        row = session.scalars(select(LookAlert)).one()
        row.concerned, key = [str(actors.officer.id), str(actors.auditor.id)], row.id
    with work_of(actors.auditor) as work:
        assert alerts.list_alerts(work) == ()
        kinds = {event.kind for event in trails.read_trail(work).events}
        assert "alert.raised" not in kinds
        assert [task.kind.value for task in tasks.upcoming(work)] == []
    with pytest.raises(NotFound), work_of(actors.auditor) as work:
        alerts.read_alert(work, key)
    with work_of(other) as work:
        assert len(alerts.list_alerts(work)) == 1
        assert [task.kind.value for task in tasks.upcoming(work)] == ["review_alert"]


def test_an_answer_is_one_of_the_list_and_says_why(work_of, actors, asked):
    for verdict, reason in (("GUILTY", WHY), ("EXPLAINED", "  ")):
        with pytest.raises(Invalid):
            answered(work_of, actors.auditor, verdict, reason)


def test_a_closed_question_goes_after_its_term_with_a_line_that_certifies_it(
    work_of, sessions, actors, asked, trail
):
    other = add_auditor(sessions)
    answered(work_of, actors.auditor)
    answered(work_of, other)
    with work_of(actors.admin, NOW + timedelta(days=365)) as work:
        alerts.watch(work)
    assert len(raised(sessions)) == 1
    with work_of(actors.admin, NOW + timedelta(days=366)) as work:
        alerts.watch(work)
    assert raised(sessions) == []
    [line] = [event for event in trail() if event.kind == "alert.swept"]
    told = {
        "rule": "R01",
        "answers": 2,
        "lines": 1,
        "closed_on": "2026-03-02",
        "term": "alert_kept",
    }
    assert line.facts == told


def test_an_open_question_stays_however_old(work_of, sessions, actors, asked):
    with work_of(actors.admin, NOW + timedelta(days=900)) as work:
        alerts.watch(work)
    assert len(raised(sessions)) == 1
