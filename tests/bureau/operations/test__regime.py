"""The regime of a case: chosen at its opening, and what it keeps out."""

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.model import Case
from bureau.operations import agenda_items, cases, meetings, members
from bureau.operations.agenda_items import Wanted
from bureau.rules.regimes import RegimeChoice
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import ITEM, SEATS

pytestmark = ON_SQLITE
MUNICIPAL = RegimeChoice("MUNICIPAL", "Toezicht op eigen vergunningen", "Gemeentewet 172")
AREA = Wanted("Kade", "What changes?", "P1", "no persons", "no_indication", without_persons=True)


@pytest.fixture
def municipal(work_of, actors):
    """A municipal case with a planned meeting and the police as member: (case, meeting)."""
    with work_of(actors.coordinator) as work:
        case = cases.open_case(work, "partnership", "De Kade", regime=MUNICIPAL)
        work.session.flush()
        members.share_case(work, case.id, "police", "partner", "knows the area")
        meeting = meetings.plan_meeting(work, case.id, "Overleg", work.today, "Raadhuis", "area")
        case.state = "P2"
        work.session.flush()
        return case.id, meeting.id


def test_in_a_municipal_case_others_discuss_the_area_and_no_person(work_of, actors, municipal):
    case, meeting = municipal
    with work_of(actors.coordinator) as work:
        agenda_items.add_item(work, case, meeting, AREA, SEATS[:1])
    with work_of(actors.coordinator) as work, pytest.raises(NotAllowed, match="municipal"):
        agenda_items.add_item(work, case, meeting, ITEM, SEATS[:1])


def test_the_choice_stands_in_the_case_with_reason_and_basis(work_of, actors, municipal):
    with work_of(actors.coordinator) as work:
        case = work.session.get_one(Case, municipal[0])
        assert (case.regime, case.regime_reason, case.regime_basis) == (
            MUNICIPAL.regime,
            MUNICIPAL.reason,
            MUNICIPAL.basis,
        )
        with pytest.raises(Invalid, match="WEST"):
            cases.open_case(work, "partnership", "x", regime=RegimeChoice("WEST"))
