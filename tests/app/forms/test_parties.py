"""The forms of parties ask what the operations keep, and nothing else."""

import pytest

from app.forms import parties
from app.forms.parts import LearntForm
from bureau.operations._party_fields import FIELDS, SCHEMES
from bureau.rules.vocabulary import EntityKind


def asked(form):
    return {field.short_name for field in form} - {"csrf_token", "version"}


@pytest.mark.parametrize("kind", list(EntityKind))
def test_each_form_asks_exactly_what_is_kept(app, kind):
    kept = next(fields for entity, fields in FIELDS.items() if entity.__name__.lower() == kind)
    with app.test_request_context():
        fields = asked(parties.changing(kind)())
    assert {"valuation_minor" if each == "valuation" else each for each in fields} == set(kept)


@pytest.mark.parametrize("kind", list(EntityKind))
def test_a_new_party_always_has_a_source(app, kind):
    with app.test_request_context():
        form = parties.NEW[kind]()
        assert isinstance(form, LearntForm)
        assert form.source.flags.required


def test_there_is_no_place_for_nationality_or_descent(app):
    with app.test_request_context():
        names = {name for kind in EntityKind for name in asked(parties.NEW[kind]())}
    assert not {
        name for name in names if name.startswith(("nation", "ethnic", "religion", "descent"))
    }


def test_hubs_and_registers_are_those_of_the_operations():
    assert set(parties.SCHEMES) == set(SCHEMES)
