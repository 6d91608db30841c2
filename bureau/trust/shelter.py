"""Addresses and words that may be written nowhere: stopped wherever they are typed.

Only marks are kept (HMAC with the support key over normalised words), so the list cannot be read.
A refusal never says which word it was. Whoever is refused a few times in a day is refused every
text that looks like an address for the rest of that day, known or not: trying out addresses then
teaches next to nothing. A street in small letters without a usual ending looks like none; such
tries are refused only where it is kept, and stand in the trail. They do not make the day longer.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, String, Text, func, inspect, select
from sqlalchemy import event as listen_to
from sqlalchemy.orm import Session

from bureau import keys
from bureau.errors import N_, Invalid
from bureau.model import Entity, Event, EventValue, SupportWord
from bureau.model.base import Sealed
from bureau.rules.events import EventKind
from bureau.rules.referral_texts import ends_of_streets
from bureau.rules.typed_addresses import looks_like_one, words_of

REFUSAL = N_("This text holds an address or word that may not be written down here.")
CLOSED = N_("This text holds a street and a number, or a postcode, and is not stored today.")
HINT = N_(
    "Write that somebody is in a safe place, and no address. "
    "The address of a party belongs in its own fields."
)
SHUT = N_(
    "You were refused {times} times in the last 24 hours. As long as that is so, no text of yours"
    " with a street and a number is stored, whichever it is. Leave the address out; the address of"
    " a party belongs in its own fields."
)
TRIES = 3
AT_ONCE = 5000  # marks in one question
MADE = frozenset({"label_folded"})  # of the fields of a party, by the program
FREE = 100  # a column this long takes words and no code
_PLACE = "support_word"
# An id or a digest is no text: digits in it that look like an address are there by chance.
_CODE = re.compile(
    r"(?:[a-z_]+:)?(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|[0-9a-f]{64})"
)


def watch_words(session: Session, actor_id: UUID, now: datetime) -> None:
    """Stop every flush of this session that would store a word that may be written nowhere."""

    def look(found: Session, *_: object) -> None:
        rows = (
            row
            for row in (*found.new, *found.dirty)
            if not isinstance(row, Event | EventValue | SupportWord)
        )
        texts = [pair for row in rows for pair in _texts(row).items()]
        insist_no_word(found, actor_id, texts, now)

    listen_to.listen(session, "before_flush", look)


def insist_no_word(
    session: Session, actor_id: UUID, texts: Iterable[tuple[str, str]], now: datetime
) -> None:
    """Raise Invalid, at its field, for a text with a word that may be written nowhere.

    `texts` holds each field by name and what is written in it; all are looked for at once.
    """
    told = [(field, text, tokens) for field, text in texts if (tokens := set(words_of(text)))]
    if not told:
        return
    marks = {mark_of(token): field for field, _, tokens in told for token in tokens}
    ends = ends_of_streets()
    doubtful = [field for field, text, _ in told if looks_like_one(text, ends)]
    with session.no_autoflush:
        found = _known(session, sorted(marks))
        shut = (found or doubtful) and _tried(session, actor_id, now)
        if found or (doubtful and shut):
            # While shut, the field tells nothing either: the first that looks like one.
            first = doubtful[0] if shut and doubtful else marks[found or ""]
            where = {"field": first, "guard": "shelter"}
            said, hint = (CLOSED, SHUT) if shut else (REFUSAL, HINT)
            raise Invalid(said, where=where, hint=hint, times=TRIES)


def _known(session: Session, marks: list[str]) -> str | None:
    """One of these marks that is kept, if any is; asked in parts that every database takes."""
    for at in range(0, len(marks), AT_ONCE):
        asked = SupportWord.mark.in_(marks[at : at + AT_ONCE])
        if found := session.scalar(select(SupportWord.mark).where(asked).limit(1)):
            return found
    return None


def mark_of(token: str) -> str:
    """What is kept of a word: a mark made with the support key."""
    return keys.support_mark(token, _PLACE)


def _texts(row: object) -> dict[str, str]:
    """The free texts of a record that are new or changed by field, also those within values."""
    state: Any = inspect(row)
    return {
        column.key: "\n".join(_strings(state.attrs[column.key].history.added or ()))
        for column in state.mapper.column_attrs
        if column.key not in MADE and _free(row, column.columns[0].type)
    }


def _free(row: object, kind: object) -> bool:
    """Whether a column takes free text; a party has its address in short fields of its own."""
    if isinstance(kind, Text | Sealed) or isinstance(row, Entity):
        return isinstance(kind, Text | Sealed)
    return isinstance(kind, JSON) or (isinstance(kind, String) and (kind.length or 0) >= FREE)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if not _CODE.fullmatch(value):
            yield value
    elif isinstance(value, dict):
        yield from _strings(tuple(value.values()))
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)


def _tried(session: Session, actor_id: UUID, now: datetime) -> bool:
    """Whether this person was refused so often in a day that nothing is told apart any more."""
    refused = select(func.count()).where(
        Event.kind == EventKind.WORK_REFUSED,
        Event.actor_id == actor_id,
        Event.at > now - timedelta(days=1),
        Event.facts["message"].as_string() == REFUSAL,
    )
    return (session.scalar(refused) or 0) >= TRIES
