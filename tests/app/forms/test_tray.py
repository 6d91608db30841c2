"""The forms that settle what waits in the tray."""

from app.forms.tray import GradeForm, LeaveOutForm


def test_a_grade_has_two_axes_and_a_reason(app):
    with app.test_request_context(
        "/", method="POST", data={"reliability": "B", "credibility": "9"}
    ):
        form = GradeForm(meta={"csrf": False})
        assert not form.validate()
        assert set(form.errors) == {"credibility", "reason"}
        assert not LeaveOutForm(meta={"csrf": False}).validate()
