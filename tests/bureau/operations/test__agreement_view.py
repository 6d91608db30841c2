"""What one reader sees of an agreement, and may do with it."""

import pytest
from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Agreement
from bureau.operations import _agreement_view as shown
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_a_party_reads_and_the_coordinator_of_the_house_keeps(work_of, actors, sessions):
    house = actors.coordinator.organisation_id
    with sessions() as session:
        made = session.scalar(select(Agreement.id).where(Agreement.organisation_id == house))
    with work_of(actors.police) as work:
        row = work.session.get_one(Agreement, made)
        assert (shown.readable(work, row), shown.keeps(work, row)) == (True, False)
        assert shown.view(work, row).signing == ()
    with work_of(actors.outsider) as work:
        assert not shown.readable(work, work.session.get_one(Agreement, made))
    with work_of(actors.coordinator) as work:
        row = shown.kept(work, made)
        with pytest.raises(NotAllowed):
            shown.draft(work, made, row.version)
