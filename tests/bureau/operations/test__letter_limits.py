"""What may not be told stays out of a letter: left out and counted, or refused."""

import pytest

from bureau.errors import NotAllowed
from bureau.operations import documents, parties
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import Credibility
from tests.bureau.operations.letter_desk import compose, secret_finding
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def decided(road):
    road.to_decision()
    road.decide()
    return road.make_known()


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({}, "restricted"),
        ({"restricted": False, "kind": "tip"}, "informant"),
        ({"restricted": False, "ground": "general"}, "beyond"),
    ],
)
def test_what_may_not_be_told_is_left_out_and_counted(road, more, rule):
    road.to_assessment().find()
    secret_finding(road, **more)
    road.assess().step("T27", "03-13")
    road.weigh().step("T31", "03-17")
    road.intend()
    made = compose(road, "intention")
    assert [(each.limit.code, each.count) for each in made.held] == [(rule, 1)]
    assert "brother" not in made.paper.text
    assert "cannot carry" in made.paper.text


def test_a_text_that_quotes_what_may_not_be_told_is_refused(decided):
    secret = "our neighbour saw the money come in at night through the back door"
    with decided.by("officer", "04-02") as work:
        documents.add_document(
            work, decided.id, "x.txt", secret.encode(), title="x", kind="OTHER", restricted=True
        )
    body = "{received} {decision_due}\n\nWe know: Our neighbour saw the MONEY come in, at night."
    with pytest.raises(NotAllowed) as refusal:
        compose(decided, "receipt", body=body)
    assert refusal.value.where["guard"] == "restricted source"
    assert "neighbour" not in str(refusal.value)


def test_a_protected_person_is_never_named(decided):
    with decided.by("officer", "04-02") as work:
        parties.record_person(
            work, decided.id, Learnt(decided.source, Credibility.PROBABLE), given_names="Mirte",
            family_name="Zonneveld", protected=True,
        )  # fmt: skip
    with pytest.raises(NotAllowed) as refusal:
        compose(decided, "receipt", body="{received} {decision_due} Zonneveld")
    assert refusal.value.where["guard"] == "protected person"


def test_an_advice_may_be_quoted_where_the_applicant_has_a_copy_and_nowhere_else(road):
    road.to_assessment().find()
    road.assess().ask_advice("03-16").receive_advice("04-01")
    body = "{received} {decision_due} Serious danger on ground a, says the Bureau of the lender."
    with pytest.raises(NotAllowed) as refusal:
        compose(road, "receipt", "04-02", body=body)
    assert refusal.value.where["guard"] == "restricted source"
