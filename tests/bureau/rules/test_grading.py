from datetime import date

import pytest

from bureau.rules.grading import (
    CertaintyRule,
    Provenance,
    certainties,
    certainty,
    credibility,
    grades,
)
from bureau.rules.tables import table
from bureau.rules.vocabulary import Certainty, Credibility, Reliability

DAY = date(2026, 11, 20)
ORDER = list(Certainty)


@pytest.mark.parametrize("reliability", Reliability)
@pytest.mark.parametrize("credibility", Credibility)
def test_every_grade_has_exactly_one_certainty(reliability, credibility):
    rules = [
        row.certainty
        for row in table("certainty_rules", CertaintyRule)
        if reliability in row.reliabilities and credibility in row.credibilities
    ]
    assert rules == [certainty(reliability, credibility, DAY)]


@pytest.mark.parametrize("credibility", Credibility)
def test_a_weaker_source_never_makes_a_firmer_tie(credibility):
    firmness = [ORDER.index(certainty(step, credibility, DAY)) for step in Reliability]
    assert firmness == sorted(firmness)


def test_before_the_rules_nothing_is_certain():
    early = date(1990, 1, 1)
    assert certainty(Reliability.A, Credibility.CONFIRMED, early) is Certainty.UNKNOWN


def test_steps_and_degrees_have_names():
    assert len(grades().codes()) == len(Reliability) + len(Credibility)
    assert grades().row(Reliability.A, DAY).name.in_("nl") == "betrouwbaar"
    assert grades().row(Credibility.DOUBTFUL, DAY).name.in_("en") == "doubtful"
    assert set(certainties().codes()) == set(Certainty)


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        ([("aanvrager", "1")], Credibility.POSSIBLE),
        ([("aanvrager", "1"), ("aanvrager", "2")], Credibility.POSSIBLE),
        ([("aanvrager", "1"), (" Aanvrager  ", "2")], Credibility.POSSIBLE),
        ([("aanvrager", "1"), ("Kadaster", "1")], Credibility.POSSIBLE),
        ([("aanvrager", "1"), ("Kadaster", "2")], Credibility.PROBABLE),
        ([("aanvrager", "1"), ("aanvrager", "2"), ("KVK", "3")], Credibility.PROBABLE),
    ],
)
def test_only_independent_sources_make_each_other_probable(sources, found):
    assert credibility(Provenance(*each) for each in sources) is found
