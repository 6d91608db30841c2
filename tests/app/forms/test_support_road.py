"""The form of a part asks its questions: choices, days and words."""

from app.forms.support_road import part_form
from bureau.rules.support_parts import support_parts


def test_the_form_follows_the_rows(app):
    for part in support_parts():
        with app.test_request_context():
            form = part_form(part, "nl", {})
            assert [f.name for f in form if f.name != "csrf_token"] == [f.code for f in part.fields]
            for field in part.fields:
                assert form[field.code].label.text == field.name.nl
                assert (form[field.code].type == "RadioField") == bool(field.options)


def test_what_was_recorded_stands_in_it(app):
    talk = next(part for part in support_parts() if part.code == "talk")
    with app.test_request_context():
        assert part_form(talk, "en", {"spoken": "Pools"}).spoken.data == "Pools"
