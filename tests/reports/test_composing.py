"""A dossier is composed for one reader, looked at, and only then sent for approval."""

import pytest

from bureau.errors import AccessDenied, NotAllowed
from bureau.rules.vocabulary import Language, Track
from reports import composing, desk, outgoing
from reports.assembly.order import Selection, selection
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.stage import BASIS, RECIPIENT, Stage

__all__ = ["ink"]

pytestmark = ON_SQLITE


@pytest.fixture
def stage(work_of, actors):
    return Stage(work_of, actors)


def drafted(stage, chosen, track=Track.ADMINISTRATIVE):
    wanted = (stage.id, track, RECIPIENT, BASIS, Language.NL)
    return desk.prepare(stage.unit(), *wanted, chosen, sent=False)


def test_the_page_shows_every_reader_and_what_the_chosen_one_gets(stage):
    with stage.by("officer") as work:
        found = composing.open_composer(work, stage.id, Language.EN, Selection("COURT"))
        assert found.reader.code == "COURT"
        assert [row.code for row in found.readers] == [
            *("DECIDER", "APPLICANT", "COMMITTEE", "COURT", "PROSECUTOR"),
        ]
        assert not found.stopped
        assert found.views == ()
        unknown = composing.open_composer(work, stage.id, Language.EN, Selection("NOBODY"))
        assert unknown.reader.code == "DECIDER"


def test_a_draft_waits_until_its_author_sends_it(stage, ink):
    made = drafted(stage, Selection("APPLICANT"))
    with pytest.raises(NotAllowed, match="drafted, not prepared"):
        stage.approve(made)
    with stage.by("officer", "03-20") as work:
        assert composing.send_dossier(work, stage.id, made.id).state == outgoing.PREPARED
    stage.approve(made)
    issued = stage.issue(made)
    assert b"kennisnemen van de stukken" in issued.pdf


def test_what_was_chosen_is_kept_and_binds_the_issue(stage, ink):
    chosen = Selection("COMMITTEE", {"event:company:x": "x"})
    assert selection(chosen.plain()) == chosen
    made = drafted(stage, Selection("COMMITTEE"))
    with stage.by("officer") as work:
        kept, found = composing.read_selection(work, stage.id, made.id)
        assert (kept.number, found) == (1, Selection("COMMITTEE"))


def test_nobody_sends_the_draft_of_another(stage, ink):
    made = drafted(stage, Selection())
    with pytest.raises(AccessDenied), stage.by("second") as work:
        composing.send_dossier(work, stage.id, made.id)
    with stage.by("officer") as work:
        composing.read_selection(work, stage.id, made.id)[0].asked_by_id = stage.actors.second.id
        with pytest.raises(NotAllowed, match="sends it for approval"):
            composing.send_dossier(work, stage.id, made.id)
        work.undo()


def test_a_reader_of_another_track_gets_no_dossier(stage):
    with pytest.raises(Exception, match="cannot be made for this reader"):
        drafted(stage, Selection("COURT"), Track.CRIMINAL)
