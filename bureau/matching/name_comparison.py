"""Two names compared: spelling, script, order, initials, legal form, with reasons in words."""

from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz.distance import OSA

from bureau.matching import phrases
from bureau.matching.alignment import Alignment, Pair, aligned
from bureau.matching.names import PREFIX, WORD, Name, taken_apart
from bureau.matching.values import Comparison, Verdict
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import EntityKind

# Fitted on halves of a public list of pairs, each half tried on the other; the optimum is flat.
MATCH, POSSIBLE = 0.77, 0.6
CONTRADICTED = 2.0  # words on both sides that find no fellow
EXTRA = {EntityKind.PERSON: 0.2, EntityKind.COMPANY: 0.8}  # words that one side has more
OTHER_FORM = 0.95
_SON_OF = frozenset({"bin", "ben", "ibn", "bn", "bint"})


def compare_names(left: str, right: str, kind: EntityKind | None = None) -> Comparison:
    """Whether two NAMES are the same; who bears them is another question.

    A match here says that both can be read as one name. It never says that two people are one:
    for that see `comparison.compare`.
    """
    one, other = taken_apart(left, kind), taken_apart(right, kind)
    if one.placeholder or other.placeholder:
        return Comparison(0.0, Verdict.NO, (), (phrases.PLACEHOLDER,))
    if one.kind is not other.kind:  # one has a legal form: read both as an organisation
        one, other = (taken_apart(name, EntityKind.COMPANY) for name in (left, right))
    beside = aligned(one, other)
    score = round(_score(one, other, beside), 3)
    verdict = Verdict.NO if score < POSSIBLE else Verdict.POSSIBLE
    if score >= MATCH and not (_thin(one, other, beside) or _fathers_swapped(one, other)):
        verdict = Verdict.MATCH
    return Comparison(
        score, verdict, tuple(_for(one, other, beside)), tuple(_against(one, other, beside))
    )


def _score(one: Name, other: Name, beside: Alignment) -> float:
    told = alike = 0.0
    for pair in beside.pairs:
        mass = (_mass(one, pair.left) + _mass(other, pair.right)) / 2
        told += mass
        alike += mass * pair.likeness
    left, right = _over(one, beside.left_over), _over(other, beside.right_over)
    both = min(left, right)
    whole = told + CONTRADICTED * both + EXTRA[one.kind] * (max(left, right) - both)
    score = alike / whole if whole else 0.0
    if one.form and other.form and one.form.family != other.form.family:
        score *= OTHER_FORM
    return score


def _thin(one: Name, other: Name, beside: Alignment) -> bool:
    """Whether too little is shared: one word of several, the others initials or short forms."""
    full = [
        pair
        for pair in beside.pairs
        if _mass(one, pair.left) >= WORD or _mass(other, pair.right) >= WORD
    ]
    told = sum(pair.how not in {"initial", "nickname"} for pair in full)
    if one.kind is EntityKind.COMPANY:
        return not told
    more = bool(_over(one, beside.left_over) or _over(other, beside.right_over))
    return not told or (told == 1 and (more or len(full) > 1))


def _fathers_swapped(one: Name, other: Name) -> bool:
    """Whether A bin B stands beside B bin A."""
    return bool(_sons(one) & {(father, son) for son, father in _sons(other)})


def _sons(name: Name) -> set[tuple[str, str]]:
    texts = [word.text for word in name.words]
    between = zip(texts, pairwise(texts[1:]), strict=False)
    return {(son, father) for son, (of, father) in between if of in _SON_OF}


def _mass(name: Name, places: tuple[int, ...]) -> float:
    return sum(name.words[place].weight for place in places)


def _over(name: Name, places: tuple[int, ...]) -> float:
    """What is left over, prefixes aside: v.d., van der and van de are one."""
    return sum(each.weight for i in places if (each := name.words[i]).weight > PREFIX)


def _plain(name: Name, places: tuple[int, ...]) -> str:
    return " ".join(name.words[place].text for place in places)


def _said(name: Name, places: tuple[int, ...]) -> str:
    return " ".join(name.words[place].said for place in places)


def _for(one: Name, other: Name, beside: Alignment) -> Iterator[Texts]:
    yield from (phrases.SCRIPT.filled(text=name.text) for name in (one, other) if not name.latin)
    yield from _equal(one, other, beside)
    if [pair.right for pair in beside.pairs] != sorted(pair.right for pair in beside.pairs):
        yield phrases.OTHER_ORDER
    yield from (_reason(one, other, pair) for pair in beside.pairs if pair.how != "equal")
    if one.form and other.form and one.form.code == other.form.code:
        yield phrases.SAME_FORM


def _equal(one: Name, other: Name, beside: Alignment) -> Iterator[Texts]:
    equal = [pair for pair in beside.pairs if pair.how == "equal"]
    whole = not (beside.left_over or beside.right_over) and len(equal) == len(beside.pairs)
    if whole:
        yield phrases.SAME_NAME if one.written == other.written else phrases.SAME_WORDS
    elif equal:
        yield phrases.EQUAL_WORDS.filled(words=", ".join(_said(one, p.left) for p in equal))


def _reason(one: Name, other: Name, pair: Pair) -> Texts:
    left, right = _said(one, pair.left), _said(other, pair.right)
    match pair.how:
        case "initial":
            short, long = sorted((left, right), key=len)
            return phrases.INITIAL.filled(one=short, other=long)
        case "nickname":
            return phrases.NICKNAME.filled(one=left, other=right)
        case "consonants":
            return phrases.CONSONANTS.filled(one=left, other=right)
        case "joined":
            return phrases.JOINED.filled(one=left, other=right)
        case "sound" if pair.likeness >= MATCH:
            return phrases.SOUND.filled(one=left, other=right)
    count = OSA.distance(_plain(one, pair.left), _plain(other, pair.right))
    return phrases.SPELLING.filled(one=left, other=right, count=count)


def _against(one: Name, other: Name, beside: Alignment) -> Iterator[Texts]:
    both = bool(_over(one, beside.left_over) and _over(other, beside.right_over))
    left, right = _said(one, beside.left_over), _said(other, beside.right_over)
    if both:
        yield phrases.OTHER_WORDS.filled(one=left, other=right)
    else:
        for words in filter(None, (left, right)):
            yield phrases.ONLY_THERE.filled(words=words)
    if _fathers_swapped(one, other):
        yield phrases.FATHER_SWAPPED
    if one.form and other.form and one.form.code != other.form.code:
        yield phrases.OTHER_FORM
