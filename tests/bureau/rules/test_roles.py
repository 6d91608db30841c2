from datetime import date

import pytest

from bureau.errors import NotFound
from bureau.rules.roles import in_circle, reportable, roles

DAY = date(2026, 11, 20)


def test_the_circle_is_closed():
    assert [row.code for row in roles() if row.circle] == [f"R0{n}" for n in range(1, 8)]


def test_an_open_business_partner_is_never_reported_for_that_alone():
    assert not reportable({"R06"}, DAY)
    assert reportable({"R06", "R05"}, DAY)
    assert not reportable((), DAY)


def test_a_third_party_is_outside_the_circle():
    assert not in_circle({"R11"}, DAY)
    assert in_circle({"R11", "R04"}, DAY)
    with pytest.raises(NotFound):
        in_circle({"R99"}, DAY)
