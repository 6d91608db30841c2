"""A link opens on its days only, and not once it was taken back."""

from datetime import date

import pytest

from bureau.model import ApplicantLink
from tests.conftest import NOW


@pytest.mark.parametrize(
    ("opens", "expires", "revoked", "usable"),
    [
        (0, 0, None, True),
        (-3, 3, None, True),
        (1, 3, None, False),
        (-3, -1, None, False),
        (-3, 3, NOW, False),
    ],
)
def test_a_link_is_usable_on_its_days(opens, expires, revoked, usable):
    first, last = (date.fromordinal(NOW.date().toordinal() + days) for days in (opens, expires))
    link = ApplicantLink(opens_on=first, expires_on=last, revoked_at=revoked)
    assert link.usable(NOW) is usable
