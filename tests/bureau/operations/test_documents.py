"""Documents: kept once, typed by their bytes, and invisible to whom they are not meant for."""

from hashlib import sha256
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from bureau.errors import AccessDenied, Invalid, NotFound
from bureau.model import Blob
from bureau.operations import documents
from tests.bureau.operations.place import open_case

PDF = b"%PDF-1.7\n%fictional\n"


def add(work, case_id, content=PDF, **said):
    told = {"title": "Huurcontract", "kind": "D04", **said}
    return documents.add_document(work, case_id, "huur.pdf", content, **told)


def test_a_document_comes_back_as_it_was_handed_in(work_of, actors, case_id, trail):
    with work_of(actors.officer) as work:
        kept_id = add(work, case_id).id
    with work_of(actors.second) as work:
        read = documents.read_document(work, case_id, kept_id)
    assert (read.content, read.media_type) == (PDF, "application/pdf")
    assert read.sha256 == sha256(PDF).hexdigest()
    assert trail()[-1].kind == "document.read"


def test_the_same_bytes_are_kept_once(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        add(work, case_id)
    with work_of(actors.officer) as work:
        add(work, case_id, title="Nogmaals")
        assert work.session.scalar(select(func.count()).select_from(Blob)) == 1


def test_a_restricted_document_is_invisible_to_others_in_counts_too(
    work_of, actors, case_id, trail
):
    with work_of(actors.officer) as work:
        kept_id = add(work, case_id, restricted=True).id
        add(work, case_id, PDF + b"2")
    with work_of(actors.second) as work:
        assert len(documents.list_documents(work, case_id)) == 1
    assert trail()[-1].facts["shown"] == 1
    with pytest.raises(AccessDenied) as hidden, work_of(actors.second) as work:
        documents.read_document(work, case_id, kept_id)
    with pytest.raises(NotFound) as absent, work_of(actors.second) as work:
        documents.read_document(work, case_id, uuid4())
    assert (str(hidden.value), hidden.value.code) == (str(absent.value), absent.value.code)


def test_a_named_reader_reads_with_a_reason(work_of, actors, case_id, trail):
    with work_of(actors.officer) as work:
        kept_id = add(work, case_id, restricted=True).id
    with work_of(actors.officer) as work:
        documents.share_document(work, case_id, kept_id, actors.second.id, "second reading")
    assert trail()[-1].kind == "document.shared"
    with work_of(actors.second) as work:
        assert [row.id for row in documents.list_documents(work, case_id)] == [kept_id]
        assert documents.read_document(work, case_id, kept_id).content == PDF


def test_readers_can_be_named_at_once(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        add(work, case_id, restricted=True, readers={actors.second.id: "signs the assessment"})
    with work_of(actors.second) as work:
        assert len(documents.list_documents(work, case_id)) == 1


def test_only_members_are_named_as_readers(work_of, actors, case_id):
    with pytest.raises(Invalid, match="members"), work_of(actors.officer) as work:
        add(work, case_id, restricted=True, readers={actors.mayor.id: "curious"})


def test_an_open_document_needs_no_more_readers(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        kept_id = add(work, case_id).id
    with pytest.raises(Invalid, match="already"), work_of(actors.officer) as work:
        documents.share_document(work, case_id, kept_id, actors.second.id, "again")


def test_a_document_of_another_case_does_not_exist_here(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        other = open_case(work, title="Another case")
        kept_id = add(work, other).id
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        documents.read_document(work, case_id, kept_id)


def test_who_may_only_read_adds_nothing(work_of, actors, case_id):
    with pytest.raises(AccessDenied), work_of(actors.second) as work:
        add(work, case_id)
