"""What a reviewer reads of an alert: the lines with the reasons that were given."""

from datetime import date

from bureau.operations import alerts
from tests.bureau.operations.looked import DESK, searches, watched


def test_it_shows_the_rule_the_figures_and_each_line_with_its_reason(work_of, actors, trail):
    searches(work_of, actors.officer, "Officer")
    watched(work_of, actors.admin)
    with work_of(actors.auditor) as work:
        view = alerts.read_alert(work, alerts.list_alerts(work)[0].id)
    [line] = view.lines
    assert (line.kind, line.reason, line.refused) == ("search.done", DESK.reason, False)
    assert (view.line.rule.code, view.line.due) == ("R01", date(2026, 3, 9))
    assert view.figures == (("looks", 1),)
    assert [row.code for row in view.verdicts] == ["EXPLAINED", "RULE", "FOLLOW"]
    assert trail()[-1].facts == {"rule": "R01"}
