import gc

import pytest

from bureau.sweeping import unswept


def test_the_sweep_goes_on_afterwards_whatever_happened():
    with unswept():
        assert not gc.isenabled()
    with pytest.raises(ValueError, match="odd"), unswept():
        int("odd")
    assert gc.isenabled()
