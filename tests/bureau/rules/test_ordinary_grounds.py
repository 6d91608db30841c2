"""The ordinary grounds: a list for each kind of decision, with its article."""

from datetime import date

import pytest

from bureau.rules.ordinary_grounds import (
    bases,
    checklist,
    named,
    ordinary_grounds,
    rests,
)
from bureau.rules.scope import scopes
from bureau.rules.vocabulary import Stage

DAY = date(2026, 3, 2)


def codes(scope, stage=Stage.APPLICATION, on=DAY):
    return {row.code for row in checklist(scope, stage, on)}


def test_every_kind_of_decision_has_a_list():
    assert [code for code in scopes().codes() if not codes(code)] == []
    known = set(scopes().codes())
    assert all(known.issuperset(row.scopes) for row in ordinary_grounds())


def test_the_alcohol_licence_asks_age_conduct_guardianship_register_and_floor():
    assert {"AL-AGE", "AL-CONDUCT", "AL-GUARDIAN", "AL-HYGIENE", "AL-FLOOR"} <= codes("SC01")
    assert codes("SC01", on=date(2020, 1, 1)) == {"AL-OLD"}


def test_a_licence_that_runs_is_withdrawn_on_other_grounds_and_articles():
    assert "AL-FALSE" in codes("SC01", Stage.EXISTING) - codes("SC01")
    row = next(row for row in checklist("SC01", Stage.EXISTING, DAY) if row.code == "AL-AGE")
    assert row.cited("existing") == "Alcoholwet 8(1)(a), 31(1)(b)"
    assert row.cited("application") == "Alcoholwet 8(1)(a), 27(1)(a)"


def test_every_ground_that_holds_for_what_runs_says_its_article():
    wrong = [
        row.code for row in ordinary_grounds() if Stage.EXISTING in row.stages and not row.running
    ]
    assert wrong == ["OTHER"]


def test_grounds_are_named_with_their_article_and_unknown_ones_by_their_code():
    words = named(("AL-AGE", "zoning"), Stage.APPLICATION, DAY)
    assert words.en == "a manager is younger than 21 (Alcoholwet 8(1)(a), 27(1)(a)), zoning"
    assert bases(("AL-AGE", "zoning"), Stage.APPLICATION, DAY) == "Alcoholwet 8(1)(a), 27(1)(a)"
    assert bases(("zoning",), Stage.APPLICATION, DAY) == ""


@pytest.mark.parametrize(
    ("standing", "remark", "source", "enough"),
    [
        ("unchecked", False, False, True),
        ("not_met", False, False, False),
        ("not_met", True, False, True),
        ("met", True, False, False),
        ("met", True, True, True),
    ],
)
def test_an_answer_rests_on_words_and_sources(standing, remark, source, enough):
    assert rests(standing, remark=remark, source=source) is enough
