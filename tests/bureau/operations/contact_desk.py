"""Owners of cases who ask each other for contact, in a few lines, for the tests of it."""

from datetime import timedelta
from types import SimpleNamespace

from sqlalchemy import select

from bureau.model import Case, Entity, SafetyHold
from bureau.operations import contacts
from bureau.operations.contacts import Wanted
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind
from tests.bureau.operations.beside import add_case, company

NAME = "De Kade B.V."


def owners(work_of, actors):
    """A screening in Havermonde and one in another town."""
    return SimpleNamespace(
        mine=add_case(work_of, actors.officer, "mine"),
        theirs=add_case(work_of, actors.outsider, "theirs"),
    )


def party(work_of, side, name=NAME):
    """The id of a party of this case."""
    with work_of(side.actor) as work:
        query = select(Entity.id).where(Entity.case_id == side.id, Entity.label == name)
        return work.session.scalars(query).one()


def ask(work_of, side, name=NAME, **said):
    """Ask for contact about a party; the id and version of the question."""
    entity = party(work_of, side, name)
    usual = {
        "ground": "BIBOB_HIT",
        "purpose": "ALIGN",
        "necessity": "both weigh it",
        "agreed": True,
    }
    with work_of(side.actor) as work:
        row = contacts.ask_contact(work, side.id, Wanted(entity, **{**usual, **said}))
        return row.id, row.version


def answer(work_of, side, enquiry, version=0, *, agreed=True):
    """Say yes or no; the version of the answer."""
    with work_of(side.actor) as work:
        return contacts.answer_contact(work, side.id, enquiry, version, agreed=agreed).version


def seen(work_of, side):
    """What the owner of this case sees of contact."""
    with work_of(side.actor) as work:
        return contacts.list_contacts(work, side.id)


def both(work_of, actors):
    """The same company in both cases."""
    two = owners(work_of, actors)
    for side in (two.mine, two.theirs):
        company(work_of, side)
    return two


def change(work_of, side, act):
    """Change the case of one side."""
    with work_of(side.actor) as work:
        case = work.session.get(Case, side.id)
        act(work, case)
        work.record(EventKind.CASE_STEPPED, case)


def close(_work, case):
    """The case is closed."""
    case.state = "ST199"


def join(_work, case):
    """It is a partnership case."""
    case.kind = CaseKind.PARTNERSHIP


def hold(work, case):
    """The victim track holds it."""
    until = work.today + timedelta(days=9)
    row = SafetyHold(case_id=case.id, checked=True, set_on=work.today, until=until, mark="m")
    work.session.add(row)
    work.record(EventKind.SAFETY_HOLD_SET, row)
