"""The ways in besides a password: what opens is ended and said, what ended stays as it was."""

from datetime import timedelta

from sqlalchemy import select

from bureau.model import Event, Factor, User
from bureau.model.factor import PASSKEY
from bureau.operations._ways_in import end_ways
from tests.conftest import NOW


def test_only_what_still_opens_the_account_is_ended_and_told(sessions, work_of, actors):
    earlier = NOW - timedelta(days=3)
    with sessions.begin() as session:
        for name, removed in (("old", earlier), ("new", None)):
            row = Factor(user_id=actors.officer.id, kind=PASSKEY, name=name, made_at=earlier)
            row.removed_at = removed
            session.add(row)
    with work_of(actors.admin) as work:
        end_ways(work, work.session.get_one(User, actors.officer.id))
    with sessions() as session:
        found = {row.name: row.removed_at for row in session.scalars(select(Factor))}
        kinds = [str(line.kind) for line in session.scalars(select(Event))]
    assert found == {"old": earlier, "new": NOW}
    assert kinds.count("factor.removed") == 1
    assert "recovery.renewed" not in kinds
