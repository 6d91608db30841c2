"""Forms for reading files of colleagues."""

from datetime import date
from uuid import UUID, uuid4

from app.forms.leases import LeaseForm
from bureau.operations.search import CaseHit
from bureau.rules.vocabulary import CaseKind


def test_only_purposes_that_name_a_case_and_ones_own_cases_are_offered(app):
    key = uuid4()
    with app.test_request_context():
        form = LeaseForm(formdata=None)
        form.offer([CaseHit(key, "SCR-1", "Title", CaseKind.SCREENING)], date(2026, 3, 2))
        assert {choice.value for choice in form.purpose.choices} == {"TASK", "SAME", "REQUEST"}
        form.task.data = str(key)
        assert form.task_id == key
        form.task.data = "no id"
        assert form.task_id == UUID(int=0)
