"""A part of all agreements is looked at afterwards, by whom the lot falls on."""

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, NotAllowed, NotFound
from bureau.model import Organisation, User, UserRole
from bureau.operations import approval_samples, rotations
from bureau.rules import approvals as law
from bureau.rules.vocabulary import Role
from tests.bureau.operations.agreeing import agree
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_grants import somebody

pytestmark = ON_SQLITE


@pytest.fixture
def agreed(work_of, actors, sessions, monkeypatch):
    """An agreement on which the lot falls."""
    monkeypatch.setattr(approval_samples, "drawn", lambda act, lot: True)
    admin2 = somebody(sessions, "admin2", [Role.ADMIN])
    with work_of(actors.admin) as work:
        rotations.ask_rotation(work, "seal", "once a year")
    agree(lambda: work_of(admin2))


def test_the_lot_is_drawn_once_from_the_signed_root(work_of, actors, agreed):
    with work_of(actors.auditor) as work:
        [line] = approval_samples.list_sample(work)
    with work_of(actors.auditor) as work:
        assert approval_samples.list_sample(work) == (line,)
    assert (line.reviewer, line.mine, line.settled_by) == ("Auditor", True, "Admin2")
    with work_of(actors.auditor) as work:
        approval_samples.review(work, line.id, line.version, "Both were there.")
    with work_of(actors.auditor) as work:
        [line] = approval_samples.list_sample(work)
    assert (line.review, line.reviewed_by) == ("Both were there.", "Auditor")
    with pytest.raises(NotAllowed), work_of(actors.auditor) as work:
        approval_samples.review(work, line.id, line.version, "Again.")


def test_only_the_auditor_drawn_looks_at_it(work_of, actors, agreed, sessions, monkeypatch):
    with sessions.begin() as session:
        body = session.scalars(select(Organisation).where(Organisation.code == "audit")).one()
        other = User(login="auditor2", name="Auditor Two", organisation=body)
        other.roles = [UserRole(role=Role.AUDITOR)]
        session.add(other)
    with work_of(actors.auditor) as work:
        names = []
        for place in (0, 1):
            monkeypatch.setattr(approval_samples, "reviewer_of", lambda lot, n, at=place: at % n)
            [line] = approval_samples.list_sample(work)
            names.append(line.reviewer)
            if not line.mine:
                with pytest.raises(NotAllowed):
                    approval_samples.review(work, line.id, line.version, "x")
    assert sorted(names) == ["Auditor", "Auditor Two"]


def test_what_the_lot_does_not_fall_on_is_on_no_list(work_of, actors, agreed, monkeypatch):
    monkeypatch.setattr(approval_samples, "drawn", law.drawn)
    with work_of(actors.auditor) as work:
        shown = approval_samples.list_sample(work)
        monkeypatch.setattr(approval_samples, "drawn", lambda act, lot: False)
        assert len(shown) <= 1
        assert approval_samples.list_sample(work) == ()
        with pytest.raises(NotFound):
            approval_samples.review(work, work.actor.id, 1, "x")
    with pytest.raises(AccessDenied), work_of(actors.admin) as work:
        approval_samples.list_sample(work)
