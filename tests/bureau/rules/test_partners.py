from datetime import date

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.rules.agenda import Phase
from bureau.rules.partners import (
    gives_support,
    insist_roles,
    insist_seat,
    may_give_in_phase,
    may_join_person_items,
    partner_roles,
    partners,
    phases_open,
)
from bureau.rules.vocabulary import Role

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


@pytest.mark.parametrize(
    ("code", "phases"),
    [("MUN_MAYOR", "P1 P2 P3"), ("POLICE", "P2 P3"), ("TAX", "P2 P3"), ("PORT", ""), ("NGO", "")],
)
def test_a_seat_is_open_from_the_first_phase_on(code, phases):
    assert list(phases_open(code, DAY)) == phases.split()
    for phase in Phase:
        if phase in phases.split():
            insist_seat(code, phase, DAY, "Body")
        else:
            with pytest.raises(NotAllowed, match="Body"):
                insist_seat(code, phase, DAY, "Body")


def test_a_refused_seat_hears_which_phase_and_which_article():
    with pytest.raises(NotAllowed) as early:
        insist_seat("POLICE", Phase.ENRICHMENT, DAY, "Politie Monde")
    for said in ("Politie Monde", "phase 1", "phase 2", "WGS 2.19(1)(a)", "2.22"):
        assert said in str(early.value)
    with pytest.raises(NotAllowed) as never:
        insist_seat("PORT", Phase.DEEP, DAY, "Havenbedrijf")
    for said in ("Havenbedrijf", "phase 3", "WGS 2.19"):
        assert said in str(never.value)


def test_a_role_belongs_to_its_own_kind_of_body():
    insist_roles("POLICE", [Role.POLICE], DAY)
    insist_roles("MUN_MAYOR", [Role.OFFICER, Role.ADMIN], DAY)
    for code, role in (("TAX", Role.POLICE), ("POLICE", Role.ADMIN), ("MUN_MAYOR", Role.POLICE)):
        with pytest.raises(Invalid, match=role):
            insist_roles(code, [role], DAY)


def test_a_kind_without_a_role_here_has_no_accounts():
    with pytest.raises(Invalid):
        insist_roles("FIU", [Role.POLICE], DAY)


def test_every_row_of_roles_names_a_kind_and_known_roles():
    assert {row.code for row in partner_roles()} <= set(partners().codes())
    given = {role for row in partner_roles() for role in row.roles}
    assert given == {str(role) for role in Role}
    assert {str(row.mark) for row in partner_roles()} == {"M"}


def test_only_a_body_for_victim_support_shares_a_support_file():
    assert [row.code for row in partners() if gives_support(row.code, DAY)] == ["NGO"]
    assert not gives_support("UNKNOWN", DAY)
