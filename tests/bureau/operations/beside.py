"""Two officers of one municipality with a case each, for the tests of the same people in both."""

from types import SimpleNamespace

from sqlalchemy import select

from bureau.model import Organisation, User, UserRole
from bureau.operations import parties, related_cases, tasks
from bureau.operations.sources import Learnt
from bureau.policy import Actor
from bureau.rules.vocabulary import Role
from tests.bureau.operations.place import add_source, open_case

KVK, BSN, SAME_MASK = "69599084", "999990019", "999903019"


def add_colleague(sessions, password_hash=None):
    """A second officer of the same municipality."""
    with sessions.begin() as session:
        body = session.scalars(select(Organisation).where(Organisation.code == "havermonde")).one()
        user = User(login="colleague", name="C. Olga", organisation=body)
        user.roles, user.password_hash = [UserRole(role=Role.OFFICER)], password_hash
        session.add(user)
        session.flush()
        return Actor(user.id, body.id, frozenset({Role.OFFICER}), user.name)


def add_case(work_of, actor, name):
    """A case of this person, with a source."""
    with work_of(actor) as work:
        case_id = open_case(work, title=f"Zaak {name}", reference=f"SCR-2026-{name}")
        learnt = Learnt(add_source(work, case_id))
    return SimpleNamespace(id=case_id, learnt=learnt, actor=actor)


def company(work_of, side, kvk=KVK, name="De Kade B.V."):
    """The same company in the case of one side."""
    with work_of(side.actor) as work:
        parties.record_company(work, side.id, side.learnt, name=name, kvk=kvk)


def person(work_of, side, bsn=BSN, **fields):
    """The same person in the case of one side; the id and the version."""
    with work_of(side.actor) as work:
        row = parties.record_person(work, side.id, side.learnt, family_name="Voorbeeld", **fields)
        work.session.flush()
        parties.add_identifier(work, side.id, row.id, "bsn", bsn, learnt=side.learnt)
        return row.id, row.version


def related(work_of, side, actor=None):
    """What a person sees beside the case of one side; its handler where nobody is named."""
    with work_of(actor or side.actor) as work:
        return related_cases.list_related(work, side.id)


def to_do(work_of, actor):
    """The cases with a notice that waits for this person."""
    with work_of(actor) as work:
        return [task.case_id for task in tasks.upcoming(work) if task.kind == "read_notice"]
