from datetime import date

import pytest

from bureau.rules.partners import may_give_in_phase, may_join_person_items, partners

DAY = date(2026, 11, 20)


def test_the_list_of_participants_is_closed():
    assert sum(row.participant for row in partners()) == 13


@pytest.mark.parametrize("code", ["PORT", "NGO", "FIU", "BANKS", "LBB", "CORP"])
def test_others_have_no_seat_at_items_on_persons(code):
    assert not may_join_person_items(code, DAY)
    assert not any(may_give_in_phase(code, phase, DAY) for phase in (1, 2, 3))


def test_tax_data_come_no_earlier_than_the_second_phase():
    assert may_join_person_items("TAX", DAY)
    assert [may_give_in_phase("TAX", phase, DAY) for phase in (1, 2, 3)] == [False, True, True]


def test_every_kind_has_its_limits_in_words():
    assert all(row.limits.nl and row.limits.en and row.gateway.nl for row in partners())
