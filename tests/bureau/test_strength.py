"""An act of weight asks a fresh second factor in the operation itself, whichever way it comes."""

import ast
from dataclasses import replace
from datetime import timedelta

import pytest

from bureau.errors import NotAllowed
from bureau.model import User
from bureau.operations import (
    identities,
    organisations,
    rotations,
    users,
)
from bureau.policy import Permission
from bureau.rules.event_groups import READINGS
from bureau.rules.events import EventKind
from bureau.rules.strong_acts import SignIn, strong_acts
from bureau.rules.vocabulary import Role
from tests.architecture import tree
from tests.architecture.test_operations import OPERATIONS, defined
from tests.conftest import NOW

PASSWORD = SignIn("password", NOW)
FRESH = SignIn("codes", NOW)
STALE = SignIn("codes", NOW - timedelta(minutes=30))
GRAVE = {row.code for row in strong_acts()}
REASON = "once a year, by two"


def asked(actor, shown):
    """The same person in a house that asks second factors from today on."""
    return replace(actor, shown=shown, asks=NOW.date())


@pytest.mark.parametrize("shown", [PASSWORD, STALE, None])
def test_too_little_that_was_shown_lets_look_and_change_nothing(work_of, actors, shown):
    with work_of(asked(actors.admin, shown)) as work:
        assert users.list_users(work)
    with (
        pytest.raises(NotAllowed, match="second factor") as stopped,
        work_of(asked(actors.admin, shown)) as work,
    ):
        users.add_user(work, "friend", "A Friend", [Role.OFFICER])
    assert stopped.value.where["guard"] == "second factor"


def test_ending_the_sign_ins_of_a_colleague_asks_it_too(work_of, actors):
    weak = asked(actors.admin, PASSWORD)
    with pytest.raises(NotAllowed, match="second factor"), work_of(weak) as work:
        users.end_sessions(work, actors.officer.id)


def test_a_fresh_second_factor_opens_it(work_of, actors):
    with work_of(asked(actors.admin, FRESH)) as work:
        assert users.add_user(work, "friend", "A Friend", [Role.OFFICER])


def test_a_house_that_asks_none_or_not_yet_asks_nothing(work_of, actors):
    later = replace(actors.admin, shown=PASSWORD, asks=NOW.date() + timedelta(days=1))
    for number, actor in enumerate((actors.admin, later)):
        with work_of(actor) as work:
            assert users.add_user(work, f"friend{number}", "A Friend", [Role.OFFICER])


OF_ADMINISTRATORS = {
    "change a role": lambda w, u: users.change_user(
        w, u.id, u.version, u.name, [Role.OFFICER], active=True, screened_until=None
    ),
    "link elsewhere": lambda w, u: identities.ask_identity(
        w, u.id, "https://login.example", "person-1234", "pass 12"
    ),
    "add a body": lambda w, _: organisations.add_organisation(w, "port-2", "Port", "PORT"),
    "ask a rotation": lambda w, _: rotations.ask_rotation(w, "seal", REASON),
}


@pytest.mark.parametrize("act", list(OF_ADMINISTRATORS))
def test_no_act_of_an_administrator_goes_on_without(work_of, actors, act):
    weak = asked(actors.admin, PASSWORD)
    with pytest.raises(NotAllowed, match="second factor"), work_of(weak) as work:
        OF_ADMINISTRATORS[act](work, work.session.get_one(User, actors.officer.id))


def test_the_operations_of_each_grave_act_ask_it():
    """Each act of the table is asked: by its permission, or by its name, in an operation."""
    texts = [path.read_text("utf-8") for path in tree.files("*.py", "bureau/operations", "reports")]
    permissions = {str(one): one.name for one in Permission}
    missing = [
        code
        for code in GRAVE
        if not any(
            f'insist_strong("{code}")' in text
            or f"Permission.{permissions.get(code, '-')})" in text
            for text in texts
        )
    ]
    assert missing == []


def own_kinds(node):
    """The kinds of event that a function names itself."""
    for one in ast.walk(node):
        if isinstance(one, ast.Attribute) and ast.unparse(one.value) == "EventKind":
            yield EventKind[one.attr]


def grave_kinds():
    """What is recorded by the public operations that ask a permission of the table."""
    for module, name in OPERATIONS:
        node = defined()[module, name]
        asks = {
            Permission[one.attr].value
            for one in ast.walk(node)
            if isinstance(one, ast.Attribute) and ast.unparse(one.value) == "Permission"
        }
        if GRAVE & asks:
            yield from own_kinds(node)


def test_whatever_a_grave_operation_records_stops_it_unless_it_only_looked(work_of, actors):
    kinds = sorted(set(grave_kinds()))
    with work_of(asked(actors.admin, PASSWORD)) as work:
        work.require(Permission.USER_MANAGE)
        for kind in set(kinds) & READINGS:
            work.record(kind, "house:walk")
        for kind in set(kinds) - READINGS:
            with pytest.raises(NotAllowed, match="second factor"):
                work.record(kind, "house:walk")
    assert len(set(kinds) - READINGS) > 15
