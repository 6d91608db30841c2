"""The form of one ground."""

from werkzeug.datastructures import MultiDict

from app.forms.ordinary import GroundForm


def test_a_ground_stands_in_one_of_three_ways(app):
    with app.test_request_context():
        sent = MultiDict({"EX-PLAN-standing": "perhaps", "EX-PLAN-remark": "x"})
        form = GroundForm(formdata=sent, prefix="EX-PLAN")
        form.source.choices = [("", "-")]
        assert not form.validate()
        assert set(form.errors) == {"standing"}
        kept = [value for value, *_ in form.standing.choices]
        assert kept == ["unchecked", "not_met", "met"]
