"""What each cell of a row may hold, and what is said when it holds something else."""

import pytest

from bureau.formats.cases_csv import CaseCells
from bureau.operations import _case_cells
from bureau.operations.mappings import DAY_FIRST, ISO
from bureau.rules.vocabulary import EntityKind, Stage

USUAL = {
    "own_number": "Z-1",
    "scope": "horeca",
    "applicant_name": "De Kade",
    "received_on": "2026-01-05",
}
WORDS = {"horeca": "SC02"}


def plan(dates=ISO, **cells):
    told = {**USUAL, **cells}
    row = CaseCells(2, told, {name: name.upper() for name in told})
    return _case_cells.plan(row, WORDS, dates)


def faults(**cells):
    return [(fault.column, str(fault.error)) for fault in plan(**cells).faults]


def test_words_names_and_codes_are_read_alike():
    for scope in ("horeca", "SC02", "sc02"):
        assert plan(scope=scope).text["scope"] == "SC02"
    made = plan(stage="bestaand", applicant_kind="Persoon", weeks="8", state="ST10")
    assert (made.stage, made.kind, made.weeks, made.faults) == (
        Stage.EXISTING,
        EntityKind.PERSON,
        8,
        [],
    )
    assert plan(bsn="999990019").kind is EntityKind.PERSON


def test_days_are_read_as_the_mapping_says_and_never_guessed():
    assert str(plan(DAY_FIRST, received_on="5-1-2026").days["received_on"]) == "2026-01-05"
    assert str(plan(received_on="2026-01-05 00:00:00").days["received_on"]) == "2026-01-05"
    assert [column for column, _ in faults(received_on="05-01-2026")] == ["RECEIVED_ON"]
    assert [column for column, _ in faults(received_on="2026-02-30")] == ["RECEIVED_ON"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"own_number": " "},
        {"scope": "kermis"},
        {"kvk": "6959908"},
        {"bsn": "999990018"},
        {"weeks": "acht"},
        {"applicant_name": "x" * 201},
        {"applicant_kind": "stichting"},
        {"received_on": ""},
    ],
    ids=str,
)
def test_a_cell_that_does_not_fit_is_named_by_its_heading(wrong):
    assert [column for column, _ in faults(**wrong)] == [next(iter(wrong)).upper()]
