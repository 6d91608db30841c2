"""The letter that went with a dossier is read again by whoever may read the dossier."""

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, NotFound
from bureau.model import Dossier, Event, SupportDossier
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language, Track
from reports import covering, desk, receipt
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE, at
from tests.reports.room import Room
from tests.reports.stage import BASIS, CARER, Helped
from tests.reports.unwritten import LETTER

__all__ = ["ink"]
pytestmark = ON_SQLITE


@pytest.fixture
def room(work_of, actors, ink):
    return Room(work_of, actors)


def test_both_sides_read_the_letter_and_one_from_before_had_none(room):
    copy = room.issued()
    made = room.dossier.id
    with room.by("officer", "03-22") as work:
        kept, pdf = covering.read_letter(work, room.id, made)
        assert (pdf, len(kept.letter_sha256)) == (LETTER, 64)
    assert receipt.letter(room.unit("prosecutor", "03-23"), copy)[1] == LETTER
    with pytest.raises(AccessDenied):
        receipt.letter(room.unit("tax", "03-23"), copy)
    with room.by("officer", "03-23") as work:
        facts = [row.facts for row in work.session.scalars(select(Event)) if _letter(row)]
        assert len(facts) == 2
        issued = select(Event).where(Event.kind == EventKind.DOSSIER_ISSUED)
        kept = work.session.get_one(Dossier, made)
        assert work.session.scalars(issued).one().facts["letter"] == kept.letter_sha256
        kept.letter_sha256 = ""
        work.record(EventKind.DOSSIER_READ, kept)
    with pytest.raises(NotFound, match="No letter"), room.by("officer", "03-23") as work:
        covering.read_letter(work, room.id, made)
    with pytest.raises(NotFound, match="No letter"):
        receipt.letter(room.unit("prosecutor", "03-23"), copy)


def _letter(row):
    taken = row.kind in (EventKind.DOSSIER_EXPORTED, EventKind.COPY_TAKEN)
    return taken and row.facts.get("part") == "letter"


def test_a_draft_has_no_letter_yet(room):
    made = room.prepare(Track.CRIMINAL)
    with pytest.raises(NotFound, match="No letter"), room.by("officer", "03-21") as work:
        covering.read_letter(work, room.id, made.id)


def test_the_helpers_of_a_file_read_the_letter_of_its_plan(work_of, actors, ink):
    helped = Helped(work_of, actors, at)
    helped.consent()
    made = desk.prepare_plan(helped.unit(), helped.id, CARER, BASIS, Language.NL)
    with helped.by() as work:
        kept = work.session.get_one(SupportDossier, made.id)
        assert kept.letter_sha256 == ""
    with pytest.raises(NotFound, match="No letter"), helped.by() as work:
        covering.read_plan_letter(work, helped.id, made.id)
