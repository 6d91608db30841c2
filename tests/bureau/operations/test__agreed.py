"""What may come in from another organisation: regime first, then the agreement."""

import pytest

from bureau.errors import NotAllowed
from bureau.model import Organisation
from bureau.operations import cases
from bureau.operations._agreed import insist_joint
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test__regime import MUNICIPAL

pytestmark = ON_SQLITE


def test_no_data_of_a_partner_come_into_a_municipal_case(work_of, actors):
    with work_of(actors.coordinator) as work:
        case = cases.open_case(work, "partnership", "De Kade", regime=MUNICIPAL)
        work.session.flush()
        police = work.session.get_one(Organisation, actors.police.organisation_id)
        with pytest.raises(NotAllowed, match="Politie"):
            insist_joint(work, case, police)
        insist_joint(work, case, case.organisation)
        case.regime = "RIEC"
        insist_joint(work, case, police)
        work.undo()
