"""What alerts ask of a reviewer."""

from bureau.operations import _alert_tasks
from tests.bureau.operations.looked import searches, watched


def test_a_reviewer_has_each_rule_once_among_the_tasks_and_nobody_else_has_it(work_of, actors):
    searches(work_of, actors.officer, "Officer")
    searches(work_of, actors.mayor, "Mayor")
    watched(work_of, actors.admin)
    found = {}
    for who in ("auditor", "officer", "admin"):
        with work_of(getattr(actors, who)) as work:
            found[who] = [duty.reference for duty in _alert_tasks.duties(work)]
    assert found == {"auditor": ["R01"], "officer": [], "admin": []}
