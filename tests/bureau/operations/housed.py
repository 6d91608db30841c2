"""The support body of the tests as a partner body of the municipality."""

import pytest
from sqlalchemy import select

from bureau.model import Organisation


@pytest.fixture
def housed(sessions, actors):
    """Let the municipality be the house of the support body."""
    with sessions.begin() as session:
        rows = {row.code: row for row in session.scalars(select(Organisation))}
        rows["support"].house_id = rows["havermonde"].id
        rows["police"].house_id = rows["audit"].house_id = rows["port"].house_id = rows[
            "havermonde"
        ].id
