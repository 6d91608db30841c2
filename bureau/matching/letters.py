"""Letters of every script as plain Latin ones, and how a word sounds."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

# Scripts that leave vowels out: only the consonants of a word can be compared.
_WITHOUT_VOWELS = ("ARABIC", "HEBREW", "SYRIAC", "KHMER")
_LATIN = "LATIN"
# Quotes and signs for an apostrophe or a glottal stop, straight and curly.
_MARKS = re.compile("['\"`\u00b4\u00ab\u00bb\u02bc\u02be\u02bf\u2018-\u201e]")
_DOTTED = re.compile(r"\b(?:\w\.){2,}\w?\b|\b(?:\w\.){2,}", re.ASCII)
_OTHER = re.compile(r"[^a-z0-9]+")
# What is written in several ways and sounds, roughly, the same; applied in this order.
_SOUNDS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"ph", "f"),
        (r"tsch|tch|tsj", "ch"),
        (r"sch|sh|sj|sz", "s"),
        (r"ch(?=[aeiouy])", "c"),
        (r"kh|gh|ch", "h"),
        (r"[gk]?x", "ks"),
        (r"ck|q|c(?![eiyh])", "k"),
        (r"ij|ey|ei|ay|ai|aj|ej|ie|ee", "i"),
        (r"ou|oe|oo|ue|iu|yu|ju", "u"),
        (r"ae|aa|ya|ja|ia", "a"),
        (r"th|dt|tt", "t"),
        (r"dh", "d"),
        (r"z|c", "s"),
        (r"w", "v"),
        (r"[jy]", "i"),
        (r"(?<=[a-z])h", ""),
        (r"e", "i"),
        (r"o", "u"),
        (r"(.)\1+", r"\1"),
    )
)
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"(?<=.)[aeiouyw]")


def words(text: str) -> list[str]:
    """The words of `text` in small plain Latin letters and digits, as they stand after another.

    Dots between single letters join them (B.V. becomes bv), apostrophes leave no trace.
    """
    if not text.isascii():
        text = anyascii(_MARKS.sub("", unicodedata.normalize("NFKC", text)))
    plain = _MARKS.sub("", text.lower())
    if "." in plain:
        plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), plain)
    return [word for word in _OTHER.split(plain.replace("&", " and ")) if word]


def is_latin(text: str) -> bool:
    """Whether every letter of `text` is a Latin one."""
    return all(unicodedata.name(each, "").startswith(_LATIN) for each in text if each.isalpha())


def lacks_vowels(text: str) -> bool:
    """Whether `text` holds letters of a script that leaves vowels out."""
    return any(unicodedata.name(each, "").startswith(_WITHOUT_VOWELS) for each in text)


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """`word` as it sounds, roughly: Schmidt, Smit and Schmit come close."""
    for pattern, put in _SOUNDS:
        word = pattern.sub(put, word)
    return word


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of how `word` sounds, with its first letter."""
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", sound(word)))
