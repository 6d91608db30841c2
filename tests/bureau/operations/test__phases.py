"""In which phase a case stands, and which patterns that admits."""

from types import SimpleNamespace

import pytest

from bureau.errors import NotAllowed
from bureau.model import Case
from bureau.operations import _phases, phases
from bureau.operations._brought_in import Whose
from bureau.rules.patterns import pattern
from bureau.rules.vocabulary import CaseKind
from tests.bureau.operations.place import add_source
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import EARLY, Table

pytestmark = ON_SQLITE
OWN = SimpleNamespace(kind=CaseKind.SCREENING)
TOGETHER = SimpleNamespace(kind=CaseKind.PARTNERSHIP)


@pytest.mark.parametrize(
    ("code", "own", "phases"),
    [
        ("UB-01", True, {2, 3}),
        ("UB-03", True, {2, 3}),
        ("UB-31", False, {2, 3}),
        ("UB-42", False, {1, 2, 3}),
        ("UB-46", False, {3}),
        ("UB-47", True, {1, 2, 3}),
    ],
)
def test_the_lowest_phase_must_be_reached(work_of, actors, code, own, phases):
    with work_of(actors.officer) as work:
        row = pattern(code, work.today)
    assert _phases.admits(OWN, 0, row) is own
    assert {phase for phase in (1, 2, 3) if _phases.admits(TOGETHER, phase, row)} == phases


def test_a_refusal_names_the_phase_and_the_basis(work_of, actors):
    with work_of(actors.officer) as work:
        row = pattern("UB-46", work.today)
    with pytest.raises(NotAllowed, match="own file"):
        _phases.insist(OWN, 0, [row])
    with pytest.raises(NotAllowed, match="stands in phase 2") as refused:
        _phases.insist(TOGETHER, 2, [row])
    assert refused.value.where == {"pattern": "UB-46", "phase": 2, "basis": _phases.BASIS}


def test_an_agenda_alone_opens_no_phase_and_a_gate_does(work_of, actors):
    table = Table(work_of, actors, **EARLY)
    seen = []
    for state in ("planned", "agenda_frozen"):
        table.to(state)
        with table.by("coordinator") as work:
            case = work.session.get_one(Case, table.case)
            seen.append((_phases.reached(case), _phases.here(work, case).phase))
    with table.by("coordinator") as work:
        phases.enter_phase(work, table.case, "P2", "the books are needed", ("police", "tax"))
        case = work.session.get_one(Case, table.case)
        seen.append((_phases.reached(case), _phases.here(work, case).phase))
    assert seen == [(1, 1), (1, 1), (2, 2)]


def test_a_category_is_stored_from_its_phase_on(work_of, actors):
    table = Table(work_of, actors, **EARLY)
    told = {"kind": "register", "origin": "Belastingdienst", "basis": "AWR 67"}
    with table.by("coordinator") as work, pytest.raises(NotAllowed) as refused:
        add_source(work, table.case, whose=Whose(category="TAX"), **told)
    assert refused.value.where["field"] == "category"
    assert "2.22" in refused.value.where["basis"]
    with table.by("coordinator") as work:
        phases.enter_phase(work, table.case, "P2", "the books are needed", ("police", "tax"))
        assert add_source(work, table.case, whose=Whose(category="TAX"), **told)
    with table.by("coordinator") as work, pytest.raises(NotAllowed, match="in no phase"):
        add_source(work, table.case, whose=Whose(category="MEDICAL"), **told)
