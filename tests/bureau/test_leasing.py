"""Which files stand open to somebody at a moment."""

from datetime import timedelta

from bureau import leasing
from bureau.model import FileLease
from tests.bureau.operations.place import open_case
from tests.conftest import NOW


def test_a_lease_runs_from_its_begin_to_its_end_and_for_one_person(sessions, actors, work_of):
    who = actors.coordinator
    with work_of(actors.officer) as work:
        case_id = open_case(work)
    row = FileLease(
        case_id=case_id, user_id=who.id, organisation_id=who.organisation_id, urgent=False,
        purpose="TASK", task="X", reason="For a task", asked_at=NOW, from_at=NOW,
        until_at=NOW + timedelta(hours=8), finding="",
    )  # fmt: skip
    with sessions.begin() as session:
        session.add(row)
    with sessions() as session:

        def found(user, hours):
            return leasing.open_to(session, user.id, NOW + timedelta(hours=hours))

        assert found(who, 0) == found(who, 7.9) == {case_id}
        assert found(who, 8) == found(who, -1) == found(actors.second, 1) == frozenset()
