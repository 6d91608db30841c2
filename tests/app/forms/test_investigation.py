"""The forms of the own investigation."""

from app.forms.investigation import ConsultForm
from bureau.rules.sources import sources
from tests.app.forms.filling import filled


def test_every_register_of_the_law_can_be_chosen(app):
    sent = {"register": "BR01", "subject": "x", "question": "q", "result": "r"}
    with filled(app, ConsultForm, sent, subject=[("x", "X")], document=[("", "-")]) as form:
        assert not form.errors
        assert [row.value for row in form.register.choices] == list(sources().codes())


def test_a_look_up_that_found_nothing_says_so(app):
    sent = {"register": "BR01", "subject": "x", "question": "q"}
    with filled(app, ConsultForm, sent, subject=[("x", "X")], document=[("", "-")]) as form:
        assert set(form.errors) == {"result"}
