"""A name taken apart into what tells and what does not."""

import pytest

from bureau.matching.names import nicknames, no_birth_date, taken_apart
from bureau.rules.vocabulary import EntityKind

PERSON, COMPANY = EntityKind.PERSON, EntityKind.COMPANY


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("De Zon B.V.", "bv"),
        ("De Zon besloten vennootschap", "bv"),
        ("Zon B V", "bv"),
        ("Sonne GmbH", "gmbh"),
        ("OOO Solntse", "llc"),
        ("Sun Trading Private Limited", "ltd"),
    ],
)
def test_a_legal_form_is_known_however_it_is_written(written, code):
    found = taken_apart(written, None)
    assert found.kind is COMPANY
    assert found.form.code == code
    assert found.text


def test_without_a_form_a_name_is_taken_for_that_of_a_person():
    found = taken_apart("dr. P. van der Berg", None)
    assert found.kind is PERSON
    assert [word.text for word in found.words] == ["p", "van", "der", "berg"]
    assert [word.weight for word in found.words] == [0.5, 0.25, 0.25, 1.0]


@pytest.mark.parametrize("written", ["Onbekend", "N.N.", "n n", "X", "", " ? ", "Naam onbekend"])
def test_what_is_filled_in_for_a_name_is_none(written):
    assert taken_apart(written, PERSON).placeholder


def test_short_forms_belong_to_a_group_and_some_dates_mean_that_none_is_known():
    assert nicknames("kees") & nicknames("cornelis")
    assert not nicknames("kees") & nicknames("pieter")
    assert no_birth_date("1900-01-01")
    assert not no_birth_date("1985-03-12")
