"""An administrator is one in the own house only: in another, and over its people, powerless.

Every address that an administrator ever opens is tried by the administrator of another
municipality, on the people, bodies, roles and dates of this one, with the form that this house's
own administrator would send. Nothing is told, nothing is changed.
"""

import pytest
from sqlalchemy import select

from app.guard import OPEN, guard_of
from bureau import policy
from bureau.errors import BureauError
from bureau.model import Clearance, Mandate, Organisation, RoleGrant, Session, User, UserRole
from bureau.operations import clearances, grants, track_roles, users
from bureau.permissions import Permission
from bureau.rules import partners
from bureau.rules.vocabulary import Role
from bureau.work import begin
from tests.walls import addresses, matrix
from tests.walls.gate import TODAY

pytestmark = pytest.mark.xdist_group("walls")

OWN = {Permission.USER_MANAGE, Permission.ACCOUNT_OPEN, Permission.CARE_MANAGE}
OWN |= {Permission.LETTER_TEXT, Permission.KEY_TURN}
FOREIGN, ABSENT = "away-admin", "404"
AUTHORITY = (User, UserRole, RoleGrant, Organisation, Clearance, Mandate, Session)


def of_administrators(gate):
    """Every address that an administrator could ever open and that names a record."""
    admin = gate.world.actors["admin"]
    for one in addresses.every(gate):
        needed = guard_of(gate.app, one.rule.endpoint)
        if one.rule.endpoint in OPEN or needed is None or needed.permission not in OWN:
            continue
        if policy.ever(admin, needed.permission) and any(n.endswith("_id") for n in one.asks):
            yield one


def authority(gate):
    """Who may what, row by row: what nobody of another house may have changed."""
    with gate.factory() as session:
        return {
            table.__tablename__: sorted(
                str({name: value for name, value in row.items() if name != "seen_at"})
                for row in session.execute(select(table.__table__)).mappings()
            )
            for table in AUTHORITY
        }


def test_no_address_of_an_administrator_opens_for_one_of_another_house(gate, capsys):
    rows, wrong, tried = {row.key: row for row in matrix.read()}, [], 0
    for one in of_administrators(gate):
        row = rows[(one.rule.endpoint, one.method, "main")]
        path, given = matrix.prepared(gate, one, row)
        before = authority(gate)
        answer = matrix.ask(gate, FOREIGN, one, path, given)[0]
        tried += 1
        if answer != ABSENT or authority(gate) != before:
            wrong.append((one.name, answer))
    with capsys.disabled():
        print(f"\nadministrators: {tried} addresses tried by one of another house")
    assert tried >= 10
    assert wrong == []


def test_a_list_of_people_and_bodies_is_that_of_the_own_house(gate):
    for path in ("/people", "/people/organisations"):
        here, there = (
            gate.fresh(login).get(path).get_data(as_text=True) for login in ("admin", FOREIGN)
        )
        assert "Havermonde" in here
        assert "Havermonde" not in there


ACTS = {
    "read": lambda work, user: users.read_user(work, user.id),
    "change": lambda work, user: users.change_user(
        work, user.id, user.version, "Taken", [Role.ADMIN], active=True, screened_until=None
    ),
    "close": lambda work, user: users.change_user(
        work, user.id, user.version, user.name, [], active=False, screened_until=None
    ),
    "sessions": lambda work, user: users.end_sessions(work, user.id),
    "confirm": lambda work, user: grants.confirm_login(work, user.login, "because"),
    "join": lambda work, user: users.add_user(
        work, "friend", "A Friend", [Role.ADMIN], organisation=user.organisation.code
    ),
    "dates": lambda work, user: clearances.record_called(
        work, user.login, "screening", None, None, "VOG 1"
    ),
    "help": lambda work, user: track_roles.found_lead(
        work,
        track_roles.Founding("friend", "A", user.organisation.code, user.login, "VOG", "x" * 20),
    ),
}


@pytest.mark.parametrize("act", list(ACTS))
@pytest.mark.parametrize("login", ["officer", "mayor", "admin", "colleague", "zeta-main"])
def test_p11_no_operation_reaches_somebody_of_another_house(gate, act, login):
    before = authority(gate)
    with gate.factory() as session:
        user = session.get_one(User, gate.world.users[login])
        assert user.organisation.code
    foreign = gate.world.actors[FOREIGN]
    with pytest.raises(BureauError), begin(gate.factory, foreign, TODAY, purpose="a try") as work:
        ACTS[act](work, user)
    assert authority(gate) == before


def promoted(work, roles):
    own = work.session.get_one(User, work.actor.id)
    users.change_user(work, own.id, own.version, own.name, roles, active=True, screened_until=None)


@pytest.mark.parametrize("roles", [[Role.ADMIN, Role.AUDITOR], [Role.MAYOR], []])
def test_t6_nobody_gives_themselves_a_role(gate, roles):
    admin = gate.world.actors["admin"]
    with pytest.raises(BureauError), begin(gate.factory, admin, TODAY, purpose="a try") as work:
        promoted(work, roles)


def test_no_partner_body_has_an_administrator_of_its_own():
    day, refused = TODAY.date(), []
    for kind in sorted({row.code for row in partners.partners().on(day)}):
        try:
            partners.insist_roles(kind, {Role.ADMIN}, day)
        except BureauError:
            refused.append(kind)
    assert {"POLICE", "OM", "TAX", "CUSTOMS", "PORT", "NGO"} <= set(refused)
