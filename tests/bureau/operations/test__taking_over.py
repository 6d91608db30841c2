"""A case of a row: made by the usual operations, its clock right, in the hands of its officer."""

import pytest

from bureau.errors import AccessDenied
from bureau.operations import case_files, cases, parties, suspensions
from bureau.operations.portfolios import RowsRefused
from tests.bureau.operations.beside import add_case, company, related
from tests.bureau.operations.portfolio import CAFE, PERSON, keep_mapping, take
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture(autouse=True)
def _mapping(work_of, actors):
    keep_mapping(work_of, actors.officer)


def case_of(work_of, actor, *rows):
    """The case of the last row, as this person reads it."""
    reference = take(work_of, actor, *rows).rows[-1].reference
    with work_of(actor) as work:
        return case_files.read_case(work, cases.find_case(work, reference))


def fault(work_of, actor, row):
    with pytest.raises(RowsRefused) as refused:
        take(work_of, actor, row)
    [told] = refused.value.where["rows"]
    return told["column"], told["message"]


def test_the_applicant_has_number_address_role_and_a_source_that_names_file_and_line(
    work_of, actors
):
    file = case_of(work_of, actors.officer, CAFE)
    with work_of(actors.officer) as work:
        known = {row.label: row for row in parties.list_parties(work, file.id)}
        assert set(known) == {"De Kade B.V.", "Kade 1, 1000AA Havermonde"}
        party = parties.read_party(work, file.id, known["De Kade B.V."].id)
    assert [(row.scheme, row.value) for row in party.identifiers] == [("kvk", "69599084")]
    assert [row.role for row in party.roles] == ["R01"]
    assert [row.kind for row in party.ties] == ["located_at"]
    assert party.origin.source.title == "Eigen administratie, zaaknummer Z-1"


def test_an_advice_that_was_asked_elsewhere_stops_the_clock_and_is_ended_by_hand(work_of, actors):
    asked = {**CAFE, "Advies gevraagd": "2-2-2026"}
    both = {**asked, "Zaaknummer": "Z-9", "KVK": "", "Advies ontvangen": "16-2-2026"}
    assert case_of(work_of, actors.officer, both).clocks[0].due.isoformat() == "2026-03-17"
    case_id = case_of(work_of, actors.officer, asked).id
    with work_of(actors.officer) as work:
        [pause] = case_files.read_case(work, case_id).suspensions
        assert (pause.rule, pause.until_on) == ("SUS5", None)
        ended = suspensions.end_suspension(work, case_id, pause.id, pause.version)
        assert ended.until_on == work.today


def test_the_officer_who_is_named_handles_it_and_nobody_else(work_of, actors, colleague):
    reference = take(work_of, actors.officer, {**CAFE, "Behandelaar": "colleague"})
    reference = reference.rows[0].reference
    with work_of(colleague) as work:
        file = case_files.read_case(work, cases.find_case(work, reference))
    assert [(row.login, row.capacity) for row in file.members] == [("colleague", "handler")]
    with pytest.raises(AccessDenied), work_of(actors.officer) as work:
        cases.find_case(work, reference)


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"Behandelaar": "nobody"}, "Behandelaar"),
        ({"Behandelaar": "second"}, "Behandelaar"),
        ({"Ontvangen": "1-1-2027"}, "Ontvangen"),
        ({"Formulier uit": "1-1-2026"}, "Formulier uit"),
        ({"Advies gevraagd": "1-1-2026"}, "Advies gevraagd"),
    ],
    ids=str,
)
def test_what_an_operation_refuses_is_told_at_the_cell_behind_it(work_of, actors, changed, column):
    assert fault(work_of, actors.officer, {**CAFE, **changed})[0] == column


def test_who_is_taken_over_is_told_to_the_handlers_of_the_same_person(work_of, actors, colleague):
    theirs = add_case(work_of, colleague, "theirs")
    company(work_of, theirs)
    take(work_of, actors.officer, CAFE, preview=True)
    assert related(work_of, theirs).notices == ()
    take(work_of, actors.officer, CAFE, PERSON)
    assert len(related(work_of, theirs).notices) == 1
