"""A composed letter: whose words, whose name under it, what goes with it."""

from datetime import date

from tests.bureau.operations.letter_desk import compose
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_the_decision_bears_the_name_of_whoever_took_it(road):
    road.to_decision()
    road.decide()
    paper = compose(road, "decision_refuse").paper
    assert (paper.signer, paper.deputed) == ("Mayor", False)
    paper = compose(road, "receipt").paper
    assert (paper.signer, paper.deputed) == ("Officer", True)
    assert (paper.recipient, paper.draft) == ("De Ankerplaats B.V.", True)


def test_words_just_typed_go_before_the_text_that_holds(road):
    made = compose(road, "receipt", "03-10", subject="Over {subject}", address=" Kade 1\n\nStad ")
    assert made.paper.subject == "Over Café De Ankerplaats"
    assert made.paper.address == ("Kade 1", "Stad")
    assert made.written.subject == "Over {subject}"


def test_a_letter_bears_the_day_it_is_given(road):
    paper = compose(road, "receipt", "03-10", dated=date(2026, 3, 9)).paper
    assert paper.day == "9 maart 2026"


def test_the_intention_goes_with_the_advice(road):
    road.to_assessment().find()
    road.assess().ask_advice("03-16").receive_advice("04-01")
    assert compose(road, "receipt", "04-02").paper.enclosures == ()
