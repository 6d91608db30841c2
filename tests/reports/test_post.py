"""The post room prints what was composed and records exactly that."""

import io
import zipfile
from datetime import date

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.operations import documents, letters
from bureau.operations.letters import Dispatch, Wanted
from bureau.rules.event_groups import OUTTAKES
from reports import post
from reports.letter import printed
from tests.bureau.operations.road import ON_SQLITE, Road

pytestmark = [pytest.mark.pdf, ON_SQLITE]
DAY = date(2026, 3, 3)
SCAN = b"\x89PNG\r\n\x1a\n" + b"fictional picture of a page"


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


def test_a_preview_keeps_nothing_and_what_is_refused_is_not_printed(road, trail):
    def unit():
        return road.by("officer", "03-03")

    paper = post.preview(unit, road.id, "receipt", Wanted())
    assert "draft" in paper.name
    assert trail()[-1].kind in OUTTAKES  # it is paper that leaves
    with pytest.raises(Invalid):
        post.send(unit, road.id, "receipt", Wanted(address=""), Dispatch(DAY, "post"))
    with unit() as work:
        assert letters.list_letters(work, road.id).letters == ()


QUOTE = "our neighbour saw the money come in at night through the back door"
BODY = "{received} {decision_due}\n\nWe know: Our neighbour saw the MONEY come in, at night."


def office(words):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", f"<d><p>{words}</p></d>")
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "guard"),
    [(office(QUOTE), "restricted source"), (SCAN, "read by a person")],
    ids=["office", "scan"],
)
def test_a_restricted_file_is_read_or_a_person_declares_it_was(road, content, guard):
    def unit():
        return road.by("officer", "03-03")

    with unit() as work:
        documents.add_document(
            work, road.id, "x", content, title="x", kind="OTHER", restricted=True
        )
    with pytest.raises(NotAllowed) as refusal:
        post.send(unit, road.id, "receipt", Wanted(body=BODY), Dispatch(DAY, "portal"))
    assert refusal.value.where["guard"] == guard
    if content is SCAN:
        declared = Dispatch(DAY, "portal", declared=True)
        assert post.send(unit, road.id, "receipt", Wanted(body=BODY), declared)
