"""The duties of the sharing register among the tasks, in the calendar and in the reminder."""

from datetime import timedelta

from bureau.operations import calendars, disclosures, reminders, sharing_requests, tasks
from bureau.operations._sharing_tasks import TERMS
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import Desk

pytestmark = ON_SQLITE
RESULT = {"category": "RESULT", "way": "RESULT", "met": ("checked",)}


def duties(desk, login, days=0):
    with desk.by(login) as work:
        later = work.now + timedelta(days=days)
    with desk.work_of(getattr(desk.actors, login), now=later) as work:
        found = tasks.upcoming(work)
    return {row.kind.value: (row.due, row.count) for row in found if row.kind in TERMS}


def test_a_request_waits_for_who_is_asked_until_it_is_answered(work_of, actors):
    desk = Desk(work_of, actors)
    key, version = desk.ask("coordinator", "tax")
    desk.ask("police", "tax", category="COMPANY")
    with desk.by("tax") as work:
        day = work.today + timedelta(days=14)
        [entry] = calendars.read_feed(work)
        found = reminders.own_digest(work).tasks
    assert (entry.due, entry.name.nl) == (day, "antwoord op een informatieverzoek")
    assert [(kind, count, due) for kind, _, count, due in found] == [("answer_sharing", 2, day)]
    assert "answer_sharing" not in duties(desk, "coordinator")
    with desk.by("tax") as work:
        sharing_requests.reply(work, desk.case, key, version, "no", "none", reason_code="not_held")
    assert duties(desk, "tax")["answer_sharing"] == (day, 1)


def test_a_recall_waits_for_the_recipient(work_of, actors):
    desk = Desk(work_of, actors)
    key, version = desk.give("coordinator", "tax")
    with desk.by("coordinator") as work:
        notice = disclosures.recall_disclosure(work, desk.case, key, version, "wrong person")
        work.session.flush()
        told, due = (notice.id, notice.version), notice.due_on
    assert duties(desk, "tax")["confirm_notice"] == (due, 1)
    with desk.by("tax") as work:
        disclosures.answer_notice(work, desk.case, *told, "destroyed")
    assert "confirm_notice" not in duties(desk, "tax")


def test_feedback_and_review_come_among_the_tasks_a_month_ahead(work_of, actors):
    desk = Desk(work_of, actors)
    desk.give("coordinator", "tax", **RESULT)
    assert duties(desk, "tax") == duties(desk, "coordinator") == {}
    assert set(duties(desk, "coordinator", days=160)) == {"review_sharing"}
    assert set(duties(desk, "tax", days=340)) == {"give_feedback"}
    assert duties(desk, "police", days=340) == {}
