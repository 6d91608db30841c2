"""The words of an agenda item are closed, and what is finished is not due any more."""

import pytest

from app.words import WORDS
from bureau.rules.agenda import UNFINISHED, ActionStatus, Phase, VictimCheck


def test_the_phases_of_a_case_are_three():
    assert [phase.value for phase in Phase] == ["P1", "P2", "P3"]


def test_only_what_is_open_or_being_done_is_unfinished():
    assert set(UNFINISHED) == {ActionStatus.OPEN, ActionStatus.DOING}


def test_asking_for_a_victim_is_never_assumed_to_be_done():
    assert VictimCheck.NOT_DONE == "not_done"
    assert {check.value for check in VictimCheck} == {"not_done", "no_indication", "referred"}


@pytest.mark.parametrize("word", [*Phase, *VictimCheck, *ActionStatus])
def test_every_word_has_a_name_for_readers(word):
    assert word.value in WORDS
