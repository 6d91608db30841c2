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
# What says nothing of a name: it may stand before a street, or between it and its number.
BETWEEN = frozenset({"nr", "no", "num", "nummer", "number", "huisnummer", "huisnr", "hnr", "huis"})
BETWEEN |= {"op", "aan", "in", "bij", "de", "het", "van", "te", "at", "on", "the", "of"}
INSIDE = frozenset({"kamer", "room", "flat", "unit", "verdieping", "etage", "appartement"})
# What stands before a number and names no street: acts, and days.
_NO_STREET = re.compile(
    r"(?:.*(?:wet|besluit|regeling|verordening|richtlijn|wetboek|code)|artikel|article|fase|phase"
    r"|stap|step|week|dag|day|januari|februari|maart|april|juni|juli|augustus|september|oktober"
    r"|november|december|mei|may|january|february|march|june|july|august|october)"
)
_PIECE = re.compile(r"\d+[a-z]*|[a-z]+")
_NUMBER = re.compile(r"0*(\d{1,5})[a-z]{0,4}")
_ORDINAL = re.compile(r"\d{1,3}(?:e|de|ste)")
_POSTCODE = re.compile(r"\b([1-9]\d{3})[\s\W_]{0,3}([a-z]{2})(?![a-z])(?:\D{0,3}(\d{1,5}))?")
_NAMED = re.compile(
    r"\b([A-ZÀ-Þ][^\W\d_]+)\.?,?\s+(?:(?:nr|no|huisnr|huisnummer|nummer)\.?\s*)?\d"
    r"|\b\d{1,5}[a-z]{0,3},?\s+([A-ZÀ-Þ][^\W\d_]+)"
)
_SHORT = {"str": "straat", "pln": "plein", "ln": "laan", "gr": "gracht"}
_YEAR = re.compile(r"(?:19|20)\d\d")


def words_of(text: str) -> Iterator[str]:
    """The addresses that `text` may hold, each in one way of writing."""
    plain = plain_of(text)
    yield from _codes(plain)
    parts = _parts(plain)
    for at, part in enumerate(parts):
        if found := _NUMBER.fullmatch(part):
            before, after = parts[max(0, at - MOST_WORDS) : at], parts[at + 1 : at + 1 + MOST_WORDS]
            for length in range(1, MOST_WORDS + 1):
                yield from _named(before[-length:], length, found[1])
                yield from _named(after[:length], length, found[1])


def kept_of(text: str) -> Iterator[str]:
    """The addresses in `text` that are to be written nowhere: streets with numbers, postcodes.

    A short last word, as in "1e Weg 5", is not kept without what stands before it; a room or a
    floor is no street. A number counts before its street where a part of the text begins with it.
    """
    for place, piece in enumerate(re.split(r"[;\n]|,(?!\s*\d+\b)", text)):
        parts = _parts(plain_of(piece))
        if len(parts) > 1 and _NUMBER.fullmatch(parts[0]) and not _ORDINAL.fullmatch(parts[0]):
            parts = [*parts[1 : 1 + MOST_WORDS], parts[0]]
        for at, part in enumerate(parts):
            number = _NUMBER.fullmatch(part)
            if number and at and not (_ORDINAL.fullmatch(part) and at + 1 < len(parts)):
                yield from _kept(parts[:at], number[1], first=not place)
    yield from _codes(plain_of(text))


def _kept(before: list[str], number: str, *, first: bool) -> Iterator[str]:
    if before[-1] in INSIDE or _NO_STREET.fullmatch(before[-1]):
        return
    for length in range(1, min(MOST_WORDS, len(before)) + 1):
        name = before[-length:]
        if (first and length == len(before)) or any(
            len(word) >= LONG and word.isalpha() for word in name
        ):
            yield from _named(name, length, number)


def looks_like_one(text: str, ends: tuple[str, ...]) -> bool:
    """Whether a reader may take something in `text` for an address, one that exists or not."""
    named = (plain_of(before or after) for before, after in _NAMED.findall(text))
    return address_in(text, ends) or any(not _NO_STREET.fullmatch(word) for word in named)


def address_in(text: str, ends: tuple[str, ...]) -> bool:
    """Whether `text` holds a postcode, or a number beside a word that ends as streets do."""
    pairs = [pair for two in pairwise(_parts(plain_of(text))) for pair in (two, two[::-1])]
    return _has_code(text) or any(w.endswith(ends) and _NUMBER.fullmatch(n) for w, n in pairs)


def _has_code(text: str) -> bool:
    """Whether it holds a postcode; a year before a word of two letters is none."""
    found = re.finditer(_POSTCODE.pattern, text, re.IGNORECASE)
    return any(not (_YEAR.fullmatch(code[1]) and code[2].islower()) for code in found)


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


def plain_of(text: str) -> str:
    """`text` in small letters without accents and without signs that nobody sees."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if unicodedata.category(sign) not in ("Mn", "Me", "Cf"))
