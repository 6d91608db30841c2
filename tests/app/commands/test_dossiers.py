"""Dossiers from a terminal: two people, one copy, and nothing printed for whoever may not."""

import json
import stat
from hashlib import sha256
from types import SimpleNamespace

import pytest

from bureau.keys import mark_secret
from bureau.model import User, UserRole
from bureau.operations import copies, supports
from bureau.rules.vocabulary import Language, Role
from reports import marks, outgoing, signing, tracer
from reports.canonical import canonical_json, content_digest
from reports.spacing import Spacing
from tests.app.commands.house import Terminal
from tests.bureau.operations.road import at
from tests.conftest import give_clearances
from tests.reports.forging import forged
from tests.reports.reading import pages
from tests.reports.stage import CARER, RECIPIENT, Helped, Stage
from tests.reports.test_tracing import WORDS
from tests.reports.unwritten import unwritten

FIELDS = {"dossier", "path", "package", "pages", "sha256", "copy"}


@pytest.fixture
def ink(monkeypatch):
    """Paper without ink where what is printed does not matter."""

    def to_pdf(dossier, **_):
        text = canonical_json(dossier)
        return SimpleNamespace(
            pdf=text,
            pages=1,
            sha256=sha256(text).hexdigest(),
            content_sha256=content_digest(dossier),
            name=f"{dossier.cover.dossier_id}.pdf",
            pieces={},
        )

    monkeypatch.setattr(outgoing, "to_pdf", to_pdf)
    unwritten(monkeypatch)
    monkeypatch.setattr(signing, "signed", lambda pdf, _: pdf)
    monkeypatch.setattr(outgoing, "picture", lambda _: b"\x89PNG")


@pytest.fixture
def stage(terminal, monkeypatch):
    """A screening with a finding, on the day after."""
    monkeypatch.setenv("BUREAU_NOW", "2026-03-20T10:00:00+01:00")
    return Stage(terminal.work_of, terminal.actors)


def words(reference, out, track="administrative", recipient=RECIPIENT, approver="second"):
    said = ("dossier", "issue", "--case", reference, "--track", track, "--recipient", recipient)
    second = ("--approved-by", approver) if approver else ()
    return (*said, "--basis", "Wet Bibob art. 28", "--out", out, *second)


@pytest.mark.pdf
def test_a_dossier_is_issued_with_a_second_pair_of_eyes(terminal, stage, elsewhere):
    answer = terminal.ask("officer", *words(stage.reference, elsewhere / "out"))
    assert set(answer) == FIELDS
    assert answer["copy"] == "1/1"
    path, package = sorted((elsewhere / "out").iterdir())
    assert (answer["path"], answer["package"]) == (str(path), str(package))
    for one in (path, package):
        told = terminal.run("dossier", "verify", one, "--json").answer
        assert told["ok"], told
        assert any(one["detail"].endswith("this house's") for one in told["checks"])
    own = package.read_bytes()
    package.write_bytes(forged(own, {"data/evidence_register.csv": b"another\n"}))
    answered = terminal.run("dossier", "verify", package)
    assert answered.code == 1
    assert "DIFFERS  trail key: signed by a key that is not this house's" in answered.out
    package.write_bytes(own)
    package.write_bytes(package.read_bytes().replace(b"Verhaar", b"Verhoor", 1))
    answered = terminal.run("dossier", "verify", package, "--json")
    told = json.loads(answered.out)
    assert (answered.code, told["ok"]) == (1, False)
    assert "bag-info.txt" in {one["name"] for one in told["checks"] if not one["ok"]}
    assert path.name.startswith(f"{stage.reference}-A1")
    pdf = path.read_bytes()
    assert answer["sha256"] == sha256(pdf).hexdigest()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    read = pages(pdf)
    assert len(read) == answer["pages"]
    assert "Verhaar" in read[0]
    said = [kind for kind in terminal.trail() if kind.startswith("dossier.")]
    assert said[-7:] == [
        *("dossier.composed", "dossier.prepared", "dossier.read", "dossier.approved"),
        *("dossier.composed", "dossier.issued", "dossier.exported"),
    ]


@pytest.mark.parametrize("track", ["criminal", "administrative"])
def test_every_edition_is_a_new_one(terminal, stage, elsewhere, ink, track):
    one, two = (
        terminal.ask("officer", *words(stage.reference, elsewhere, track)) for _ in range(2)
    )
    assert one["path"] != two["path"]
    assert one["dossier"] != two["dossier"]


def test_it_speaks_the_language_that_was_asked_for(terminal, stage, elsewhere, ink):
    said = (*words(stage.reference, elsewhere), "--language", Language.EN)
    answer = terminal.ask("officer", *said)
    told = json.loads((elsewhere / answer["path"]).read_bytes())
    assert told["status_note"].startswith("This dossier gives")


def test_outside_demo_mode_nobody_lends_their_eyes(terminal, stage, elsewhere, monkeypatch):
    monkeypatch.delenv("BUREAU_DEMO")
    before = terminal.stored()
    for approver in ("second", ""):
        said = words(stage.reference, elsewhere / "out", approver=approver)
        outcome = terminal.refuse("officer", *said)
        assert (outcome.code, outcome.refusal["error"]) == (1, "not_allowed")
        assert outcome.refusal["where"]["guard"] == "two people"
    assert terminal.stored() == before
    assert not (elsewhere / "out").exists()


def test_a_real_house_lends_nobody_whatever_the_environment_says(
    home, elsewhere, capfd, monkeypatch
):
    monkeypatch.setenv("BUREAU_HOME", str(home))
    monkeypatch.setenv("BUREAU_DEMO", "1")
    real = Terminal(home, capfd, monkeypatch)
    stage = Stage(real.work_of, real.actors)
    outcome = real.refuse("officer", *words(stage.reference, elsewhere / "out"))
    assert (outcome.code, outcome.refusal["where"]["guard"]) == (1, "two people")
    assert not list(elsewhere.glob("out/*"))
    real.engine.dispose()


@pytest.mark.parametrize("approver", ["officer", "mayor", "nobody", ""])
def test_the_second_pair_of_eyes_is_somebody_who_may(terminal, stage, elsewhere, ink, approver):
    outcome = terminal.refuse("officer", *words(stage.reference, elsewhere, approver=approver))
    assert outcome.code == 1
    assert list(elsewhere.glob("*.pdf")) == []


def test_an_approver_who_is_not_there_is_said_before_anything_is_made(terminal, stage, elsewhere):
    before = terminal.stored()
    terminal.refuse("officer", *words(stage.reference, elsewhere, approver="nobody"))
    assert terminal.stored() == before


@pytest.mark.parametrize("login", ["second", "mayor", "outsider", "admin"])
def test_who_may_not_prepare_issues_nothing(terminal, stage, elsewhere, ink, login):
    outcome = terminal.refuse(login, *words(stage.reference, elsewhere))
    assert outcome.code == 1
    assert list(elsewhere.glob("*.pdf")) == []


def test_a_case_one_may_not_see_answers_like_none(terminal, stage, elsewhere):
    outcomes = [
        terminal.refuse("outsider", *words(one, elsewhere))
        for one in (stage.reference, "SCR-2026-ZZZZZ")
    ]
    assert outcomes[0] == outcomes[1]


def test_a_place_that_cannot_be_written_stops_it_before_it_is_issued(terminal, stage, elsewhere):
    (elsewhere / "file").write_text("")
    before = terminal.stored()
    outcome = terminal.refuse("officer", *words(stage.reference, elsewhere / "file" / "out"))
    assert (outcome.code, terminal.stored()) == (2, before)
    assert outcome.refusal["where"] == {"option": "--out"}


@pytest.mark.parametrize(
    ("change", "value"), [("recipient", " "), ("recipient", "x" * 201), ("track", "gossip")]
)
def test_what_cannot_be_used_leaves_nothing_behind(terminal, stage, elsewhere, change, value):
    before = terminal.stored()
    outcome = terminal.refuse("officer", *words(stage.reference, elsewhere, **{change: value}))
    assert (outcome.code, terminal.stored()) == (2, before)


def test_a_full_disk_after_the_issue_says_where_the_dossier_is(terminal, stage, elsewhere, ink):
    (elsewhere / f"{stage.reference}-A1.pdf").mkdir()
    outcome = terminal.refuse("officer", *words(stage.reference, elsewhere))
    assert outcome.code == 1
    assert "issued and kept" in outcome.refusal["hint"]


@pytest.fixture
def helped(terminal, monkeypatch):
    """A support file that two helpers may read, and consent for one reader."""
    monkeypatch.setenv("BUREAU_NOW", "2026-03-10T10:00:00+01:00")
    file = Helped(terminal.work_of, terminal.actors, at)
    with terminal.sessions() as session:
        body = file.actors.care.organisation_id
        colleague = User(login="care2", name="Care Two", organisation_id=body)
        colleague.roles = [UserRole(role=Role.CARE)]
        session.add(colleague)
        give_clearances(session, colleague.login)
        session.commit()
    with file.by() as work:
        supports.share_file(work, file.id, "care2", "support")
    file.consent()
    return file


def test_a_plan_goes_out_with_consent_and_a_colleague(terminal, helped, elsewhere, ink):
    said = words(helped.reference, elsewhere, "victim", CARER, "care2")
    answer = terminal.ask("care", *said)
    assert set(answer) == FIELDS
    told = (elsewhere / answer["path"]).read_text()
    assert "Linde-4" in told
    assert "Zonneveld" not in told


def test_without_consent_for_this_reader_no_plan_leaves(terminal, helped, elsewhere, ink):
    said = words(helped.reference, elsewhere, "victim", "P. Jansen, Gemeente", "care2")
    outcome = terminal.refuse("care", *said)
    assert (outcome.code, outcome.refusal["where"]["guard"]) == (1, "consent")
    assert list(elsewhere.glob("*.pdf")) == []


@pytest.mark.parametrize("login", ["officer", "mayor", "prosecutor", "auditor", "admin"])
def test_no_other_track_reaches_a_support_file(terminal, helped, elsewhere, login):
    outcomes = [
        terminal.refuse(login, *words(one, elsewhere, "victim", CARER, "care2"))
        for one in (helped.reference, "SUP-2026-ZZZZZ")
    ]
    assert outcomes[0] == outcomes[1]
    for track in ("criminal", "administrative"):
        assert terminal.refuse(login, *words(helped.reference, elsewhere, track)).code == 1


def test_a_reader_is_told_in_words(terminal, stage, elsewhere, ink):
    outcome = terminal.run(*words(stage.reference, elsewhere), "--as", "officer")
    assert f"{stage.reference}-A1.pdf: 1 pages, SHA-256 " in outcome.out


def test_a_page_that_was_found_is_traced_to_the_copy_it_came_from(
    terminal, stage, elsewhere, ink, monkeypatch
):
    terminal.ask("officer", *words(stage.reference, elsewhere))
    found = elsewhere / "found.pdf"
    found.write_bytes(b"%PDF found")
    monkeypatch.setattr(tracer, "spacing", lambda _: Spacing({}, 80, 1))
    answer = terminal.ask("coordinator", "dossier", "trace", found)
    assert (answer["outcome"], answer["copies"], answer["matches"]) == ("unmarked", 1, [])
    monkeypatch.setattr(tracer, "spacing", lambda _: Spacing(_as_in(terminal), 40, 1))
    [match] = terminal.ask("coordinator", "dossier", "trace", found)["matches"]
    assert (match["case"], match["copy"], match["agree"]) == (stage.reference, 1, 40)
    assert match["recipient"] == RECIPIENT
    assert terminal.refuse("officer", "dossier", "trace", found).code == 1


def _as_in(terminal):
    """Words as the one copy of the house sets them."""
    with terminal.work_of(terminal.actors.coordinator) as work:
        [copy] = copies.list_traceable(work)
    return {word: marks.level(word, mark_secret(copy)) for word in WORDS[:40]}


def test_a_plan_goes_to_nobodys_room(terminal, elsewhere):
    said = (*words("SUP-2026-ABCDEF", elsewhere, "victim"), "--to", "om")
    assert terminal.refuse("care", *said).refusal["where"] == {"option": "--to"}
