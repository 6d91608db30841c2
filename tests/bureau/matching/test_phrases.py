"""Every reason is said in both languages, with the same blanks."""

import string

from bureau.matching import phrases
from bureau.rules.tables import Texts


def blanks(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_sentence_has_the_same_blanks_in_both_languages():
    said = [each for each in vars(phrases).values() if isinstance(each, Texts)]
    assert len(said) > 20
    assert [each for each in said if blanks(each.nl) != blanks(each.en)] == []


def test_an_unknown_scheme_is_called_by_its_code():
    assert phrases.scheme("kvk").nl == "KVK-nummer"
    assert phrases.scheme("vat").en == "vat"
