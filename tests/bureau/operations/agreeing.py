"""The second person of a test: opens each thing that waits, and agrees to it afterwards."""

from sqlalchemy import select

from bureau.entry import actor_of
from bureau.model import Membership, User, UserRole
from bureau.operations import approvals, members, rotations
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Role


def waiting(by, act="", reference=""):
    """The ids of what waits for this person; all, or those those of one act by its code."""
    with by() as work:
        lines = approvals.list_waiting(work).lines
        return [line.id for line in lines if act in line.code and reference in line.reference]


def agree_to(by, request_id, words=""):
    """Open what is asked and agree to it, in two pieces of work as on two pages."""
    with by() as work:
        seen = approvals.open_request(work, request_id)
        version, digest = seen.version, seen.digest
    with by() as work:
        return approvals.approve(work, request_id, version, digest, words).state


def agree(by, act="", reference=""):
    """Agree to all that waits, or to all of one act or file."""
    return [agree_to(by, request_id) for request_id in waiting(by, act, reference)]


def agreed_rotation(sessions, work_of, admin, key="seal"):
    """An administrator asks for another key, and a second one of the house agrees to it.

    What stood open from before, cut off perhaps, is taken back first.
    """
    with work_of(admin) as work:
        if (found := rotations.read_rotation(work)).open:
            approvals.withdraw(work, found.request.id, found.request.version)
    with work_of(admin) as work:
        rotations.ask_rotation(work, key, "once a year")
    second = second_administrator(sessions, admin)
    agree(lambda: work_of(second), "key_rotation")


def second_administrator(sessions, admin):
    """Another administrator of the same house."""
    with sessions.begin() as session:
        known = select(User).where(User.login == "admin-two")
        user = session.scalar(known)
        if user is None:
            user = User(login="admin-two", name="Two", organisation_id=admin.organisation_id)
            user.roles = [UserRole(role=Role.ADMIN)]
            session.add(user)
            session.flush()
        return actor_of(user)


def third_reader(road, moment):
    """Another second reader of the case: who agreed to a decision judges no objection to it."""
    second = road.actors.second
    with road.work_of(road.actors.admin, moment) as work:
        login = f"{work.session.get_one(User, second.id).login}-three"
        user = work.session.scalar(select(User).where(User.login == login))
        if user is None:
            user = User(login=login, name="Three", organisation_id=second.organisation_id)
            user.roles = [UserRole(role=Role.REVIEWER)]
            work.session.add(user)
            work.record(EventKind.USER_ADDED, user)
        reader = actor_of(user)
        inside = select(Membership.user_id).where(Membership.case_id == road.id)
        known = reader.id in set(work.session.scalars(inside))
    if not known:
        with road.work_of(road.actors.officer, moment) as work:
            members.share_case(work, road.id, login, "second reader", "needed for the objection")
    return reader
