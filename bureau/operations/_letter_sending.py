"""What a letter must pass before it goes, and that it went."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Case, Hearing, Letter
from bureau.model.letter import SENT
from bureau.operations import _letter_due
from bureau.operations._checks import one_of, past
from bureau.operations._letter_paper import Composed
from bureau.rules.letters import Channel
from bureau.rules.vocabulary import Language
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Dispatch:
    """That a letter went out: when and how.

    `declared` says that whoever sends it read the files that the program cannot read.
    """

    on: date
    channel: str
    declared: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """The files with which a letter was compared, and how many of them a person must have read."""

    files: frozenset[UUID] = frozenset()
    unread: int = 0


NOTHING = Compared()
INTENTION = "intention"  # its text must hold the duty of secrecy


def _pointed_out(work: Work, case: Case) -> None:
    """The letter of the intention has told the duty of secrecy (Wet Bibob 28)."""
    query = select(Hearing).where(Hearing.case_id == case.id).order_by(Hearing.sent_on.desc())
    if hearing := work.session.scalars(query).first():
        hearing.secrecy_notice = True


def insist(made: Composed, dispatch: Dispatch, compared: Compared, said: str) -> None:
    """Stop where the letter says other things than were printed, or was not held against a file.

    A restricted file is compared with the letter or, where that cannot be, read by a person.
    """
    if made.paper.sha256 != said:
        raise NotAllowed(
            "The facts of the case have changed since the letter was printed.",
            where={"guard": "same content"},
            hint="Look at the letter again and send it as it reads now.",
        )
    files = {file.id for file in made.sealed.files} if made.sealed else set()
    if dispatch.declared or (files <= compared.files and not compared.unread):
        return
    raise NotAllowed(
        "The program cannot read {count} files that the letter must be compared with.",
        where={"guard": "read by a person", "basis": "Wet Bibob 28(1)"},
        hint="Read them and declare that nothing of them stands in the letter, and that a file"
        " that goes with it names nobody who is protected.",
        count=compared.unread or len(files - compared.files),
    )


def sent(work: Work, case: Case, row: Letter, dispatch: Dispatch) -> None:
    """Refuse a letter that could not have gone out like this, and mark it as sent."""
    row.channel = one_of(dispatch.channel, "channel", tuple(Channel))
    if row.channel == Channel.POST and not row.address.strip():
        raise Invalid(
            "A letter by post needs an address.",
            where={"field": "address"},
            hint="Fill in street, number, postcode and town, or choose another way.",
        )
    if row.language is Language.EN and not _letter_due.went(work, case, row.kind):
        raise NotAllowed(
            "An English copy goes with a letter in Dutch, which was not sent yet.",
            where={"guard": "dutch first", "basis": "Awb 2:6"},
            hint="Send the letter in Dutch first.",
        )
    row.sent_on = past(work, dispatch.on, "sent_on", min(case.opened_on, work.today))
    row.state, row.sent_by_id, row.sent_at = SENT, work.actor.id, work.now
    if row.kind == INTENTION:
        _pointed_out(work, case)
