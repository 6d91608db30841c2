"""What the trail keeps of a text that was searched for: a keyed mark, equal for equal texts."""

from collections.abc import Iterable

from bureau import keys
from bureau.model.entity import folded

SHORTEST = 2


def mark(asked: str) -> str:
    """The mark of a text as a search folds it; nobody can read the text back from it."""
    return keys.sought(asked)


def marks(texts: Iterable[str]) -> dict[str, str]:
    """The mark that a search for each of these whole texts leaves, with the text it is of."""
    plain = {text: folded(text) for text in texts}
    return {mark(asked): text for text, asked in plain.items() if len(asked) >= SHORTEST}
