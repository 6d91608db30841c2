"""A question about looks as it is kept."""

from sqlalchemy import text

from tests.bureau.operations.looked import searches, watched
from tests.bureau.operations.test_alerts import WHY, answered


def test_the_reason_of_a_reviewer_is_sealed(work_of, sessions, actors):
    searches(work_of, actors.officer, "Officer")
    watched(work_of, actors.admin)
    answered(work_of, actors.auditor)
    with sessions() as session:
        [kept] = session.scalars(text("select reason from alert_answer"))
        assert WHY.encode() not in bytes(kept)
