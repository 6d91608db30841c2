"""Two descriptions as a whole: a name alone is never a match."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau.matching import comparison
from bureau.matching.comparison import compare
from bureau.matching.values import Subject, Verdict
from bureau.rules.dates import parse
from bureau.rules.vocabulary import EntityKind

TODAY = date(2026, 11, 29)
BSN = ("bsn", "999990019")


def person(name="Pieter Bakker", born="", bsn="", **more):
    numbers = (("bsn", bsn),) if bsn else ()
    return Subject(name, born=parse(born), identifiers=numbers, **more)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (person(), person(), "possible"),
        (person(born="1985-03-12"), person(born="1985-03-12"), "match"),
        (person(born="1985-03-12"), person(born="1985"), "possible"),
        (person(born="1985-03-12"), person(born="1985-12-03"), "possible"),
        (person(born="1985-03-12"), person(born="1971-08-30"), "no"),
        (person(bsn="999990019"), person(bsn="999990019"), "match"),
        (person(bsn="999990019"), person(bsn="999990020"), "no"),
        (person(bsn="999990019"), person("Anna Mulder", bsn="999990019"), "possible"),
        (person(born="1985-03-12"), person("Anna Mulder", born="1985-03-12"), "no"),
        (person(born="1985-03-12", bsn="999990019"), person(born="1971-08-30", bsn="999990019"),
         "possible"),
        (person("P. Bakker", born="1985-03-12"), person(born="1985-03-12"), "possible"),
        (person(born="1985-03-12", bsn="999990019"),
         person("Anna Mulder", born="1985-03-12", bsn="999990019"), "match"),
        (person(born="1985-03-13", bsn="999990019"), person(born="1985-03-12", bsn="999990019"),
         "match"),
        (person("P. Bakker", born="1985-03-13", bsn="999990019"),
         person(born="1985-03-12", bsn="999990019"), "possible"),
        (person("P. Bakker", bsn="999990019"), person(bsn="999990019"), "match"),
        (person(bsn="999990019"), person(bsn="999990019", protected=True), "no"),
        (person("N.N.", bsn="999990019"), person("N.N.", bsn="999990019"), "no"),
        (person(), Subject("Pieter Bakker", EntityKind.COMPANY), "no"),
    ],
)  # fmt: skip
def test_what_makes_a_match_and_what_forbids_one(left, right, verdict):
    assert compare(left, right, TODAY).verdict == verdict
    assert compare(right, left, TODAY).verdict == verdict


def test_the_reasons_say_that_a_name_is_not_enough():
    found = compare(person(), person(), TODAY)
    assert found.contra[-1].nl.startswith("Alleen de namen")
    protected = compare(person(protected=True), person(), TODAY)
    assert protected.contra[0].en == "A protected person is never compared."


@given(
    st.text(max_size=40),
    st.text(max_size=40),
    st.sampled_from([EntityKind.PERSON, EntityKind.COMPANY]),
)
def test_no_two_names_alone_make_a_match_of_two_people(left, right, kind):
    found = compare(Subject(left, kind), Subject(right, kind), TODAY)
    assert 0 <= found.score <= 0.55
    assert found.verdict is not Verdict.MATCH


def test_a_name_of_a_hundred_words_is_compared_by_where_it_begins(monkeypatch):
    seen = []
    told = comparison.compare_names
    monkeypatch.setattr(
        comparison, "compare_names", lambda *given: seen.append(given) or told(*given)
    )
    compare(person("jo " * 100), person("Jo Bakker"), TODAY)
    assert [len(name.split()) for name in seen[0][:2]] == [comparison.MOST_WORDS, 2]
