from enum import EnumType

from bureau.rules import vocabulary
from bureau.rules.vocabulary import Danger, DecisionKind, Stage


def test_the_words_of_the_published_contract():
    assert [*DecisionKind] == ["licence", "subsidy", "contract", "property"]
    assert [*Stage] == ["application", "existing"]
    assert [*Danger] == ["none", "lesser", "serious", "unknown"]


def test_no_word_is_about_nationality():
    closed_sets = [kind for kind in vars(vocabulary).values() if isinstance(kind, EnumType)]
    assert closed_sets
    assert not any("national" in word for kind in closed_sets for word in kind)
