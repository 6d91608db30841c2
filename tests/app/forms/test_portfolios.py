"""Forms that take running cases over."""

from app.forms import portfolios
from bureau.formats.cases_csv import FIELDS, NEEDED
from tests.app.forms.filling import filled


def test_a_mapping_needs_its_name_and_the_columns_without_which_there_is_no_case(app):
    with filled(app, portfolios.MappingForm, {}) as form:
        assert set(form.errors) == {"name", *NEEDED}


def test_words_are_read_line_by_line_and_every_field_stands_in_a_group(app):
    given = dict.fromkeys(("name", *NEEDED), "x") | {"words": "Horeca = SC02\n\n"}
    with filled(app, portfolios.MappingForm, given) as form:
        assert form.meanings() == {"Horeca": "SC02"}
        assert {name for name, column in form.columns().items() if column} == set(NEEDED)
    assert [name for _, names in portfolios.GROUPS for name in names] == list(FIELDS)
