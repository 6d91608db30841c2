"""A secret of a factor opens in its own row only."""

import pytest

from bureau.errors import OutOfOrder
from bureau.model import Factor, RecoveryCode
from bureau.model.factor import CODES
from tests.conftest import NOW


def made(actors, **values):
    return Factor(user_id=actors.officer.id, kind=CODES, name="Telephone", made_at=NOW, **values)


def test_the_secret_is_sealed_and_bound_to_its_row(sessions, actors):
    with sessions.begin() as session:
        one, other = made(actors, secret=b"ONE"), made(actors, secret=b"OTHER")
        session.add_all([one, other])
        session.flush()
        assert b"ONE" not in one.secret_locked
        one.secret_locked, other.secret_locked = other.secret_locked, one.secret_locked
        with pytest.raises(OutOfOrder):
            _ = one.secret
        session.rollback()


def test_it_works_from_its_first_code_until_it_is_removed(actors):
    row = made(actors, secret=b"x")
    assert not row.works
    row.confirmed_at = NOW
    assert row.works
    row.removed_at = NOW
    assert not row.works


def test_a_code_on_paper_works_until_it_is_used_or_replaced():
    assert RecoveryCode().works
    assert not RecoveryCode(used_at=NOW).works
    assert not RecoveryCode(ended_at=NOW).works
