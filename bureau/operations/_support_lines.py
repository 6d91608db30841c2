"""What the operations on support files share: the lines, the parts and the consents of a file."""

import json
from datetime import date

from sqlalchemy import func, select

from bureau.errors import NotAllowed
from bureau.model import Consent, SupportEntry, SupportFile, SupportPart, SupportReferral
from bureau.trust.shelter import insist_no_word
from bureau.work import Work


def write_line(
    work: Work, file: SupportFile, kind: str, text: str, on: date, field: str = "text"
) -> SupportEntry:
    """One more line of the file, by whoever acts; an address kept secret is stopped at `field`."""
    insist_unwritten(work, **{field: text})
    entry = SupportEntry(
        file=file,
        number=following(work, file, SupportEntry),
        kind=kind,
        text=text,
        who="",
        on=on,
        at=work.now,
        by_id=work.actor.id,
    )
    work.session.add(entry)
    return entry


def insist_unwritten(work: Work, **texts: str) -> None:
    """Stop, at its field, a text with an address that may be written nowhere, in a file neither."""
    insist_no_word(work.session, work.actor.id, texts.items(), work.now)


def following(
    work: Work, file: SupportFile, table: type[SupportEntry | SupportPart | SupportReferral]
) -> int:
    """The next number in this file."""
    query = select(func.max(table.number)).where(table.file_id == file.id)
    return (work.session.scalar(query) or 0) + 1


def answers_of(file: SupportFile) -> dict[str, dict[str, str]]:
    """What was recorded last, by part."""
    return {row.part: json.loads(row.answers) for row in file.parts}


def live(file: SupportFile) -> list[Consent]:
    """The consents that stand."""
    return [consent for consent in file.consents if consent.withdrawn_on is None]


def open_referrals(file: SupportFile) -> list[SupportReferral]:
    """The referrals that were not recalled."""
    return [row for row in file.referrals if row.recalled_on is None]


def insist_told(file: SupportFile) -> None:
    """Stop while a recipient has not been told of a recall, or a referral is still open."""
    if file.untold or open_referrals(file):
        raise NotAllowed(
            "What was told to others has to be recalled, and they have to be told, first.",
            where={"guard": "recalls told", "basis": "AVG 7(3), 19"},
            hint="Withdraw the consents and tell each recipient; then the file can be deleted.",
        )
