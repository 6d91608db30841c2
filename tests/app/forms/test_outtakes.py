"""Asking for more than the quota: only what is full is offered, and every field is asked."""

from werkzeug.datastructures import MultiDict

from app.forms.outtakes import LiftForm


def test_only_a_full_quota_is_offered_and_nothing_may_stay_open(app):
    with app.test_request_context(method="POST"):
        form = LiftForm(MultiDict({"hours": "many"}), meta={"csrf": False})
        form.offer(("house",))
        assert [value for value, *_ in form.place.iter_choices()] == ["house"]
        assert not form.validate()
        assert set(form.errors) == {"place", "number", "hours", "reason"}
