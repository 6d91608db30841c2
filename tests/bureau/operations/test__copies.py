"""The first copy keeps the paper that was approved beside the one that went out."""

from hashlib import sha256

from bureau.model import Dossier, DossierCopy
from bureau.operations import _copies
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.room import Room
from tests.reports.stage import RECIPIENT

__all__ = ["ink"]
pytestmark = ON_SQLITE


def test_the_approved_paper_stays_and_its_digest_is_the_parent_of_the_copy(work_of, actors, ink):
    room = Room(work_of, actors)
    copy = room.issued()
    with room.by("officer", "03-23") as work:
        row = work.session.get_one(DossierCopy, copy)
        kept = work.session.get_one(Dossier, row.dossier_id)
        assert sha256(kept.original).hexdigest() == row.original_sha256 == kept.original_sha256
        assert sha256(_copies.pages_of(row)).hexdigest() == row.sha256 == kept.pdf_sha256
        assert row.sha256 != row.original_sha256
        assert row.content_sha256 == kept.content_sha256
        told = _copies.copies(work, [row])[0]
    assert (told.number, told.recipient, told.questions) == (1, RECIPIENT, 0)
    assert told.name == f"{told.reference}-criminal-1-copy1.pdf"
    assert not told.corrected
