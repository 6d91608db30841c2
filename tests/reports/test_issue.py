"""A dossier goes out exactly once, after another person approved exactly what it says."""

import json

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, NotAllowed, NotFound
from bureau.model import Dossier
from bureau.operations import assessments, parties
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import Credibility, Track
from reports import issue, verify
from reports.outgoing import printed
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.reading import pages
from tests.reports.stage import Stage

pytestmark = [ON_SQLITE, pytest.mark.pdf]


@pytest.fixture
def stage(work_of, actors):
    return Stage(work_of, actors)


def kept(stage):
    with stage.by("officer", "12-31") as work:
        rows = work.session.scalars(select(Dossier).where(Dossier.case_id == stage.id)).all()
        return [(row.state, row.pdf, row.picture, row.pages) for row in rows]


def test_a_dossier_is_composed_approved_by_another_and_issued(stage, trail):
    draft = stage.prepare()
    stage.approve(draft)
    made = stage.issue(draft)
    [(state, pdf, picture, pages)] = kept(stage)
    assert (state, pdf, pages) == ("issued", made.pdf, made.pages)
    assert picture.startswith(b"\x89PNG")
    said = [event.kind for event in trail() if event.kind.startswith("dossier.")]
    assert said == [
        *("dossier.composed", "dossier.prepared", "dossier.read", "dossier.approved"),
        *("dossier.composed", "dossier.issued"),
    ]


def test_nobody_approves_what_they_composed(stage):
    draft = stage.prepare()
    with pytest.raises(AccessDenied):
        stage.approve(draft, login="officer")


def test_an_approval_holds_for_exactly_the_content_that_was_read(stage):
    draft = stage.prepare()
    with pytest.raises(NotAllowed, match="not what would be issued"), stage.by("second") as work:
        issue.approve_dossier(work, stage.id, draft.id, "0" * 64)


def test_a_fact_that_changes_after_the_approval_stops_the_issue(stage):
    draft = stage.prepare()
    stage.approve(draft)
    with stage.by("officer", "03-21") as work:
        assessments.write_finding(work, stage.id, "a", "A second finding.", [stage.source])
    with pytest.raises(NotAllowed, match="changed since the approval"):
        stage.issue(draft)
    assert kept(stage)[0][0] == "approved"


def test_it_goes_out_once(stage):
    draft = stage.prepare()
    stage.approve(draft)
    stage.issue(draft)
    with pytest.raises(NotAllowed):
        stage.issue(draft)


def test_what_was_not_approved_does_not_go_out(stage):
    draft = stage.prepare()
    with pytest.raises(NotAllowed):
        stage.issue(draft)


def test_a_draft_can_be_sent_back_with_a_reason(stage):
    draft = stage.prepare()
    with stage.by("second") as work:
        issue.refuse_dossier(work, stage.id, draft.id, "Finding 1 needs a second source.")
    with pytest.raises(NotAllowed):
        stage.approve(draft)


def test_the_same_facts_give_the_same_bytes(stage):
    one, two = stage.prepare(), stage.prepare()
    assert one.content_sha256 != two.content_sha256  # the number differs: 1 and 2
    stage.approve(one)
    with stage.by("officer", "03-22") as work:
        draft = issue.compose_issue(work, stage.id, one.id)
    assert printed(draft).pdf == printed(draft).pdf


def test_a_criminal_dossier_names_no_protected_person(stage):
    stage.protect()
    made = stage.prepare(Track.CRIMINAL)
    assert "Zonneveld" not in " ".join(pages(made.pdf))


def test_a_text_that_names_a_protected_person_stops_the_dossier(stage):
    stage.protect()
    with stage.by("officer", "03-15") as work:
        assessments.write_finding(work, stage.id, "b", "Mw. Zonneveld werkt er.", [stage.source])
    with pytest.raises(NotAllowed, match="protected person") as stop:
        stage.prepare(Track.CRIMINAL)
    assert "Zonneveld" not in str(stop.value)
    assert stop.value.where["text"] == "summary"


def test_a_title_that_names_a_protected_person_stops_it_too(stage):
    with stage.by("officer", "03-15") as work:
        learnt = Learnt(stage.source, Credibility.PROBABLE)
        parties.record_person(work, stage.id, learnt, family_name="Ankerplaats", protected=True)
    with pytest.raises(NotAllowed, match="protected person"):
        stage.prepare()


def test_strangers_find_nothing(stage):
    with pytest.raises(AccessDenied), stage.by("outsider") as work:
        issue.list_dossiers(work, stage.id)
    draft = stage.prepare()
    with pytest.raises(AccessDenied), stage.by("police") as work:
        issue.read_dossier(work, stage.id, draft.id)
    with stage.by("second") as work:
        view = issue.open_dossier(work, stage.id, draft.id)
        assert (view.may_approve, view.may_issue) == (True, False)
    with stage.by("officer") as work:
        view = issue.open_dossier(work, stage.id, draft.id)
        assert (view.may_approve, view.may_issue) == (False, True)
        assert issue.list_dossiers(work, stage.id).may_prepare


def test_what_is_issued_goes_out_in_a_package_that_proves_itself(stage, trail, tmp_path):
    document = stage.hand_in(b"As the applicant handed it in.", "loan.txt")
    draft = stage.prepare(Track.ADMINISTRATIVE)
    stage.approve(draft)
    made = stage.issue(draft)
    with stage.by("officer", "03-23") as work:
        kept, package = issue.read_package(work, stage.id, made.id)
        seal = kept.seal
    with stage.by("officer", "04-23") as work:
        assert issue.read_package(work, stage.id, made.id)[1] == package
    (tmp_path / "package.zip").write_bytes(package)
    files, checks = verify.read(tmp_path / "package.zip")
    assert [one for one in (*checks, *verify.check(files)) if not one.ok] == []
    assert files[verify.PDF] == made.pdf
    assert files[f"data/evidence/B{document}.txt"] == b"As the applicant handed it in."
    line = json.loads(json.loads(files[verify.INCLUSION])["line"])
    assert (line["kind"], line["actor"], line["purpose"]) == ("package.sealed", None, "")
    assert line["facts"] == {"seal": seal, "copy": made.sha256}
    read = [one.kind for one in trail() if one.facts.get("part") == "package"]
    assert read == ["dossier.exported", "dossier.exported"]


def test_an_original_that_names_a_protected_person_stays_behind(stage):
    stage.protect()
    named = stage.hand_in(b"Z O N N E V E L D was there.", "one.txt")
    plain = stage.hand_in(b"Nobody was there.", "two.txt")
    unread = stage.hand_in(b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "three.png")
    draft = stage.prepare(Track.CRIMINAL)
    stage.approve(draft)
    made = stage.issue(draft)
    with stage.by("officer", "03-23") as work:
        _, package = issue.read_package(work, stage.id, made.id)
    found = {name for name in verify.unpack(package)[1] if "evidence/" in name}
    assert f"data/evidence/B{plain}.txt" in found
    assert not [name for name in found if f"B{named}." in name or f"B{unread}." in name]


def test_a_draft_has_no_package(stage):
    draft = stage.prepare()
    with pytest.raises(NotFound, match="no package"), stage.by("officer", "03-23") as work:
        issue.read_package(work, stage.id, draft.id)
