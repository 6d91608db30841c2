from datetime import date

import pytest

from bureau.errors import NotAllowed
from bureau.rules.agenda import Phase
from bureau.rules.categories import categories_open, data_categories, insist_open
from bureau.rules.partners import partners

DAY = date(2026, 11, 20)
FIRST = (
    "IDENTITY BSN RESIDENCE HOUSING VEHICLE FINANCE LAND"
    " COMPANY INCOME BUSINESS PERMITS SUPERVISION"
)


def test_each_phase_opens_the_categories_that_the_act_names():
    listed = [row for row in data_categories() if row.basis.startswith("WGS 2.22(1)(a)")]
    by_phase = {n: " ".join(r.code for r in listed if r.first_phase == n) for n in (1, 2, 3)}
    assert by_phase[1] == FIRST
    assert by_phase[2] == "TAX POLICE_8_13 JUSTICE SEXUAL_BEHAVIOUR"
    assert by_phase[3] == "POLICE_9_10"
    assert (
        len(categories_open(1, DAY)) < len(categories_open(2, DAY)) < len(categories_open(3, DAY))
    )


@pytest.mark.parametrize("code", ["ORIENTATION", "NATIONALITY", "MEDICAL", "VICTIM"])
def test_some_data_are_open_in_no_phase(code):
    assert code in data_categories().codes()
    assert not any(row.code == code for phase in (1, 2, 3) for row in categories_open(phase, DAY))
    with pytest.raises(NotAllowed):
        insist_open(code, Phase.DEEP, DAY)


def test_a_category_too_early_is_stopped_with_phase_and_article():
    with pytest.raises(NotAllowed) as early:
        insist_open("TAX", Phase.ENRICHMENT, DAY)
    for said in ("tax data", "phase 2", "phase 1", "WGS 2.23(6)"):
        assert said in str(early.value)
    insist_open("TAX", Phase.WEIGHING, DAY)


def test_who_gives_a_category_is_known_to_the_partner_table():
    known = set(partners().codes())
    for row in data_categories():
        assert {*row.from_kinds, *row.not_from} <= known
    tax = data_categories().row("INCOME", DAY)
    assert tax.comes_from("UWV")
    assert not tax.comes_from("TAX")
