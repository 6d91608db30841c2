"""A link opens an account once it was confirmed."""

from bureau.model import Identity
from bureau.model.identity import ENDED
from bureau.model.organisation import CONFIRMED, REFUSED, WAITING


def test_only_a_confirmed_link_opens():
    states = (WAITING, CONFIRMED, REFUSED, ENDED)
    assert [state for state in states if Identity(state=state).opens] == [CONFIRMED]
    assert [state for state in states if Identity(state=state).waits] == [WAITING]
