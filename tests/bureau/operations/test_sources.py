"""Sources: numbered, graded, owned, and silent about a document one may not read."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from bureau.errors import Invalid, NotFound
from bureau.operations import documents, sources
from bureau.rules.vocabulary import Reliability
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


def test_a_restricted_document_stays_unnamed_for_others(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        kept = documents.add_document(
            work, case_id, "advies.txt", b"advies", title="Advies", kind="D01", restricted=True
        )
        add_source(work, case_id, "Advies LBB", document_id=kept.id)
        assert sources.list_sources(work, case_id)[0].document_id == kept.id
    with work_of(actors.second) as work:
        assert sources.list_sources(work, case_id)[0].document_id is None


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
