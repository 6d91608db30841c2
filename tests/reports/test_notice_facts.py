"""A correction is told where its recipient had what it corrects, and it names nobody protected."""

import pytest
from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import Company, Correction, Finding
from bureau.operations import assessments, corrections, party_corrections
from reports import notices
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.told import SAID, Told, inkless

__all__ = ["ink"]
pytestmark = ON_SQLITE


@pytest.fixture
def room(work_of, actors, ink, monkeypatch):
    inkless(monkeypatch)
    made = Told(work_of, actors)
    made.copy = made.issued()
    return made


def test_what_names_a_protected_person_stays_with_the_victim_track(room):
    room.protect()
    with room.by("officer", "03-24") as work:
        row = work.session.scalars(select(Finding).where(Finding.text == SAID)).one()
        said = (row.id, row.version, "Mirte Zonneveld carried the loan.", "told so")
        corrections.correct_fact(work, room.id, "finding", *said)
    with room.by("officer", "03-24") as work:
        assert notices.list_notices(work, room.id, room.dossier.id).offered == ()


@pytest.mark.parametrize("what", ["finding", "party"])
def test_what_the_dossier_of_that_reader_does_not_hold_is_not_told(room, what):
    with room.by("officer", "03-23") as work:
        later = ("b", "The heir is unknown.", [room.source])
        finding = assessments.write_finding(work, room.id, *later).id
        company = room.add_company(work, "Kadehuis Geheim")
        work.session.get_one(Company, company).legal_form = "B.V."
        work.record("party.changed", work.session.get_one(Company, company))
    with room.by("officer", "03-24") as work:
        if what == "finding":
            why = (1, "The heir is known.", "he wrote to us")
            corrections.correct_fact(work, room.id, what, finding, *why)
        else:
            new = {"legal_form": "N.V."}
            party_corrections.correct_party(work, room.id, company, 2, new, "misread")
    with room.by("officer", "03-24") as work:
        board = notices.list_notices(work, room.id, room.dossier.id)
        assert (board.offered, board.unlocated) == ((), 1)
        correction = work.session.scalars(select(Correction.id)).one()
    with pytest.raises(Invalid, match="pointed at in this dossier"):
        room.make(room.correction(correction))
