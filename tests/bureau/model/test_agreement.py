"""An organisation is one party of an agreement, once."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bureau.model import Agreement, AgreementParty
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_nobody_is_a_party_twice(sessions, actors):
    with sessions() as session:
        row = session.scalars(select(Agreement)).first()
        session.add(AgreementParty(agreement=row, organisation=row.organisation))
        with pytest.raises(IntegrityError):
            session.flush()
