"""The form of a mapping of rows has a column for each field of what a row makes."""

import pytest

from app.forms.row_mappings import COLUMN, kinds, makes_word, mapping_form
from bureau.operations.row_mappings import made_kinds


@pytest.mark.parametrize("makes", made_kinds())
def test_every_kind_has_a_form_in_words(app, makes):
    with app.test_request_context("/"):
        form = mapping_form(makes)(makes=makes)
        labels = {each.short_name: each.label.text for each in form}
        assert makes_word(makes) in [choice.label for choice in kinds()]
    asked = {name: text for name, text in labels.items() if name.startswith(COLUMN)}
    assert asked
    assert not [text for name, text in asked.items() if text.lower() == name or "_" in text]
