"""What the text of a referral may not tell: a name, an address, something about a suspect."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from bureau.errors import Invalid
from bureau.rules.tables import Row, Table, Texts, table

NAME = "name"
SHORTEST = 3  # a shorter part of a name is a particle or an initial
PARTICLES = frozenset({"van", "der", "den", "het", "ten", "ter"})
_POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[a-z]{2}\b")
_WORD = re.compile(r"[a-z0-9]+")
_NUMBER = re.compile(r"\d{1,5}[a-z]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverTold(Row):
    """A kind of thing that is never told, by whole words or by how a street ends."""

    name: Texts
    ends: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def referral_words() -> Table[NeverTold]:
    """What never stands in a referral."""
    return table("referral_words", NeverTold)


def insist_bare(text: str, real_name: str) -> None:
    """Raise Invalid where `text` tells more than a referral may, without repeating it."""
    for row in referral_words():
        if _tells(row, text, real_name):
            raise Invalid(
                "This text tells {what}.",
                where={"field": "text", "guard": row.code, "basis": row.basis},
                hint="Leave it out: a referral says no more than its purpose needs. The person"
                " tells it herself, or it goes by telephone along the safe contact.",
                what=row.name,
            )


def _tells(row: NeverTold, text: str, real_name: str) -> bool:
    plain = _plain(text)
    said = _WORD.findall(plain)
    if row.code == NAME:
        parts = {part for part in _WORD.findall(_plain(real_name)) if len(part) >= SHORTEST}
        return not (parts - PARTICLES).isdisjoint(said)
    if row.ends and (_POSTCODE.search(plain) or _street(said, row.ends)):
        return True
    return not set(row.words).isdisjoint(said)


def _street(said: list[str], ends: tuple[str, ...]) -> bool:
    """Whether a word that ends as a street does stands before a number."""
    return any(word.endswith(ends) and _NUMBER.fullmatch(number) for word, number in pairwise(said))


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
