"""Which roles ask a second factor, once the house says from when."""

from datetime import date

from bureau.rules.second_factor import demands, is_demanded
from bureau.rules.vocabulary import Role

DAY = date(2026, 11, 20)


def test_nobody_needs_one_before_the_house_says_so():
    assert not is_demanded(set(Role), None, DAY)
    assert not is_demanded(set(Role), date(2026, 11, 21), DAY)


def test_from_then_on_whoever_gives_access_audits_leads_or_decides_does():
    asked = {role for role in Role if is_demanded({role}, DAY, DAY)}
    assert asked == {Role.ADMIN, Role.AUDITOR, Role.CARE_LEAD, Role.MAYOR}
    assert is_demanded({Role.OFFICER, Role.ADMIN}, DAY, DAY)
    assert all(row.reason.nl and row.reason.en for row in demands())
