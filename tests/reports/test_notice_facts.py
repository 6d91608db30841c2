"""A correction that names somebody protected is not offered to be told."""

import pytest
from sqlalchemy import select

from bureau.model import Finding
from bureau.operations import corrections
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
