"""Papers: released seat by seat, never somebody protected, never past a shut document."""

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.operations import agenda_items, documents, papers, parties
from bureau.operations.sources import Learnt
from tests.bureau.operations.place import add_source
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    return Table(work_of, actors)


@pytest.fixture
def party(table):
    with table.by("coordinator") as work:
        learnt = Learnt(add_source(work, table.case))
        return parties.record_company(work, table.case, learnt, name="Loods Vier B.V.").id


def release(table, thing, *logins, kind="party", login="coordinator"):
    seats = [table.seat(each) for each in logins]
    with table.by(login) as work:
        return papers.release_paper(work, table.case, table.item, kind, thing, "WGS 2.22", seats).id


def read(table, login):
    with table.by(login) as work:
        view = agenda_items.read_item(work, table.case, table.item)
        return [(row.entity or row.document).id for row in view.papers]


def test_a_seat_sees_its_own_papers_only(table, party):
    release(table, party, "police")
    assert read(table, "police") == read(table, "coordinator") == [party]
    assert read(table, "tax") == []


def test_a_paper_that_is_withdrawn_is_gone(table, party):
    paper = release(table, party, "police")
    with table.by("coordinator") as work:
        papers.withdraw_paper(work, table.case, paper)
    assert read(table, "police") == []


def test_who_left_the_room_has_no_papers(table, party):
    release(table, party, "tax")
    table.to("in_session")
    assert read(table, "tax") == [party]
    table.leave("tax")
    assert read(table, "tax") == []


def test_somebody_protected_is_neither_offered_nor_laid_on_a_table(table):
    with table.by("coordinator") as work:
        learnt = Learnt(add_source(work, table.case))
        told = {"given_names": "Mina", "family_name": "Voorbeeld", "protected": True}
        person = parties.record_person(work, table.case, learnt, **told).id
    with table.by("coordinator") as work:
        offers = papers.list_offers(work, table.case, table.item)
        assert person not in {offer.id for offer in offers}
    with pytest.raises(NotAllowed) as refusal:
        release(table, person, "police")
    assert refusal.value.where["guard"] == "victim by name"


def test_a_shut_document_goes_to_its_named_readers_only(table, actors):
    with table.by("coordinator") as work:
        shut = {"title": "Rapport", "kind": "other", "restricted": True}
        readers = {actors.police.id: "own case"}
        made = documents.add_document(work, table.case, "r.txt", b"x", readers=readers, **shut)
        work.session.flush()
        document = made.id
    with pytest.raises(NotAllowed) as refusal:
        release(table, document, "tax", kind="document")
    assert refusal.value.where["basis"] == "Wet Bibob 28"
    release(table, document, "police", kind="document")
    assert read(table, "police") == [document]


def test_papers_are_the_chairs_and_only_until_the_session_ends(table, party):
    for login in ("police", "mayor"):
        with pytest.raises(AccessDenied):
            release(table, party, "police", login=login)
    table.to("minutes_draft")
    with pytest.raises(Invalid):
        release(table, party, "police")


@pytest.fixture
def document(table):
    with table.by("coordinator") as work:
        made = documents.add_document(work, table.case, "t.txt", b"x", title="Tax", kind="other")
        work.session.flush()
        return made.id


def opened(table, login, document):
    with table.by(login) as work:
        return documents.read_document(work, table.case, document).content


def test_a_document_of_the_case_is_read_at_the_table_on_which_it_lies_and_nowhere_else(
    table, document
):
    release(table, document, "tax", kind="document")
    assert opened(table, "tax", document) == opened(table, "coordinator", document) == b"x"
    for login in ("police", "customs", "mayor"):
        with pytest.raises(AccessDenied):
            opened(table, login, document)


def test_a_document_that_is_taken_off_the_table_is_not_opened_any_more(table, document):
    paper = release(table, document, "police", kind="document")
    assert opened(table, "police", document) == b"x"
    with table.by("coordinator") as work:
        papers.withdraw_paper(work, table.case, paper)
    with pytest.raises(AccessDenied):
        opened(table, "police", document)


def test_who_left_the_room_opens_its_document_no_more(table, document):
    release(table, document, "tax", kind="document")
    table.to("in_session")
    table.leave("tax")
    with pytest.raises(AccessDenied):
        opened(table, "tax", document)
