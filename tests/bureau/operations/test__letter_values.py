"""The fields of a letter: gaps, days and suspensions as the case has them."""

from datetime import date

import pytest

from bureau.errors import NotAllowed
from bureau.operations import supplements, suspensions
from tests.bureau.operations.letter_desk import compose
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_a_supplement_names_each_gap_and_its_last_day(road):
    road.to_returned(left_out=("Q02.01", "DC02"))
    with pytest.raises(NotAllowed) as refusal:
        compose(road, "supplement", "03-10")
    assert refusal.value.where["guard"] == "gaps_found"
    with road.by("officer", "03-10") as work:
        supplements.ask_supplement(work, road.id, "gaps", until=date(2026, 3, 24))
    made = compose(road, "supplement", "03-10").paper
    assert "24 maart 2026" in made.text
    assert "Met ingang van 11 maart 2026" in made.text
    [listed] = [block for block in made.blocks if block.shape == "numbered"]
    assert len(listed.lines) == 2


def test_a_letter_on_advice_tells_when_it_was_asked_and_how_long_it_suspends(road):
    road.to_assessment().find()
    road.assess().ask_advice("03-16")
    said = compose(road, "advice", "03-16").paper.text
    assert "16 maart 2026" in said
    assert "artikel 31 van de Wet Bibob" in said


def test_an_enquiry_abroad_and_its_end_are_told(road):
    with road.by("officer", "03-10") as work:
        pause = suspensions.suspend(work, road.id, "SUS2", "een uittreksel uit een register.").id
    said = compose(road, "foreign", "03-10").paper.text
    assert "gevraagd: een uittreksel uit een register." in said
    with road.by("officer", "03-20") as work:
        suspensions.end_suspension(work, road.id, pause, 1)
    said = compose(road, "suspension_end", "03-20").paper.text
    assert "geëindigd op 20 maart 2026" in said
