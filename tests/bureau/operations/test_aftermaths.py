"""A measure is carried out once it is known, not before."""

from datetime import timedelta

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.operations import aftermaths, measures
from tests.bureau.operations.plan_desk import Desk, sheet_of
from tests.bureau.operations.road import ON_SQLITE
from tests.conftest import NOW

pytestmark = ON_SQLITE
TODAY = NOW.date()


def test_nothing_is_carried_out_before_it_was_made_known(work_of, actors):
    desk = Desk(work_of, actors)
    with desk.by("coordinator") as work:
        told = sheet_of("measure", work.today)
        measure = measures.propose_measure(work, desk.case, "M-STOP", told).id
    with pytest.raises(NotAllowed, match="made known"), desk.by("coordinator") as work:
        aftermaths.execute_measure(work, desk.case, measure, TODAY, None)
    with desk.by("coordinator") as work:
        dates = measures.Decided(on=TODAY, known_on=TODAY, starts_on=TODAY)
        measures.decide_measure(work, desk.case, measure, 1, dates)
    early = TODAY - timedelta(days=1)
    with pytest.raises(Invalid), desk.by("coordinator") as work:
        aftermaths.execute_measure(work, desk.case, measure, early, None)
    with desk.by("coordinator") as work:
        assert aftermaths.execute_measure(work, desk.case, measure, TODAY, None).executed_on
