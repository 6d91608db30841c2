"""What is asked of a dossier does not change once it is asked."""

from dataclasses import FrozenInstanceError

import pytest


def test_an_order_is_fixed(rich):
    order = rich.order()
    assert order.issuance is None
    with pytest.raises(FrozenInstanceError):
        order.recipient = "somebody else"
