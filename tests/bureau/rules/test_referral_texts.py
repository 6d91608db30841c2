"""A referral tells no name, no address and nothing about a suspect, and says which it was."""

import pytest

from bureau.errors import Invalid
from bureau.rules.referral_texts import insist_bare, referral_words

NAME = "Ilona van der Sandvoort"


@pytest.mark.parametrize(
    ("text", "guard"),
    [
        ("Zij heet Ilona en zoekt rust.", "name"),
        ("mevrouw SÁNDVOORT", "name"),
        ("Zij woont op Kade 12.", "address"),
        ("aan de Wilgenlaan 4b", "address"),
        ("bij 3011 AB", "address"),
        ("pad nr. 118a", "address"),
        ("Wilgenpad 1999", "address"),
        ("118 Wilgenpad", "address"),
        ("9999 . zx", "address"),
        ("Zij is suïcidaal.", "health"),
        ("de verdachte is Piet", "suspect"),
        ("Zij is zwanger en heeft HIV.", "health"),
        ("Zij doet geen aangifte.", "residence"),
    ],
)
def test_what_tells_too_much_is_refused_with_the_reason_and_not_repeated(text, guard):
    with pytest.raises(Invalid) as refusal:
        insist_bare(text, NAME)
    assert refusal.value.where["guard"] == guard
    assert refusal.value.where["field"] == "text"
    assert text not in f"{refusal.value} {refusal.value.hint}"


@pytest.mark.parametrize(
    "text", ["Een bed voor één persoon, vanaf maandag tussen 10 en 11 uur.", "Hulp van der minst"]
)
def test_what_the_purpose_needs_is_told(text):
    assert insist_bare(text, NAME) is None
    assert insist_bare(text, "") is None


def test_each_kind_has_words_in_both_languages():
    assert all(row.name.nl and row.name.en for row in referral_words())


def test_what_the_person_agreed_to_be_told_is_told_and_no_more():
    assert insist_bare("Zij is zwanger.", NAME, "dat zij een bed zoekt en zwanger is") is None
    with pytest.raises(Invalid):
        insist_bare("Zij is zwanger en heeft hiv.", NAME, "dat zij zwanger is")
    with pytest.raises(Invalid):
        insist_bare("aan de Wilgenlaan 4b", NAME, "dat zij aan de Wilgenlaan 4b woont")
