"""The gates of a partnership case, who says that a phase is necessary, and its five years."""

from datetime import date

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.model import Organisation
from bureau.operations import cases, members, phases
from bureau.operations.case_files import read_case
from bureau.rules.vocabulary import CaseKind
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import EARLY, Table
from tests.bureau.operations.test__regime import MUNICIPAL

pytestmark = ON_SQLITE
WHY = "the books of two years are needed"


def test_a_phase_stands_with_its_necessity_and_who_said_it(work_of, actors):
    table = Table(work_of, actors, **EARLY)
    with table.by("coordinator") as work:
        phases.enter_phase(work, table.case, "P2", WHY, ("police", "tax"))
        view = phases.read_phases(work, table.case)
        (move,) = view.moves
        assert (move.phase, move.necessity, move.named) == ("P2", WHY, ("police", "tax"))
    opened = {one.row.code: one.open for one in view.categories}
    assert (opened["TAX"], opened["POLICE_9_10"], opened["MEDICAL"]) == (True, False, False)


def test_only_a_participant_of_the_case_says_so_and_the_coordinator_writes_it(work_of, actors):
    table = Table(work_of, actors, **EARLY)
    for named in (("police", "port"), ("police", "nobody")):
        with table.by("coordinator") as work, pytest.raises(Invalid) as refused:
            phases.enter_phase(work, table.case, "P2", WHY, named)
        assert refused.value.where["field"] == "named"
    with table.by("police") as work, pytest.raises(AccessDenied):
        phases.enter_phase(work, table.case, "P2", WHY, ("police", "tax"))


def test_under_its_own_regime_the_municipality_alone_says_why(work_of, actors):
    with work_of(actors.coordinator) as work:
        case = cases.open_case(work, CaseKind.PARTNERSHIP, "De Kade", regime=MUNICIPAL).id
    with work_of(actors.coordinator) as work, pytest.raises(NotAllowed):
        phases.enter_phase(work, case, "P2", WHY, ())
    with work_of(actors.coordinator) as work:
        code = work.session.get_one(Organisation, work.actor.organisation_id).code
        assert phases.enter_phase(work, case, "P2", WHY, (code,)).named == [code]


def test_a_screening_has_no_phases(work_of, actors, case_id):
    with work_of(actors.officer) as work, pytest.raises(NotFound):
        phases.read_phases(work, case_id)


def test_the_clock_of_five_years_runs_from_the_first_processing(work_of, actors):
    with work_of(actors.coordinator) as work:
        key = cases.open_case(work, CaseKind.PARTNERSHIP, "Kade").id
    with work_of(actors.coordinator) as work:
        assert phases.read_phases(work, key).until == date(2031, 3, 2)
        (clock,) = read_case(work, key).plain("en")["clocks"]
        assert (clock["term"], clock["due"], clock["basis"]) == ("DL20", "2031-03-02", "WGS 1.8(7)")
        (row,) = cases.list_cases(work)
        assert row.next_clock.term == "DL20"


def test_who_is_no_participant_reads_that_a_phase_is_open_and_not_why(work_of, actors):
    table = Table(work_of, actors, **EARLY)
    with table.by("coordinator") as work:
        members.share_case(work, table.case, "port", "partner", "keeps the ground")
        phases.enter_phase(work, table.case, "P2", WHY, ("police", "tax"))
    with table.by("port") as work:
        view = phases.read_phases(work, table.case)
        (move,) = view.moves
        assert (move.phase, move.necessity, move.named, view.told) == ("P2", "", (), False)
    with table.by("customs") as work:
        assert phases.read_phases(work, table.case).moves[0].necessity == WHY
