"""The desk: leave is asked at every step, and printing keeps nobody waiting."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.model import Dossier, SupportDossier
from bureau.operations import advice_readings
from bureau.rules.vocabulary import Language, Track
from reports import desk, issue, issue_support, outgoing, signing
from reports.canonical import canonical_json, content_digest
from tests.bureau.operations.road import ON_SQLITE, Road, at
from tests.reports.stage import BASIS, CARER, RECIPIENT, Helped, Stage
from tests.reports.unwritten import unwritten

pytestmark = ON_SQLITE


@pytest.fixture(autouse=True)
def printer(monkeypatch):
    """Paper without ink: what is printed is proved elsewhere and takes seconds."""

    printed = []

    def to_pdf(dossier, *, kept, progress, mark):
        printed.append(kept)
        made = {"pages": 1, "sha256": "a" * 64, "content_sha256": content_digest(dossier)}
        pieces = {str(len(printed)) * 64: b"piece"}
        return SimpleNamespace(pdf=canonical_json(dossier), name="d.pdf", pieces=pieces, **made)

    monkeypatch.setattr(outgoing, "to_pdf", to_pdf)
    unwritten(monkeypatch)
    monkeypatch.setattr(signing, "signed", lambda pdf, _: pdf)
    monkeypatch.setattr(outgoing, "picture", lambda _: b"\x89PNG")
    return printed


@pytest.fixture
def stage(work_of, actors):
    return Stage(work_of, actors)


def watched(unit, log):
    """A unit that notes when work is going on."""

    @contextmanager
    def opened():
        with unit() as work:
            log.append("in")
            yield work
        log.append("out")

    return opened


def test_nobody_waits_for_the_printer(stage, monkeypatch):
    log = []
    real = desk.printed
    monkeypatch.setattr(desk, "printed", lambda *asked: (log.append("print"), real(*asked))[1])
    desk.prepare(
        watched(stage.unit(), log), stage.id, Track.CRIMINAL, RECIPIENT, BASIS, Language.NL
    )
    assert log == ["in", "out", "print", "in", "out"]


def test_what_comes_back_identifies_the_pages(stage):
    made = stage.prepare()
    assert (made.number, made.pages, made.name, made.copy) == (1, 1, "d.pdf", "")
    assert len(made.content_sha256) == 64
    stage.approve(made)
    issued = stage.issue(made)
    assert (issued.id, issued.copy) == (made.id, "1/1")
    assert issued.content_sha256 == made.content_sha256


def test_pieces_are_kept_for_the_next_print_of_that_case_and_track_only(stage, printer):
    draft = stage.prepare(Track.CRIMINAL)
    stage.prepare(Track.ADMINISTRATIVE)
    stage.approve(draft)
    stage.issue(draft)
    stage.prepare(Track.CRIMINAL)
    assert [sorted(each) for each in printer] == [[], [], ["1" * 64], ["3" * 64]]
    with stage.by("officer") as work:
        query = select(Dossier.number, Dossier.pieces.is_not(None))
        criminal = query.where(Dossier.track == Track.CRIMINAL).order_by(Dossier.number)
        assert list(map(tuple, work.session.execute(criminal))) == [(1, False), (2, True)]


def test_each_track_counts_its_own_dossiers(stage):
    assert [stage.prepare(track).number for track in (Track.CRIMINAL, Track.CRIMINAL)] == [1, 2]
    assert stage.prepare(Track.ADMINISTRATIVE).number == 1


@pytest.mark.parametrize("login", ["second", "mayor", "outsider", "police", "care", "admin"])
def test_only_an_officer_of_the_case_prepares(stage, login):
    with pytest.raises(AccessDenied):
        desk.prepare(stage.unit(login), stage.id, Track.CRIMINAL, RECIPIENT, BASIS, Language.NL)


def test_a_case_gives_no_personal_plan(stage):
    with pytest.raises(NotAllowed, match="criminal-justice or an administrative"):
        stage.prepare(Track.VICTIM)


@pytest.mark.parametrize("recipient", ["", "   ", "x" * 201])
def test_without_a_reader_nothing_is_kept(stage, recipient):
    with pytest.raises(Invalid):
        stage.prepare(recipient=recipient)
    with stage.by("officer") as work:
        assert work.session.scalars(select(Dossier)).all() == []


def test_leave_that_was_lost_meanwhile_stops_the_issue(stage):
    draft = stage.prepare()
    stage.approve(draft)
    with pytest.raises(AccessDenied):
        desk.issue_approved(stage.unit("outsider"), stage.id, draft.id)


def test_a_plan_goes_the_same_way(work_of, actors):
    helped = Helped(work_of, actors, at)
    helped.consent()
    log = []
    made = desk.prepare_plan(
        watched(helped.unit(), log), helped.id, CARER, "toestemming", Language.NL
    )
    assert log == ["in", "out", "in", "out"]
    with helped.by() as work:
        assert "pieces" not in work.session.scalar(select(SupportDossier)).__table__.columns
    with pytest.raises(NotAllowed, match="prepared, not approved"):
        desk.issue_plan(helped.unit(), helped.id, made.id)
    with pytest.raises(NotAllowed, match="asked themselves"), helped.by() as work:
        issue_support.approve_plan(work, helped.id, made.id, made.content_sha256)


class Advised(Road):
    """A case with an advice that the officer and the second reader may read; the mayor may not."""

    def __init__(self, work_of, actors):
        super().__init__(work_of, actors)
        self.to_assessment().find()
        self.assess()
        self.ask_advice("03-16")
        advice = self.receive_advice("04-20")
        with self.by("officer", "04-21") as work:
            now = advice_readings.read_advice(work, self.id, advice).version
            advice_readings.check_advice(work, self.id, advice, now, "Zorgvuldig.")

    def prepare(self, login="officer"):
        def unit():
            return self.by(login, "04-22")

        return desk.prepare(unit, self.id, Track.ADMINISTRATIVE, "Burgemeester", BASIS, Language.NL)


def test_a_dossier_that_tells_of_an_advice_is_for_its_named_readers(work_of, actors):
    road = Advised(work_of, actors)
    draft = road.prepare()
    assert b"says the Bureau" in draft.pdf
    with road.by("second", "04-22") as work:
        assert issue.open_dossier(work, road.id, draft.id).may_approve
    for look in (issue.open_dossier, issue.read_dossier):
        with pytest.raises(AccessDenied), road.by("mayor", "04-22") as work:
            look(work, road.id, draft.id)
    for login, count in (("second", 1), ("mayor", 0)):
        with road.by(login, "04-22") as work:
            assert len(issue.list_dossiers(work, road.id).dossiers) == count


def test_a_member_who_may_not_read_the_advice_still_sees_earlier_dossiers(work_of, actors):
    road = Stage(work_of, actors)
    early = road.prepare()
    road.assess()
    road.ask_advice("04-01")
    road.receive_advice("04-20")
    with road.by("mayor", "04-22") as work:
        assert issue.read_dossier(work, road.id, early.id).state == "prepared"
