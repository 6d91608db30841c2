"""Sources: numbered, graded, owned, and silent about a document one may not read."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from bureau.errors import AccessDenied, Invalid, NotFound
from bureau.operations import documents, imports, parties, sources
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import CaseKind, Reliability
from tests.bureau.operations.place import add_source, open_case


def test_sources_are_numbered_in_their_own_case(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        other = open_case(work, title="Another case")
        for title in ("Uittreksel", "Afschrift"):
            add_source(work, case_id, title)
        add_source(work, other, "Elders")
        listed = sources.list_sources(work, case_id)
    assert [(row.number, row.title) for row in listed] == [(1, "Uittreksel"), (2, "Afschrift")]
    assert listed[0].reliability is Reliability.A
    assert listed[0].owner == "Gemeente Havermonde"
    assert listed[0].recorded_by == "Officer"


@pytest.mark.parametrize("missing", ["title", "origin", "obtained_how", "basis"])
def test_a_source_says_where_how_and_on_what_basis(work_of, actors, case_id, missing):
    with pytest.raises(Invalid) as refusal, work_of(actors.officer) as work:
        add_source(work, case_id, **{missing: "  "})
    assert refusal.value.where["field"]


def test_nothing_is_obtained_tomorrow(work_of, actors, case_id):
    with pytest.raises(Invalid, match="future"), work_of(actors.officer) as work:
        add_source(work, case_id, obtained_on=date(2026, 3, 2) + timedelta(days=1))


def test_a_source_with_named_readers_is_not_there_for_others(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        kept = documents.add_document(
            work, case_id, "advies.txt", b"advies", title="Advies", kind="D01", restricted=True
        )
        source = add_source(work, case_id, "Advies LBB", document_id=kept.id)
        told = Learnt(source, place="p. 3")
        firm = parties.record_company(work, case_id, told, name="De Kade").id
        assert sources.list_sources(work, case_id)[0].document_id == kept.id
        origin = parties.read_party(work, case_id, firm).origin
        assert (origin.source.title, origin.place) == ("Advies LBB", "p. 3")
    with work_of(actors.second) as work:
        assert sources.list_sources(work, case_id) == ()
        origin = parties.read_party(work, case_id, firm).origin
        assert (origin.source.number, origin.source.title, origin.place) == (1, "", "")


def test_partners_do_not_read_sources_parties_or_imports(work_of, actors):
    with work_of(actors.coordinator) as work:
        case_id = open_case(work, actors.police, kind=CaseKind.PARTNERSHIP)
        told = Learnt(add_source(work, case_id))
        firm = parties.record_company(work, case_id, told, name="De Kade").id
    for read in (sources.list_sources, parties.list_parties, imports.list_imports):
        with pytest.raises(AccessDenied), work_of(actors.police) as work:
            read(work, case_id)
    with pytest.raises(AccessDenied), work_of(actors.police) as work:
        parties.read_party(work, case_id, firm)


def test_a_document_of_another_case_is_no_source_here(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        other = open_case(work, title="Another case")
        kept = documents.add_document(work, other, "a.txt", b"a", title="A", kind="D01")
        kept_id = kept.id
    for unknown in (kept_id, uuid4()):
        with pytest.raises(NotFound), work_of(actors.officer) as work:
            add_source(work, case_id, document_id=unknown)


def test_the_trail_names_no_title(work_of, actors, case_id, trail):
    with work_of(actors.officer) as work:
        add_source(work, case_id, "Verklaring van Jan Zonneveld")
    event = trail()[-1]
    assert event.kind == "source.added"
    assert event.facts["number"] == 1
    assert "Zonneveld" not in str(event.facts) + str(event.changes)
