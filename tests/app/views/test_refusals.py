"""A refusal stays on the page, beside its field, in the reader's language."""

import pytest
from flask_babel import force_locale
from flask_wtf import FlaskForm
from wtforms import StringField

from app.views.refusals import refused, told
from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound


class One(FlaskForm):
    """A form with one field."""

    login = StringField()


def put(app, refusal):
    with app.test_request_context("/", method="POST", data={"login": "x"}):
        form = One()
        form.validate()
        with told(form):
            raise refusal
        return form.errors, refused()


def test_it_is_put_beside_its_field_with_the_remedy(app):
    errors, status = put(app, Invalid("Wrong.", where={"field": "login"}, hint="Mend it."))
    assert errors["login"] == ["Wrong. Mend it."]
    assert status == 422


def test_without_a_field_it_stands_above_the_form_with_its_place(app):
    errors, _ = put(app, Invalid("Row {line} is wrong.", where={"line": 3}, line=3))
    assert "3" in errors[""][0]


def test_without_its_field_on_the_form_it_says_what_it_is_about(app):
    with force_locale("nl"):
        errors, _ = put(app, Invalid("It is wrong.", where={"field": "own_number"}))
        named, _ = put(app, Invalid("No {field}.", where={"field": "born"}, field="born"))
    assert errors[""] == ["Eigen zaaknummer: It is wrong."]
    assert named[""][0].startswith("No ")


def test_a_step_that_is_not_allowed_is_a_conflict_with_its_basis(app):
    errors, status = put(app, NotAllowed("Not yet.", where={"basis": "Awb 4:5"}))
    assert "Awb 4:5" in errors[""][0]
    assert status == 409


def test_somebody_unknown_is_told_beside_the_field(app):
    errors, status = put(app, NotFound("Nobody.", where={"field": "login"}))
    assert errors["login"] == ["Nobody."]
    assert status == 422


@pytest.mark.parametrize("refusal", [NotFound("Nothing."), AccessDenied("x", "y")])
def test_what_one_may_not_know_of_goes_on_to_be_an_absence(app, refusal):
    with pytest.raises(type(refusal)):
        put(app, refusal)
