"""People who look at what is theirs and at what is not, for the tests of the rules over it."""

from sqlalchemy import select

from bureau.model import LookAlert, Organisation, User, UserRole
from bureau.operations import alerts, search
from bureau.operations.search import Errand
from bureau.policy import Actor
from bureau.rules.vocabulary import Role

DESK = Errand("INTAKE", None, "Somebody at the desk asks for a licence")


def add_auditor(sessions, login="auditor-two"):
    """A second auditor of the same body, as an actor."""
    with sessions.begin() as session:
        body = session.scalar(select(Organisation).where(Organisation.code == "audit"))
        user = User(login=login, name="Tine Tweede", organisation=body)
        user.roles = [UserRole(role=Role.AUDITOR)]
        session.add(user)
        session.flush()
        return Actor(user.id, body.id, frozenset((Role.AUDITOR,)), user.name)


def searches(work_of, actor, *texts, errand=DESK, **more):
    """Somebody searches for these texts, one after the other."""
    for text in texts:
        with work_of(actor, **more) as work:
            search.search_case_records(work, text, errand)


def watched(work_of, actor):
    """The rules run in the name of somebody."""
    with work_of(actor) as work:
        return alerts.watch(work)


def raised(sessions):
    """What was raised: rule, whom it asks about, lines and part."""
    with sessions() as session:
        rows = session.scalars(select(LookAlert).order_by(LookAlert.rule, LookAlert.part))
        return [(row.rule, row.about.login, tuple(row.lines), row.part) for row in rows]
