"""What is overdue is said on the day it is read."""

from datetime import timedelta

from bureau.model import Disclosure
from bureau.operations._sharing_view import disclosure_line
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import Desk
from tests.conftest import NOW

pytestmark = ON_SQLITE


def test_review_and_feedback_fall_due_with_time(work_of, actors):
    desk = Desk(work_of, actors)
    desk.give("police", "coordinator")
    said = {"category": "RESULT", "way": "RESULT", "met": ("checked",)}
    made, _ = desk.give("coordinator", "tax", **said)
    for days, review, feedback in ((0, False, False), (183, True, False), (366, True, True)):
        with work_of(actors.tax, NOW + timedelta(days=days)) as work:
            line = disclosure_line(work, work.session.get_one(Disclosure, made))
            assert (line.review_due, line.feedback_due, line.ours) == (review, feedback, "got")
