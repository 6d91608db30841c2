"""Who decides on what in an area: each subject with its bodies, and where a gap or overlap is."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bureau.rules.areas import AreaBlock
from bureau.rules.tables import Texts


class Cover(StrEnum):
    """How a subject is covered by the bodies that decide on it, the most pressing first.

    `noted` is a remark on gap or overlap that nobody judged yet; `unknown` that nothing was said.
    """

    GAP = "gap"
    OVERLAP = "overlap"
    NOTED = "noted"
    UNKNOWN = "unknown"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Competence:
    """A body that decides on a subject, as somebody said it."""

    subject: str
    body: str
    mandate: str = ""
    contact: str = ""
    term: str = ""
    judged: str = ""
    remark: str = ""
    number: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to be decided on, with its bodies and how they cover it."""

    name: Texts
    bodies: tuple[Competence, ...]
    cover: Cover


def subjects(block: AreaBlock, said: Iterable[Competence]) -> tuple[Subject, ...]:
    """Every subject of the block in its order, those of which nothing was said too."""
    known = list(said)
    found = []
    for choice in block.kinds:
        bodies = tuple(each for each in known if each.subject == choice.code)
        found.append(Subject(choice.text, bodies, _cover(bodies)))
    return tuple(found)


def _cover(bodies: tuple[Competence, ...]) -> Cover:
    judged = {each.judged for each in bodies}
    if not bodies:
        return Cover.UNKNOWN
    if Cover.GAP in judged:
        return Cover.GAP
    # Two bodies for one subject are an overlap until somebody says which of them it is.
    if Cover.OVERLAP in judged or len({each.body.casefold() for each in bodies}) > 1:
        return Cover.OVERLAP
    return Cover.NOTED if any(each.remark for each in bodies) else Cover.CLEAR
