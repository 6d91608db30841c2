"""Which pairs are worth comparing, also in a large case."""

from datetime import date
from uuid import uuid4

from bureau.matching.values import Subject
from bureau.operations import _match_pairs
from bureau.operations._match_pairs import likely, ordered
from bureau.operations._match_subjects import Candidate

TODAY = date(2026, 11, 29)


def known(*names, **numbers):
    found = {}
    for name in names:
        identifiers = (("bsn", numbers[name]),) if name in numbers else ()
        key = uuid4()
        found[key] = Candidate(key, Subject(name, identifiers=identifiers), name)
    return found


def names(case, found):
    return {frozenset(case[each].subject.name for each in row.pair) for row in found.found}


def test_a_pair_is_the_same_whichever_is_named_first():
    one, other = uuid4(), uuid4()
    assert ordered(one, other) == ordered(other, one)


def test_in_a_large_case_those_are_compared_who_share_a_number_or_a_sound(monkeypatch):
    monkeypatch.setattr(_match_pairs, "FEW", 2)
    case = known("Anna Bakker", "A. Bekker", "Dirk Mulder", "Zoë Vos", **{
        "Dirk Mulder": "999990019", "Zoë Vos": "999990019",
    })  # fmt: skip
    found = likely(case, TODAY)
    assert names(case, found) == {
        frozenset(("Anna Bakker", "A. Bekker")),
        frozenset(("Dirk Mulder", "Zoë Vos")),
    }
    assert (found.compared, found.complete) == (2, True)


def test_it_says_so_where_not_all_are_compared(monkeypatch):
    monkeypatch.setattr(_match_pairs, "MOST", 1)
    found = likely(known("Anna Bakker", "Ana Bakker", "Anna Backer"), TODAY)
    assert (len(found.found), found.compared, found.complete) == (1, 1, False)


def test_very_long_names_use_up_what_one_look_may_cost(monkeypatch):
    monkeypatch.setattr(_match_pairs, "MOST_LETTERS", 100_000)
    case = known(*(f"{number} {'Anna Bakker ' * 24}" for number in range(10)))
    found = likely(case, TODAY)
    assert (found.compared, found.complete) == (1, False)
    assert likely(known("Anna Bakker", "A. Bakker"), TODAY).complete
