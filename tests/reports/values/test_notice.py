"""A notice has a recipient, a sender and a basis, or is none."""

from dataclasses import replace

import pytest

from bureau.errors import Invalid
from tests.reports.sample_notice import NOTICE


@pytest.mark.parametrize("name", ["recipient", "sender", "contact", "basis"])
def test_it_says_to_whom_from_whom_and_on_which_basis(name):
    with pytest.raises(Invalid):
        replace(NOTICE, **{name: " "})
