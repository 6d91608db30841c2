"""Addresses that may be written nowhere: kept as marks by the victim track, never as text."""

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import SupportWord
from bureau.operations._checks import said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.typed_addresses import kept_of
from bureau.trust.shelter import mark_of
from bureau.work import Work


def keep_words(work: Work, text: str) -> int:
    """Keep marks of the addresses in `text`, and forget the text; how many are new.

    Raises Invalid where nothing in it looks like an address.
    """
    work.require(Permission.SUPPORT_OPEN)
    tokens = set(kept_of(said(text, "address", 500)))
    if not tokens:
        raise Invalid(
            "No address was found in this.",
            where={"field": "address"},
            hint="Type street and number, or postcode and number.",
        )
    marks = {mark_of(token) for token in tokens}
    known = set(work.session.scalars(select(SupportWord.mark).where(SupportWord.mark.in_(marks))))
    work.session.add_all(SupportWord(mark=mark) for mark in sorted(marks - known))
    work.record(EventKind.WORD_KEPT, "support_word:-")
    return len(marks - known)
