"""A mandate waits until it is confirmed."""

from bureau.model import Mandate
from bureau.model.organisation import WAITING


def test_a_new_mandate_waits():
    assert Mandate.__table__.c.state.default.arg == WAITING
    assert Mandate.__table__.c.until_on.nullable
