"""An item for which a reason is written is left out; blanks are no reason."""

from app.forms.composing import left_out


def test_only_written_reasons_leave_something_out():
    sent = {"why:statement:1": " niet nodig ", "why:source:2": "  ", "basis": "Wet Bibob 28"}
    assert left_out(sent) == {"statement:1": "niet nodig"}
