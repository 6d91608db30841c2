"""The conditions of leave: each tells one thing, and the same of a record as of a list."""

from types import SimpleNamespace
from uuid import uuid4

import pytest

from bureau import leave
from bureau.actors import Actor, Rule
from bureau.leave import ADMITTED
from bureau.rules.vocabulary import CaseKind, Role

RULES = [value for value in vars(leave).values() if isinstance(value, Rule)]


def actor(*roles):
    return Actor(uuid4(), uuid4(), frozenset(roles))


def test_each_condition_is_told_in_words_of_its_own():
    assert len({rule.name for rule in RULES}) == len(RULES) > 15


@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER, Role.MAYOR, Role.CARE, Role.ADMIN])
def test_a_role_is_one_condition_and_no_other_role_meets_it(role):
    rule = next(one for one in RULES if one.name == f"role {role}")
    assert rule.holds(actor(role), None)
    assert not rule.holds(actor(*(set(Role) - {role})), None)
    assert str(rule.where(actor(role))) == "true"
    assert str(rule.where(actor())) == "false"


def test_who_loses_the_last_admitted_role_loses_the_case():
    assert leave.COLLEAGUE.holds(actor(Role.REVIEWER), None)
    assert not leave.COLLEAGUE.holds(actor(Role.POLICE, Role.CARE), None)
    assert Role.CARE not in ADMITTED[CaseKind.PARTNERSHIP]


def test_only_who_is_named_is_a_member():
    somebody = actor(Role.OFFICER)
    case = SimpleNamespace(members=[SimpleNamespace(user_id=somebody.id)])
    assert leave.MEMBER.holds(somebody, case)
    assert not leave.MEMBER.holds(actor(Role.OFFICER), case)
