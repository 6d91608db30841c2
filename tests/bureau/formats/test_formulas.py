import pytest
from hypothesis import given as over
from hypothesis import strategies as st

from bureau.formats.formulas import guarded, unguarded
from tests.bureau.formats.samples import given


@pytest.mark.parametrize("text", ["=1+1", "+31", "-5", "@SUM(1)", "\t=1", "\r=1"])
def test_what_could_begin_a_formula_does_not(text):
    assert guarded(text)[0] == "'"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "huur mei", "'s-Gravenhage", "a=b", "1-2", "jo@example.org"])
def test_ordinary_text_stays_as_it_is(text):
    assert guarded(text) == text == unguarded(text)


def test_a_cell_cut_at_another_delimiter_runs_nothing_either():
    assert guarded("huur;=cmd") == "huur;'=cmd"


def test_the_known_attacks_begin_with_no_sign_of_a_formula():
    for line in given("g-hostile", "csv-injection", "csv-payload.txt").decode().splitlines():
        assert guarded(line)[:1] not in set("=+-@")


@over(st.text(alphabet="'=+-@;, \tab", max_size=12))
def test_every_text_comes_back_as_it_was(text):
    assert unguarded(guarded(text)) == text
