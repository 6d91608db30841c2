"""Marks of names by which the rules compare what was looked for and at whom; no name is kept."""

from bureau import keys
from bureau.model.entity import folded
from bureau.operations._marks import mark

LIKE, SHORTEST, LONG = "look_like", 3, 16


def searched(name: str) -> frozenset[str]:
    """The marks that a search for this whole name leaves, or for its family name."""
    words = _words(name)
    full = folded(name)
    return frozenset(mark(text) for text in {full, words[-1] if words else ""} if _long(text))


def whole(name: str) -> frozenset[str]:
    """The mark of a search for the whole name, and the one of people called like it."""
    return frozenset({mark(folded(name))} if _long(folded(name)) else ()) | like(name)


def like(name: str) -> frozenset[str]:
    """A mark that equals for names with one initial and one family name: A. Vos, Anna Vos."""
    words = _words(name)
    if len(words) == 1 or not _long(words[-1] if words else ""):
        return frozenset()
    return frozenset({keys.blind(f"{words[0][0]} {words[-1]}", LIKE)[:LONG]})


def own(name: str) -> frozenset[str]:
    """All marks of somebody's own name: searched whole or by family name, or a party like it."""
    return searched(name) | like(name)


def _words(name: str) -> list[str]:
    return folded(name.replace(".", " ")).split()


def _long(text: str) -> bool:
    return len(text) >= SHORTEST
