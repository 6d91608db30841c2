"""Questions for contact in the house of the walls: one that is asked, and one of a colleague."""

from types import SimpleNamespace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import ContactEnquiry, Source
from bureau.operations import contacts, parties
from bureau.operations.contacts import Wanted
from bureau.operations.sources import Learnt
from bureau.work import Work

# A number that only this side knows, and one that the colleague beside knows too.
NUMBERS = {"main": ("90000021", "90000048"), "away": ("90000056", "90000064")}


def furnish(builder: SimpleNamespace, stages: dict[str, UUID], side: str) -> None:
    """Ask about a company from the case of the officer, and about another from the one beside."""
    if f"{side}.assess" not in stages:
        return
    own, beside = stages[f"{side}.assess"], stages[f"{side}.beside"]
    alone, shared = NUMBERS[side]
    with builder.by("officer") as work:
        wanted = _company(work, own, "Kade Oost", alone)
        _company(work, own, "Kade West", shared)
        work.session.flush()
        _ask(work, own, wanted)
    with builder.work_of(builder.actors.disabled) as work:
        wanted = _company(work, beside, "Kade West", shared)
        work.session.flush()
        _ask(work, beside, wanted)


def _company(work: Work, case: UUID, name: str, kvk: str) -> UUID:
    source = select(Source.id).where(Source.case_id == case).order_by(Source.number).limit(1)
    learnt = Learnt(work.session.scalars(source).one())
    return parties.record_company(work, case, learnt, name=name, kvk=kvk).id


def _ask(work: Work, case: UUID, entity: UUID) -> None:
    wanted = Wanted(entity, "BIBOB_HIT", "ALIGN", "both weigh it", agreed=True)
    contacts.ask_contact(work, case, wanted)


def first(session: Session, endpoint: str, key: UUID, beside: UUID, own: UUID) -> UUID | None:
    """The question that is acted on in this case: one's own, or that of the colleague beside."""
    if endpoint.endswith(".end"):
        asked = key
    elif key == own:
        asked = beside
    else:
        return None
    return session.scalar(select(ContactEnquiry.id).where(ContactEnquiry.case_id == asked))
