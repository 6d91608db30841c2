import json
from datetime import date
from pathlib import Path

import pytest

from bureau.errors import NotFound
from bureau.rules import barriers
from bureau.rules.patterns import patterns
from bureau.rules.tables import NO_TEXTS

DAY = date(2026, 11, 20)
SIZES = {"UGB": (7, 14), "RE": (6, 11), "THB": (6, 7), "PORT": (6, 8), "OMG": (5, 6), "CAN": (6, 7)}


@pytest.mark.parametrize("code", SIZES)
def test_a_model_has_its_steps_in_order_and_a_barrier_at_each(code):
    model = barriers.model(code, DAY)
    assert (len(model.steps), len(model.barriers())) == SIZES[code]
    assert [step.row.number for step in model.steps] == list(range(1, len(model.steps) + 1))
    assert all(step.barriers and step.row.signals and step.row.facilitators for step in model.steps)


def test_every_row_belongs_somewhere_and_names_patterns_and_leads_that_exist():
    steps = set(barriers.steps().codes())
    known = set(patterns().codes())
    assert set(barriers.models().codes()) == set(SIZES)
    assert {row.model for row in barriers.steps()} == set(SIZES)
    assert all(row.step in steps and row.model in SIZES for row in barriers.barriers())
    for step in barriers.steps():
        assert known.issuperset(code for signal in step.signals for code in signal.patterns)
        assert all(0 <= signal.phase <= 3 for signal in step.signals)
    for row in barriers.barriers():
        assert row.leads
        assert all(barriers.lead_name(lead, DAY).nl for lead in row.leads)


def test_who_cannot_lead_is_not_found():
    with pytest.raises(NotFound, match="NOBODY"):
        barriers.lead_name("NOBODY", DAY)


def test_membership_alone_closes_nothing_wherever_closure_is_chosen():
    said = [warning.text.en for warning in barriers.warnings("OMG-2b", DAY)]
    assert "Membership alone does not justify closure" in said[0]
    assert len(said) == 4
    model = barriers.models().row("OMG", DAY)
    assert any("Grondwet 7" in warning.basis for warning in model.warnings)


def test_every_model_and_every_closure_bears_a_warning():
    assert all(row.warnings for row in barriers.models().on(DAY))
    closing = [row for row in barriers.barriers().on(DAY) if "13b" in row.basis]
    assert closing
    assert all(row.warning != NO_TEXTS for row in closing)


def test_the_codes_are_those_of_the_source_table():
    file = Path(__file__).parents[3] / "../shared/domain/tables/partnership/barrier_models.json"
    if not file.exists():
        pytest.skip("the source tables are not here")
    source = json.loads(file.read_text("utf-8"))
    for code, model in source.items():
        known = barriers.model(code, DAY).barriers()
        wanted = [row["code"] for step in model["steps"] for row in step["barriers"]]
        assert [row.code for row in known] == wanted
