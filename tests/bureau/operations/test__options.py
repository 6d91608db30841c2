"""The stored assessment becomes the question about options."""

from bureau.model import Case
from bureau.operations import _options
from bureau.rules.vocabulary import Danger, DecisionKind, Stage
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def question(road, day="03-20"):
    with road.by("officer", day) as work:
        return _options.request(work.session, work.session.get_one(Case, road.id), work.today)


def test_what_was_not_assessed_is_unknown_and_nothing_is_presumed(road):
    found = question(road)
    assert (found.danger_a, found.danger_b) == (Danger.UNKNOWN, Danger.UNKNOWN)
    assert (found.decision, found.stage) == (DecisionKind.LICENCE, Stage.APPLICATION)
    assert not found.refusal_proportionate
    assert not found.conditions_identifiable


def test_the_officers_assessment_counts_and_the_advice_does_not(road):
    road.to_assessment()
    road.ask_advice("04-07")
    road.receive_advice("05-20")
    assert question(road, "05-21").danger_a is Danger.UNKNOWN
    road.assess("05-21", a="lesser", art_3_6=True)
    found = question(road, "05-21")
    assert (found.danger_a, found.art_3_6) == (Danger.LESSER, True)
