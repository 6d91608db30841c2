"""A dossier on its way out: prepared, approved by another, issued once, never half."""

import json
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from bureau import keys
from bureau.errors import Invalid, NotAllowed
from bureau.model import Dossier
from bureau.model.dossier import APPROVED, PREPARED
from bureau.rules.vocabulary import Language, Track
from reports import outgoing, signing, verify
from reports.canonical import content_digest
from reports.outgoing import Draft, Printed
from tests.bureau.operations.road import at
from tests.reports.samples import sample
from tests.reports.unwritten import unwritten

NOW = datetime(2026, 3, 22, 9, tzinfo=UTC)
PAPER = Printed(b"%PDF", b"\x89PNG", 12, "a" * 64, "b" * 64, "1/1", "dossier.pdf")


def kept(state=PREPARED, **fields):
    row = Dossier(state=state, content_sha256="b" * 64, asked_by_id="officer", asked_at=at("03-20"))
    for name, value in fields.items():
        setattr(row, name, value)
    return row


def somebody(who="second"):
    return SimpleNamespace(actor=SimpleNamespace(id=who, name=who.title()), now=NOW)


@pytest.mark.parametrize("state", ["approved", "issued", "refused"])
def test_a_step_out_of_turn_is_refused_and_says_where_the_dossier_stands(state):
    with pytest.raises(NotAllowed, match=f"is {state}, not prepared") as stop:
        outgoing.insist(kept(state), PREPARED)
    assert stop.value.where == {"state": state}


def test_exactly_what_was_read_may_be_approved():
    assert outgoing.insist_read(kept(), "b" * 64) is None


def test_something_else_than_what_was_read_is_not_approved():
    row = kept()
    with pytest.raises(NotAllowed) as stop:
        outgoing.insist_read(row, "c" * 64)
    assert (stop.value.where["guard"], row.state) == ("digest", PREPARED)


def test_a_dossier_whose_facts_changed_is_not_the_one_that_was_approved():
    dossier = sample(Track.CRIMINAL)
    outgoing.insist_same(kept(content_sha256=content_digest(dossier)), dossier)
    with pytest.raises(NotAllowed, match="changed since the approval"):
        outgoing.insist_same(kept(), dossier)


def test_what_is_issued_is_exactly_what_was_printed_and_uses_its_approval(monkeypatch):
    row, used = kept(APPROVED), []
    monkeypatch.setattr(outgoing._approving, "use", lambda work, kind, one: used.append(one))
    outgoing.use_approval(somebody(), row)
    assert used == [row]
    outgoing.issued(somebody(), row, PAPER)
    assert (row.state, row.issued_at, row.pdf, row.pages, row.copy) == (
        *("issued", NOW, b"%PDF", 12, "1/1"),
    )
    assert row.pdf_sha256 == PAPER.sha256


def test_without_an_approver_there_is_no_issuance(monkeypatch):
    monkeypatch.setattr(outgoing._approving, "usable", lambda work, kind, one: None)
    with pytest.raises(NotAllowed, match="Nobody approved"):
        outgoing.issuance(somebody(), kept(APPROVED))


def test_only_an_issue_bears_the_mark_of_a_copy(monkeypatch):
    told = {"sha256": "a", "content_sha256": "b", "name": "n.pdf", "pieces": {}}
    made = SimpleNamespace(pdf=b"%PDF", pages=3, **told)
    monkeypatch.setattr(outgoing, "to_pdf", lambda _, **__: made)
    monkeypatch.setattr(outgoing, "picture", lambda _: b"\x89PNG")
    unwritten(monkeypatch)
    monkeypatch.setattr(signing, "signed", lambda pdf, _: pdf + b" signed")
    keys.hold(keys.KeyRing.fresh())
    order = SimpleNamespace(issuance=None, mark=None, original="", annexes=())
    dossier = sample(Track.VICTIM)
    draft = outgoing.printed(Draft(dossier, order))
    assert (draft.copy, draft.package, draft.pdf) == ("", None, b"%PDF")
    order.issuance = object()
    paper = outgoing.printed(Draft(dossier, order))
    assert (paper.copy, paper.pages, paper.name) == ("1/1", 3, "n.pdf")
    assert paper.pdf == b"%PDF signed"
    seal = json.loads(verify.unpack(paper.package.content)[1][verify.SEAL])
    assert seal["files"]["data/letter.pdf"]["sha256"] == paper.letter_sha256
    [copy] = seal["copies"]
    assert (copy["canonical_sha256"], copy["copy_sha256"]) == ("a", paper.sha256)


def test_a_draft_is_kept_with_what_identifies_it():
    order = SimpleNamespace(
        number=2, language=Language.NL, recipient="R", basis="B", prepared_at=NOW, issuance=None
    )
    columns = outgoing.shown(somebody("officer"), Draft(None, order), PAPER)
    assert (columns["number"], columns["state"], columns["asked_by_id"]) == (
        *(2, PREPARED, "officer"),
    )
    assert (columns["content_sha256"], columns["pdf_sha256"]) == ("b" * 64, "a" * 64)
    assert set(columns) <= {column.key for column in Dossier.__mapper__.column_attrs}


@pytest.mark.parametrize("text", ["", "  ", "x" * 201])
def test_the_first_page_has_neither_gaps_nor_novels(text):
    with pytest.raises(Invalid) as stop:
        outgoing.filled(text, "recipient")
    assert stop.value.where == {"field": "recipient"}


def test_blanks_around_a_name_do_not_count():
    assert outgoing.filled("  M. Verhaar ", "recipient") == "M. Verhaar"
