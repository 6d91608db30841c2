"""What comes in from another organisation, by every road: whose it is, as which data, or not."""

import pytest
from sqlalchemy import func, select

from bureau.errors import Invalid, NotAllowed
from bureau.model import (
    Agreement,
    Case,
    Document,
    Entity,
    ImportBatch,
    Organisation,
    Payment,
    Source,
)
from bureau.operations import (
    documents,
    imports,
    parties,
    phases,
    search,
    sources,
    ties,
)
from bureau.operations._brought_in import SIGNAL, Whose
from bureau.operations._facts import Learnt
from bureau.rules.vocabulary import TieKind
from tests.bureau.operations.place import add_source
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import EARLY, Table

pytestmark = ON_SQLITE
NETWORK = b"source,target\nZilvermeeuw,Stern\n"
KEPT = (Source, Document, Entity, Payment, ImportBatch)
WHY = search.Errand("INTAKE", reason="An application that is no case yet")


def _source(work, case, whose):
    return add_source(work, case, "Zilvermeeuw", whose=whose)


def _document(work, case, whose):
    return documents.add_document(
        work, case, "z.txt", b"Zilvermeeuw", title="Zilvermeeuw", kind="other", whose=whose
    )


def _import(work, case, whose):
    told = {"source_title": "Zilvermeeuw", "whose": whose}
    return imports.import_file(work, case, "network-csv", "z.csv", NETWORK, **told)


ROADS = {"source": _source, "document": _document, "import": _import}
EVERY_ROAD = pytest.mark.parametrize("road", ROADS.values(), ids=ROADS)


def count(sessions):
    with sessions() as session:
        return [session.scalar(select(func.count()).select_from(each)) for each in KEPT]


def refused(table, road, whose, kind=NotAllowed):
    with pytest.raises(kind) as refusal, table.by("coordinator") as work:
        road(work, table.case, whose)
    return refusal.value


@pytest.fixture
def neighbours(sessions, actors):
    """The port authority as a body of the house, which takes part in nothing."""
    with sessions.begin() as session:
        port = session.get_one(Organisation, actors.port.organisation_id)
        port.house_id = actors.coordinator.organisation_id


@pytest.fixture
def early(work_of, actors, neighbours):
    """A case in its first phase."""
    return Table(work_of, actors, **EARLY)


@pytest.fixture
def late(work_of, actors):
    """A case in its third phase."""
    return Table(work_of, actors)


@EVERY_ROAD
def test_own_data_come_in_without_a_category(early, road):
    with early.by("coordinator") as work:
        assert road(work, early.case, Whose())


@EVERY_ROAD
def test_what_is_of_another_says_as_which_data(early, road, sessions):
    before = count(sessions)
    refusal = refused(early, road, Whose("police"), Invalid)
    assert refusal.where["field"] == "category"
    assert count(sessions) == before


@EVERY_ROAD
@pytest.mark.parametrize(
    ("owner", "category", "said"),
    [
        ("tax", "TAX", "2.22"),  # not open in phase 1
        ("police", "IDENTITY", "2.2"),  # police data on persons not before phase 2
        ("port", "LAND", "AVG"),  # a report from outside holds less than that
        ("police", "MEDICAL", "BGS"),  # never
        ("tax", "RESULT", "WGS"),  # what the case came to is not brought into it
    ],
)
def test_what_the_law_does_not_let_in_is_refused_with_article_and_road(
    early, road, sessions, owner, category, said
):
    before = count(sessions)
    refusal = refused(early, road, Whose(owner, category))
    assert said in str(refusal.where["basis"])
    assert refusal.hint
    assert count(sessions) == before


@EVERY_ROAD
def test_what_is_not_open_yet_is_neither_read_nor_found(early, road):
    refused(early, road, Whose("tax", "TAX"))
    with early.by("coordinator") as work:
        assert not search.search_case_records(work, "Zilvermeeuw", WHY).parties
        assert not sources.list_sources(work, early.case)
        assert not documents.list_documents(work, early.case)
        assert not imports.list_imports(work, early.case)
        phases.enter_phase(work, early.case, "P2", "the books are needed", ("police", "tax"))
    with early.by("coordinator") as work:
        assert road(work, early.case, Whose("tax", "TAX"))


@EVERY_ROAD
def test_another_comes_in_only_while_an_agreement_is_in_force(late, road, sessions):
    with sessions.begin() as session:
        for row in session.scalars(select(Agreement)):
            row.ended_on = row.begins_on
    refusal = refused(late, road, Whose("tax", "TAX"))
    assert "WGS" in refusal.where["basis"] or "AVG" in refusal.where["basis"]


@EVERY_ROAD
def test_nothing_of_a_partner_comes_into_a_municipal_case(late, road, sessions):
    with sessions.begin() as session:
        session.get_one(Case, late.case).regime = "MUNICIPAL"
    assert refused(late, road, Whose("tax", "TAX")).where["guard"] == "regime"


@EVERY_ROAD
def test_an_organisation_that_has_nothing_to_do_with_the_case_is_no_owner(late, road):
    assert refused(late, road, Whose("elsewhere", "FINANCE"), Invalid).where["field"] == "owner"


def test_a_source_may_not_call_a_document_of_a_partner_its_own(late):
    with late.by("coordinator") as work:
        kept = _document(work, late.case, Whose("tax", "TAX"))
        work.session.flush()
        for whose in (Whose(), Whose("police", "IDENTITY"), Whose("customs", "TAX")):
            with pytest.raises(Invalid):
                add_source(work, late.case, document_id=kept.id, whose=whose)
        assert add_source(work, late.case, document_id=kept.id, whose=Whose("tax", "TAX"))


@pytest.fixture
def stranded(late, sessions):
    """A source of the tax administration in phase 3, and the same case back in its first."""
    with late.by("coordinator") as work:
        own = Learnt(add_source(work, late.case))
        left = parties.record_company(work, late.case, own, name="Eigen BV").id
        right = parties.record_company(work, late.case, own, name="Andere BV").id
        source = _source(work, late.case, Whose("tax", "TAX"))
    with sessions.begin() as session:
        session.get_one(Case, late.case).state = "P1"
    late.source, late.pair = source, (left, right)
    return late


WRITING = {
    "person": lambda work, t, learnt: parties.record_person(
        work, t.case, learnt, family_name="Verkoper"
    ),
    "company": lambda work, t, learnt: parties.record_company(work, t.case, learnt, name="X BV"),
    "tie": lambda work, t, learnt: ties.record_tie(
        work, t.case, TieKind.OWNS, *t.pair, learnt=learnt
    ),
}


@pytest.mark.parametrize("write", WRITING.values(), ids=WRITING)
def test_no_fact_rests_on_what_the_phase_does_not_open(stranded, sessions, write):
    before = count(sessions)
    with pytest.raises(NotAllowed), stranded.by("coordinator") as work:
        write(work, stranded, Learnt(stranded.source))
    assert count(sessions) == before


def test_what_the_phase_does_not_open_is_not_shown(stranded):
    with stranded.by("coordinator") as work:
        assert "Zilvermeeuw" not in {row.title for row in sources.list_sources(work, stranded.case)}


def test_a_screening_asks_neither_owner_nor_category(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        assert add_source(work, case_id)
        assert _document(work, case_id, Whose()).category == ""
        assert _import(work, case_id, Whose()).stored


def test_the_signal_of_a_participant_is_a_category_of_its_own(early):
    with early.by("coordinator") as work:
        assert _source(work, early.case, Whose("police", SIGNAL))
        assert _source(work, early.case, Whose("port", SIGNAL))
