"""Two descriptions compared as a whole: name, dates, numbers and places, for and against."""

from datetime import date

from bureau.matching import phrases
from bureau.matching.facts import SAME_NUMBER, Evidence, addresses, dates, numbers
from bureau.matching.name_comparison import compare_names
from bureau.matching.names import taken_apart
from bureau.matching.values import Comparison, Subject, Verdict
from bureau.rules.vocabulary import EntityKind

SURE = 0.4  # a number alone, or a full date of birth under a like name
_NAMED = {Verdict.MATCH: 0.1, Verdict.POSSIBLE: 0.0, Verdict.NO: -0.1}
MOST_WORDS = 16  # of a name that are compared: each word of one is laid beside each of the other
NAME = 0.55  # what an equal name adds: alone it stays below everything that tells people apart


def compare(left: Subject, right: Subject, today: date) -> Comparison:
    """Whether two descriptions may be of one person or organisation.

    A match needs the same number of a register, or the same full date of birth under names that
    match; what does not agree has to be outweighed by what does, and nothing may tell the two
    apart. A name alone is never more than possible. Protected people and placeholders are never
    compared.
    """
    if left.protected or right.protected:
        return Comparison(0.0, Verdict.NO, (), (phrases.PROTECTED,))
    if left.kind is not right.kind:
        return Comparison(0.0, Verdict.NO, (), (phrases.OTHER_KIND,))
    named = compare_names(_begin(left.name), _begin(right.name), left.kind)
    if any(taken_apart(each.name, each.kind).placeholder for each in (left, right)):
        return named
    found = (*dates(left, right), *numbers(left, right, today), *addresses(left, right))
    return _weighed(named, found, left.kind)


def _begin(name: str) -> str:
    words = name.split(maxsplit=MOST_WORDS)
    return name if len(words) <= MOST_WORDS else " ".join(words[:MOST_WORDS])


def _weighed(named: Comparison, found: tuple[Evidence, ...], kind: EntityKind) -> Comparison:
    score = NAME * named.score + sum(each.weight for each in found)
    pro = (*named.pro, *(each.text for each in found if each.weight > 0))
    contra = (*named.contra, *(each.text for each in found if each.weight <= 0))
    if not found:
        person = kind is EntityKind.PERSON
        contra = (*contra, phrases.NAME_ALONE if person else phrases.COMPANY_NAME_ALONE)
    return Comparison(round(min(1.0, max(0.0, score)), 3), _verdict(named, found), pro, contra)


def _verdict(named: Comparison, found: tuple[Evidence, ...]) -> Verdict:
    numbered = any(each.proves and each.weight == SAME_NUMBER for each in found)
    proved = numbered or any(each.proves for each in found)
    denied = any(each.denies for each in found)
    sure = round(_NAMED[named.verdict] + sum(each.weight for each in found), 3) >= SURE
    if proved and sure and not denied and (numbered or named.verdict is Verdict.MATCH):
        return Verdict.MATCH
    if numbered:
        return Verdict.POSSIBLE  # another name or date under one number: a person has to look
    if named.verdict is Verdict.NO or (denied and not proved):
        return Verdict.NO
    return Verdict.POSSIBLE
