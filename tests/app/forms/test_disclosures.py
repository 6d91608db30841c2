"""The forms of the register offer what there is around a case."""

from app.forms.disclosures import DisclosureForm, RequestForm
from bureau.operations import sharing_registers
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import Desk

pytestmark = ON_SQLITE


def test_one_asks_others_but_not_oneself(app, work_of, actors):
    desk = Desk(work_of, actors)
    with desk.by("police") as work:
        choices = sharing_registers.read_choices(work, desk.case)
    with app.test_request_context():
        form, asking = DisclosureForm(), RequestForm()
        form.offer(choices)
        asking.offer(choices)
        assert "police" in [choice.value for choice in form.giver.choices]
        assert "police" not in [choice.value for choice in asking.asked.choices]
        assert "NATIONALITY" not in [choice.value for choice in form.category.choices]
