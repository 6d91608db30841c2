"""Whoever is written to is recorded; who decides has an article."""

import pytest

from bureau.errors import NotAllowed
from bureau.operations import letters
from bureau.operations.case_files import read_case
from tests.bureau.operations.letter_desk import compose
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_nobody_gets_no_letter(road):
    with road.by("officer") as work:
        read_case(work, road.id).screening.applicant_id = None
        work.record("case.changed", read_case(work, road.id).screening)
    with pytest.raises(NotAllowed) as refusal:
        compose(road, "receipt", "03-10")
    assert refusal.value.where["guard"] == "applicant_recorded"
    with road.by("officer") as work:
        assert not any(each.ready for each in letters.list_letters(work, road.id).kinds)


def test_who_decides_is_named_with_its_article(road):
    said = compose(road, "receipt", "03-10").paper
    assert said.authority == "de burgemeester"


def test_an_english_letter_names_who_decides_in_english(road):
    said = compose(road, "receipt", "03-10", language="en").paper
    assert said.authority == "the mayor"
