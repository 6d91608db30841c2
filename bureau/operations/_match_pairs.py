"""Which parties of a case are worth comparing, and what the comparison says."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, combinations
from uuid import UUID

from bureau.matching import letters
from bureau.matching.comparison import compare
from bureau.matching.values import Comparison, Subject, Verdict
from bureau.operations._match_subjects import Candidate, pair_facts

FEW, MOST, COMMON = 60, 4_000, 60
MOST_LETTERS = 6_000_000  # letters laid beside letters; usual names are some twenty long
_BEGIN = 3
Pair = tuple[UUID, UUID]


@dataclass(frozen=True, slots=True)
class Likely:
    """Two parties that may be one, with what speaks for and against it."""

    pair: Pair
    comparison: Comparison
    facts: str


@dataclass(frozen=True, slots=True)
class Likelies:
    """The pairs that may be one; not `complete` where there were more than can be compared."""

    found: tuple[Likely, ...]
    compared: int
    complete: bool


def ordered(one: UUID, other: UUID) -> Pair:
    """A pair is the same pair whichever party is named first."""
    return (one, other) if str(one) < str(other) else (other, one)


def likely(known: Mapping[UUID, Candidate], today: date) -> Likelies:
    """The pairs that may be one: matches first, then the most alike.

    In a large case only parties are compared that share a number, or how a word of the name
    begins or sounds; a word that very many share is passed over, and very long names soon use up
    the time that one look may take.
    """
    pairs = _pairs(known)
    compared = pairs[: _within(pairs, known)]
    found = [
        Likely(pair, told, pair_facts(known[pair[0]], known[pair[1]]))
        for pair in compared
        if (told := compare(known[pair[0]].subject, known[pair[1]].subject, today)).verdict
        is not Verdict.NO
    ]
    found.sort(key=lambda each: (each.comparison.verdict, -each.comparison.score, str(each.pair)))
    return Likelies(tuple(found), len(compared), len(compared) == len(pairs))


def _within(pairs: Sequence[Pair], known: Mapping[UUID, Candidate]) -> int:
    """How many of these pairs may be compared: a pair costs what its names are long together."""
    sizes = (len(known[one].subject.name) * len(known[other].subject.name) for one, other in pairs)
    return min(MOST, sum(spent <= MOST_LETTERS for spent in accumulate(sizes)))


def _pairs(known: Mapping[UUID, Candidate]) -> list[Pair]:
    if len(known) <= FEW:
        return [ordered(one, other) for one, other in combinations(known, 2)]
    blocks: dict[tuple[str, str], list[UUID]] = defaultdict(list)
    for each in known.values():
        for key in _keys(each.subject):
            blocks[key].append(each.id)
    shared: Counter[Pair] = Counter()
    for (what, _), members in blocks.items():
        if len(members) <= COMMON:
            weight = 1 if what == "word" else 10
            shared.update({ordered(one, other): weight for one, other in combinations(members, 2)})
    return sorted(shared, key=lambda pair: (-shared[pair], str(pair)))


def _keys(subject: Subject) -> set[tuple[str, str]]:
    keys = {(scheme, number) for scheme, number in subject.identifiers}
    for word in letters.words(subject.name):
        if len(word) >= _BEGIN:
            heard = letters.sound(word)
            keys |= {("word", f"{heard[:_BEGIN]}…"), ("word", letters.skeleton(word))}
    return keys
