"""The mark of a copy that nobody sees: how far apart the letters of each word stand.

Every word of four Latin letters or more is set a little narrower or wider, in one of four steps,
as a secret of that copy says. The word decides alone, so that any part of a page tells as much as
it has words, in whatever order they are read. What is said never changes; figures, names in other
scripts and drawings are left as they are.
"""

import re
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b
from itertools import groupby

# Thousandths of the size of the type, as in the style sheet of dossiers; the first is the ground.
LEVELS = (-10.5, -3.5, 3.5, 10.5)
SHORTEST, LONGEST = 4, 24
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_TAG = re.compile(r"(<[^>]*>)")
_ASIDE = re.compile(r"<(/?)(?:head|svg|style|script)\b")
_WORD = re.compile(r"&#?\w+;|\w+")
_MARKED = re.compile(f"[{_LATIN}]{{{SHORTEST},{LONGEST}}}")
_FOREIGN = re.compile(f"[^\\W\\d_{_LATIN}]")
_SPANS = [""]  # the ground needs none
_SPANS += ['<span class="k1">', '<span class="k2">', '<span class="k3">']
_FOREIGN_SPAN, _CLOSED = '<span class="kn">', "</span>"
_BODY, _MARKED_BODY = '<body class="', '<body class="marked '


def marked(html: str, secret: bytes) -> str:
    """The page with the mark that `secret` makes."""
    aside = 0
    parts = []
    for part in _TAG.split(unicodedata.normalize("NFC", html)):
        if found := _ASIDE.match(part):
            aside += -1 if found[1] else 1
        untouched = aside or part.startswith("<") or not part.strip()
        parts.append(part if untouched else _spaced(part, secret))
    return "".join(parts).replace(_BODY, _MARKED_BODY, 1)


def markable(word: str) -> bool:
    """Whether a word carries a part of the mark."""
    return _MARKED.fullmatch(word) is not None


def level(word: str, secret: bytes) -> int:
    """Which of the levels the copy with this secret gives to `word`."""
    said = unicodedata.normalize("NFC", word).casefold().encode()
    return blake2b(said, key=secret, digest_size=1).digest()[0] % len(LEVELS)


def _spaced(text: str, secret: bytes) -> str:
    """A text in which words of one level are set apart; letters that join are left alone."""
    if _FOREIGN.search(text):
        return _FOREIGN_SPAN + text + _CLOSED
    made, at = list[str](), 0
    for start, end, given in _runs(text, secret):
        made += (text[at:start], _SPANS[given], text[start:end], _CLOSED)
        at = end
    return "".join(made) + text[at:]


def _runs(text: str, secret: bytes) -> Iterator[tuple[int, int, int]]:
    """Where words of one level follow each other, from the first letter to the last."""
    found = (word for word in _WORD.finditer(text) if markable(word[0]))
    for given, run in groupby(found, key=lambda word: level(word[0], secret)):
        words = list(run)
        if given:
            yield words[0].start(), words[-1].end(), given
