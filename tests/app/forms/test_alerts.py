"""The answer to a question about looks."""

from datetime import date

from app.forms.alerts import AnswerForm
from bureau.rules.insider_rules import alert_verdicts


def test_it_offers_the_answers_of_the_table(app):
    with app.test_request_context():
        form = AnswerForm(meta={"csrf": False})
        form.offer(alert_verdicts().on(date(2026, 3, 2)))
        assert [each.value for each in form.verdict.choices] == ["EXPLAINED", "RULE", "FOLLOW"]
