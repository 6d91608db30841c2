"""Addresses as people type them: a street and a number, either way round, or a postcode.

One address gives one token however it is written: with capitals or accents, "nr.", a suffix, a
nought before it, all in one word. Dutch ways of writing, from general knowledge (M).
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

MOST_WORDS = 4  # of the name of a street that are told apart
LONG = 4  # a name of one shorter word is kept only where nothing stands before it
BETWEEN = frozenset({"nr", "no", "num", "nummer", "number", "huisnummer", "huisnr", "hnr", "huis"})
# What stands before a number and names no street: acts, and days.
_NO_STREET = re.compile(
    r"(?:.*(?:wet|besluit|regeling|verordening|richtlijn|wetboek|code)|artikel|article|fase|phase"
    r"|stap|step|week|dag|day|januari|februari|maart|april|juni|juli|augustus|september|oktober"
    r"|november|december|january|february|march|june|july|august|october)"
)
_PIECE = re.compile(r"\d+[a-z]*|[a-z]+")
_NUMBER = re.compile(r"0*(\d{1,5})[a-z]{0,4}")
_ORDINAL = re.compile(r"\d{1,3}(?:e|de|ste)")
_POSTCODE = re.compile(r"\b([1-9]\d{3})[\s.\-]{0,3}([a-z]{2})(?![a-z])(?:\D{0,3}(\d{1,5}))?")
_WRITTEN_CODE = re.compile(r"\b[1-9]\d{3}[ .\-]?[A-Z]{2}\b")
_CAPITAL = re.compile(
    r"\b([A-Z][a-zà-ÿ]{3,})\.?\s+(?:(?:nr|no|huisnr|huisnummer|nummer)\.?\s*)?(\d+)"
)
_SHORT = {"str": "straat", "ln": "laan", "gr": "gracht", "pln": "plein"}
_YEAR = re.compile(r"(?:19|20)\d\d")


def words_of(text: str) -> Iterator[str]:
    """The addresses that `text` may hold, each in one way of writing."""
    plain = _plain(text)
    yield from _codes(plain)
    parts = _parts(plain)
    for at, part in enumerate(parts):
        if found := _NUMBER.fullmatch(part):
            before, after = parts[max(0, at - MOST_WORDS) : at], parts[at + 1 : at + 1 + MOST_WORDS]
            for length in range(1, MOST_WORDS + 1):
                yield from _named(before[-length:], length, found[1])
                yield from _named(after[:length], length, found[1])


def kept_of(text: str) -> Iterator[str]:
    """The addresses in `text` that are to be written nowhere, each street before its number.

    A short last word, as in "1e Weg 5", is not kept without what stands before it.
    """
    for piece in re.split(r"[,;\n]", text):
        parts = _parts(_plain(piece))
        for at, part in enumerate(parts):
            number = _NUMBER.fullmatch(part)
            if not number or not at or (_ORDINAL.fullmatch(part) and at + 1 < len(parts)):
                continue
            for length in range(1, min(MOST_WORDS, at) + 1):
                name = parts[at - length : at]
                if length == at or any(len(word) >= LONG and word.isalpha() for word in name):
                    yield from _named(name, length, number[1])
    yield from _codes(_plain(text))


def looks_like_one(text: str, ends: tuple[str, ...]) -> bool:
    """Whether a reader may take something in `text` for an address, one that exists or not."""
    named = (
        not _NO_STREET.fullmatch(_plain(word)) and not _YEAR.fullmatch(number)
        for word, number in _CAPITAL.findall(text)
    )
    return bool(_WRITTEN_CODE.search(text)) or any(named) or street_in(text, ends)


def street_in(text: str, ends: tuple[str, ...]) -> bool:
    """Whether a word that ends as streets do stands before a number that is no year."""
    return any(
        word.endswith(ends) and _NUMBER.fullmatch(number) and not _YEAR.fullmatch(number)
        for word, number in pairwise(_parts(_plain(text)))
    )


def _codes(plain: str) -> Iterator[str]:
    for code in _POSTCODE.finditer(plain):
        yield f"{code[1]}{code[2]}"
        if code[3]:
            yield f"{code[1]}{code[2]} {code[3].lstrip('0')}"


def _parts(plain: str) -> list[str]:
    """Words and numbers of a text, without what may stand between a street and its number."""
    found = [piece for piece in _PIECE.findall(plain) if piece not in BETWEEN]
    return [next((w[: -len(s)] + f for s, f in _SHORT.items() if w.endswith(s)), w) for w in found]


def _named(name: list[str], length: int, number: str) -> Iterator[str]:
    if len(name) == length and any(word.isalpha() for word in name):
        yield f"{''.join(name)} {number}"


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
