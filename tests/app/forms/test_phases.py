"""The form of the next phase."""

from app.forms.phases import PhaseForm


def test_a_phase_needs_its_necessity(app):
    with app.test_request_context():
        needed = {field.name for field in PhaseForm(formdata=None) if field.flags.required}
    assert needed == {"phase", "necessity"}
