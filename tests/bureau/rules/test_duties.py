"""Which roles no one person holds together, and which begin with a second administrator."""

from datetime import date
from itertools import combinations

import pytest

from bureau.errors import Invalid
from bureau.rules.duties import duties, givers, insist_apart, is_sensitive
from bureau.rules.vocabulary import Role

DAY = date(2026, 11, 20)
ALONE = (Role.ADMIN, Role.AUDITOR)
TRACK = {Role.CARE, Role.CARE_LEAD}
TOGETHER = [(Role.OFFICER, Role.COORDINATOR), (Role.POLICE, Role.PROSECUTOR)]


def test_every_role_has_its_row():
    assert [row.code for row in duties()] == [str(role) for role in Role]
    assert all(row.reason.nl and row.reason.en for row in duties() if row.apart)


def test_who_gives_access_reviews_audits_or_decides_begins_with_a_second_administrator():
    found = {role for role in Role if is_sensitive(role, DAY)}
    assert found == {Role.ADMIN, Role.AUDITOR, Role.MAYOR, Role.REVIEWER}


@pytest.mark.parametrize("role", ALONE)
@pytest.mark.parametrize("other", list(Role))
def test_some_roles_stand_alone(role, other):
    if role is other:
        insist_apart([role], DAY)
        return
    with pytest.raises(Invalid):
        insist_apart([other, role], DAY)


@pytest.mark.parametrize("other", list(Role))
def test_who_helps_victims_does_nothing_else_but_lead_that_help(other):
    for role in TRACK:
        if other in TRACK:
            insist_apart({other, role}, DAY)
            continue
        with pytest.raises(Invalid):
            insist_apart([other, role], DAY)


def test_no_administrator_gives_a_role_of_the_victim_track():
    assert {role for role in Role if givers(role, DAY)} == TRACK
    assert {givers(role, DAY) for role in TRACK} == {(Role.CARE_LEAD,)}


@pytest.mark.parametrize("pair", list(combinations((Role.OFFICER, Role.REVIEWER, Role.MAYOR), 2)))
def test_preparing_reviewing_and_deciding_are_three_people(pair):
    with pytest.raises(Invalid) as refusal:
        insist_apart(pair, DAY)
    assert {refusal.value.params["one"], refusal.value.params["other"]} == set(pair)
    assert refusal.value.where["basis"]
    assert refusal.value.params["reason"].en in str(refusal.value)


@pytest.mark.parametrize("pair", TOGETHER)
def test_what_does_not_bite_may_go_together(pair):
    insist_apart(pair, DAY)
