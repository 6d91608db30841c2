"""What is marked as without persons names nobody: no party of the case, number or address."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from uuid import UUID

from sqlalchemy import Select, select

from bureau.errors import N_, Invalid
from bureau.model import (
    Account,
    Address,
    AgendaItem,
    Case,
    Entity,
    Identifier,
    Paper,
    PaperReader,
    Person,
    Seat,
)
from bureau.operations._nobody import NAMED, bare, numbered, people_in
from bureau.policy import Permission
from bureau.rules.agenda import Declaration
from bureau.rules.names import NameUse, name_words
from bureau.work import Work

SHORTEST, SHORTEST_WORD = 4, 6
_LIKE_A_CITIZEN = re.compile(r"(?<![\d.,])\d{9}(?![\d.,]*\d)|\bBSN\W{0,3}\d", re.IGNORECASE)
_BORN = re.compile(r"\b(?:geboren|geb\.|born)\s+(?:op\s+|on\s+)?\d", re.IGNORECASE)
_NAMED_STREET = (
    r"\b(?:(?i:[\w'-]{2,}(?:straat|laan|gracht|singel|plein|plantsoen|steeg|kade|dijk))"
    r"|[A-Z][\w'-]*(?:weg|hof|pad)|Kade|Dijk|Gracht|Plein)"
)
_STREET = re.compile(
    _NAMED_STREET + r"\s+\d+(?!\d|[,.]\d)(?!\s*(?:tot|t/m|to|en|and|-)\s*\d)(?!\s+(?:tot|to)\b)"
)
_NEXT = re.compile(r"\s+([a-z'\u2019]+)\b")
_POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b[\s,]*\d")
NUMBER = N_("a number of a person or a party")
PARTY = N_("a party of this case")
ADDRESS = N_("an address")
NAME = N_("what looks like a name, or a day of birth")


def insist_without_persons(work: Work, case: Case, texts: Mapping[str, str]) -> None:
    """Stop where a text marked as without persons can lead to one; raises Invalid.

    Names and numbers of the file are compared with only where the writer reads them there: the
    answer would tell anybody else who is in it. For all others the shape of the words decides.
    """
    told = {field: text for field, text in texts.items() if text}
    if not told:
        return
    names, numbers = _known(work, case)
    for field, text in told.items():
        if found := _found(text, names, numbers) or _address(text):
            raise _refusal(field, found)


def insist_nobodys_place(work: Work, case: Case, field: str, place: str) -> None:
    """The same of a place to meet: its address may stand there, unless it is one of a party."""
    if found := place and _found(place, *_known(work, case)):
        raise _refusal(field, found)


def insist_bare(work: Work, item: AgendaItem, texts: Mapping[str, str]) -> None:
    """The same of what is written at an item, where the item is without persons."""
    if item.without_persons:
        insist_without_persons(work, work.session.get_one(Case, item.case_id), texts)


def _found(text: str, names: frozenset[str], numbers: frozenset[str]) -> str:
    """What stands in a text that may not, nothing where all is well."""
    signs = re.sub(r"[\W_]+", "", text).casefold()
    if numbered(text) or _LIKE_A_CITIZEN.search(text) or any(one in signs for one in numbers):
        return NUMBER
    if any(people_in(text, names)):
        return PARTY
    return NAME if NAMED.search(text) or _BORN.search(text) else ""


def _address(text: str) -> str:
    streets = chain(_STREET.finditer(text), _spelt().finditer(text))
    homes = any(_at_home(text, one) for one in streets)
    return ADDRESS if homes or _POSTCODE.search(text) else ""


def _at_home(text: str, street: re.Match[str]) -> bool:
    """Whether the number behind a street is one of a house, and not of things that are counted."""
    after = _NEXT.match(text, street.end())
    return after is None or re.sub(r"\W", "", after[1]) not in _words(NameUse.COUNTED)


def _known(work: Work, case: Case) -> tuple[frozenset[str], frozenset[str]]:
    """The names and the numbers of the parties of a case that the writer reads there."""
    session, seen = work.session, _seen(work, case)
    people = select(Person.given_names, Person.prefix, Person.family_name)
    homes = select(Address.street, Address.number, Address.addition)
    rows = [
        *session.execute(select(Entity.label).where(Entity.id.in_(seen))),
        *session.execute(people.where(Person.id.in_(seen))),
        *session.execute(homes.where(Address.id.in_(seen))),
    ]
    written = {name for row in rows for name in _ways(" ".join(filter(None, row)))}
    known = session.scalars(select(Identifier.value).where(Identifier.entity_id.in_(seen)))
    accounts = session.scalars(select(Account.number).where(Account.id.in_(seen)))
    return frozenset(written), frozenset(_compact((*known, *accounts)))


def _seen(work: Work, case: Case) -> Select[UUID] | Select[UUID | None]:
    """The parties whom the writer reads: all of the case, or those that lie on the own table."""
    if work.may(Permission.NETWORK_READ, case):
        return select(Entity.id).where(Entity.case_id == case.id)
    return (
        select(Paper.entity_id)
        .join(PaperReader, PaperReader.paper_id == Paper.id)
        .join(Seat, Seat.id == PaperReader.seat_id)
        .where(
            Paper.case_id == case.id,
            Paper.entity_id.is_not(None),
            Seat.user_id == work.actor.id,
            Seat.declaration != Declaration.LEFT_ROOM,
        )
    )


def _compact(numbers: Iterable[str]) -> Iterator[str]:
    """Numbers as they read without blanks; a short one would be found in anything."""
    found = (re.sub(r"[\W_]+", "", each).casefold() for each in numbers)
    return (each for each in found if len(each) >= SHORTEST_WORD)


def _ways(name: str) -> Iterator[str]:
    """A name as it may be written: whole, and without its legal form."""
    words = bare(name).split()
    if len(" ".join(words)) >= SHORTEST:
        yield " ".join(words)
    whole = len(words)
    while words and (words[-1] in _words(NameUse.FORM) or len(words[-1]) == 1):
        words.pop()
    if len(words) < whole and (len(words) > 1 or len("".join(words)) >= SHORTEST_WORD):
        yield " ".join(words)


@cache
def _spelt() -> re.Pattern[str]:
    """A street with the number of a house in words: whole numerals, joined or apart."""
    numeral, joint = ("|".join(sorted(_words(use))) for use in (NameUse.NUMERAL, NameUse.JOINT))
    part = rf"(?:(?:{numeral}|{joint})[\s-]?)*"
    return re.compile(rf"{_NAMED_STREET}\s+(?i:{part}(?:{numeral})\b)")


@cache
def _words(use: NameUse) -> frozenset[str]:
    rows = (row for row in name_words() if row.use is use)
    return frozenset(word for row in rows for word in row.words if " " not in word)


def _refusal(field: str, found: str) -> Invalid:
    return Invalid(
        "This is marked as without persons, and in it stands {found}.",
        where={"field": field, "guard": "without persons", "basis": "WGS 2.18(1)(c)"},
        hint="Write of places, trades and counts, a count before its street (“12 lamps on the"
        " Kade”); what concerns a person or a party is brought to an item about persons, for"
        " participants only (WGS 2.19).",
        found=found,
    )
