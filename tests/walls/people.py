"""Everybody who stands before the walls: the demo logins, and others who show the difference."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import Organisation, User, UserRole
from bureau.rules.vocabulary import Role
from bureau.trust import passwords
from tests.conftest import PEOPLE, give_clearances
from tests.walls.visiting import PASSWORD

LOGINS = tuple(login for login, _, _ in PEOPLE)
# An officer of the same house who is on no case, a second helper who leads the victim track, and
# somebody who left.
BESIDE = (
    ("colleague", (Role.OFFICER,), "havermonde"),
    ("helper", (Role.CARE, Role.CARE_LEAD), "support"),
    ("disabled", (Role.OFFICER,), "havermonde"),
)
# The same work in another town, by others; `outsider` is its officer.
AWAY = (
    ("away-second", (Role.REVIEWER,), "elsewhere"),
    ("away-mayor", (Role.MAYOR,), "elsewhere"),
    ("away-coordinator", (Role.COORDINATOR,), "elsewhere"),
    ("away-police", (Role.POLICE,), "police"),
    ("away-tax", (Role.TAX,), "tax"),
    ("away-care", (Role.CARE,), "elsewhere"),
    ("away-helper", (Role.CARE, Role.CARE_LEAD), "elsewhere"),
    ("away-admin", (Role.ADMIN,), "elsewhere"),
)
# One more helper of the support body, who reads no file yet and with whom one can be shared.
SPARE = ("spare-helper", (Role.CARE,), "support")
# An organisation of the other town alone.
FAR = "far-police"
COLUMNS = (*LOGINS, *(login for login, _, _ in BESIDE), "nobody")
# Who in the other town does what somebody here does.
TWIN = {
    "officer": "outsider",
    "second": "away-second",
    "mayor": "away-mayor",
    "coordinator": "away-coordinator",
    "police": "away-police",
    "care": "away-care",
    "helper": "away-helper",
    "admin": "away-admin",
    "colleague": "away-admin",
    "disabled": "away-admin",
}


def add_others(session: Session) -> None:
    """Give accounts to the people beside and away."""
    session.add(Organisation(code=FAR, name="Politie, district Elders", kind="POLICE"))
    bodies = {body.code: body for body in session.scalars(select(Organisation))}
    proof = passwords.hash_of(PASSWORD)
    for login, roles, code in (*BESIDE, *AWAY, SPARE):
        user = User(login=login, name=login.title(), organisation=bodies[code])
        user.roles = [UserRole(role=role) for role in roles]
        user.password_hash = proof
        session.add(user)
    session.flush()
    give_clearances(session, "the others")
