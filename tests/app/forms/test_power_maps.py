"""The forms of the map offer every subject and place; an item may decide on none."""

from app.forms.power_maps import PlaceForm, SubjectForm
from bureau.rules.power_map import PowerPlace, subjects


def test_every_subject_and_place_can_be_chosen(app):
    with app.test_request_context("/"):
        form = PlaceForm()
        assert len(form.power_subject.choices) == len(subjects().codes())
        values = [each.value for each in form.power_place.choices]
        assert values[0] == "decides"
        assert set(values) == {each.value for each in PowerPlace}


def test_an_item_may_decide_on_no_subject(app):
    with app.test_request_context("/"):
        form = SubjectForm()
        form.offer()
        assert form.power_subject.choices[0].value == ""
