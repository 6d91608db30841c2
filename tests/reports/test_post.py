"""The post room prints what was composed and records exactly that."""

from datetime import date

import pytest

from bureau.errors import Invalid
from bureau.operations import letters
from bureau.operations.letters import Dispatch, Wanted
from reports import post
from reports.letter import printed
from tests.bureau.operations.road import ON_SQLITE, Road

pytestmark = [pytest.mark.pdf, ON_SQLITE]
DAY = date(2026, 3, 3)


@pytest.fixture
def road(work_of, actors):
    return Road(work_of, actors)


def test_what_is_kept_is_what_printing_the_frozen_letter_again_gives(road):
    def unit():
        return road.by("officer", "03-03")

    sent = post.send(unit, road.id, "receipt", Wanted(), Dispatch(DAY, "portal"))
    with unit() as work:
        kept = letters.read_letter(work, road.id, sent)
        assert printed(kept.paper).pdf == kept.pdf
        assert kept.letter.document.kind == "letter"


def test_a_preview_keeps_nothing_and_what_is_refused_is_not_printed(road):
    def unit():
        return road.by("officer", "03-03")

    paper = post.preview(unit, road.id, "receipt", Wanted())
    assert "draft" in paper.name
    with pytest.raises(Invalid):
        post.send(unit, road.id, "receipt", Wanted(address=""), Dispatch(DAY, "post"))
    with unit() as work:
        assert letters.list_letters(work, road.id).letters == ()
