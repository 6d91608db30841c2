"""Which passwords are guessed first: what is left of one without the words that everybody tries."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bureau.rules.tables import Row, Table, table

FEWEST = 5  # different letters and digits: below that a password is one sign, again and again
SHORTEST_WORD = 3  # of a name: what is shorter stands in too many words by chance
_LOOKS_LIKE = str.maketrans("013457@$!", "oieastasi")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guessed(Row):
    """A group of words that are tried first, and how many letters must be left without them."""

    words: tuple[str, ...]
    least: int


def guessed() -> Table[Guessed]:
    """The words that are tried first, by group."""
    return table("guessed", Guessed)


def is_guessable(password: str, own: Iterable[str], on: date) -> bool:
    """Whether too little is left of `password` without such words and those of its `own`er."""
    rows = guessed().on(on)
    words = {_plain(word) for row in rows for word in row.words}
    words |= {_plain(part) for text in own for part in _parts(text)}
    ordered = sorted(words, key=lambda word: (-len(word), word))
    least = max((row.least for row in rows), default=0)
    return any(_left(form, ordered) < least for form in _forms(password))


def _forms(password: str) -> tuple[str, str]:
    """The letters and digits of a password as they stand, and with signs read as letters."""
    folded = unicodedata.normalize("NFKC", password).casefold()
    return _plain(folded), _plain(folded.translate(_LOOKS_LIKE))


def _left(plain: str, words: Iterable[str]) -> int:
    """How many letters are left: none where there are hardly any different signs at all."""
    if len(set(plain)) < FEWEST or _repeats(plain):
        return 0
    for word in words:
        plain = plain.replace(word, " ")
    return sum(sign.isalpha() for sign in plain)


def _repeats(plain: str) -> bool:
    """Whether it is one short piece, again and again."""
    return len(plain) > 1 and plain in (plain + plain)[1:-1]


def _parts(text: str) -> list[str]:
    """The words of a name or login that are long enough to say something."""
    pieces = "".join(sign if sign.isalnum() else " " for sign in text).split()
    return [piece for piece in pieces if len(piece) >= SHORTEST_WORD]


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
