"""What the text of a referral may not tell: a name, an address, something about a suspect."""

import re
from dataclasses import dataclass

from bureau.errors import Invalid
from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.typed_addresses import address_in, plain_of

NAME = "name"
SHORTEST = 3  # a shorter part of a name is a particle or an initial
PARTICLES = frozenset({"van", "der", "den", "het", "ten", "ter"})
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverTold(Row):
    """A kind of thing that is never told, by words or by how a street ends.

    Where `agreed`, a word may be told that stands in what the person agreed to be told.
    """

    name: Texts
    ends: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    agreed: bool = False


def referral_words() -> Table[NeverTold]:
    """What never stands in a referral."""
    return table("referral_words", NeverTold)


def ends_of_streets() -> tuple[str, ...]:
    """How the names of streets end."""
    return next(row.ends for row in referral_words() if row.ends)


def insist_bare(text: str, real_name: str, agreed: str = "") -> None:
    """Raise Invalid where `text` tells more than a referral may, without repeating it.

    `agreed` is what the person agreed to be told.
    """
    for row in referral_words():
        if _tells(row, text, real_name, agreed if row.agreed else ""):
            raise Invalid(
                "This text tells {what}.",
                where={"field": "text", "guard": row.code, "basis": row.basis},
                hint="Leave it out: a referral says no more than its purpose needs. The person"
                " tells it herself, or it goes by telephone along the safe contact.",
                what=row.name,
            )


def _tells(row: NeverTold, text: str, real_name: str, agreed: str) -> bool:
    said = _WORD.findall(plain_of(text))
    if row.code == NAME:
        parts = {part for part in _WORD.findall(plain_of(real_name)) if len(part) >= SHORTEST}
        return not (parts - PARTICLES).isdisjoint(said)
    if row.ends and address_in(text, row.ends):
        return True
    barred = {plain_of(word) for word in row.words} - set(_WORD.findall(plain_of(agreed)))
    return not barred.isdisjoint(said)
