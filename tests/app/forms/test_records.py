"""The forms of records ask what the table asks, and never begin with a party chosen."""

import pytest

from app.forms import records as forms
from app.forms.parts import LearntForm
from bureau.rules.records import Asked, record_kinds

NEVER = ("nation", "ethnic", "religi", "descent")


@pytest.mark.parametrize("row", list(record_kinds()), ids=lambda row: row.code)
def test_what_the_table_needs_the_form_needs(app, row):
    with app.test_request_context():
        form = forms.adding(row)()
        needed = {field.short_name for field in form if field.flags.required}
        asked = {field.short_name for field in form}
    wanted = {f"who_{role.name}" for role in row.roles if role.required}
    wanted |= {f"said_{field.name}" for field in row.fields if field.required}
    wanted |= {name for name in ("on", "amount") if getattr(row, name) is Asked.NEEDED}
    assert isinstance(form, LearntForm)
    assert wanted <= needed
    assert ("time" in asked) is row.timed
    assert not {name for name in asked if name.removeprefix("said_").startswith(NEVER)}


def test_a_correction_keeps_the_source_and_asks_the_version(app):
    row = next(iter(record_kinds()))
    with app.test_request_context():
        asked = {field.short_name for field in forms.changing(row)()}
    assert {"version", "credibility", "valid_to"} <= asked
    assert not {"source", "place"} & asked
