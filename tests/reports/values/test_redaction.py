"""Words to be taken out are found however they are written, and nothing of them is left."""

import pytest

from reports.values.redaction import spans, without


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mirte Zonneveld woont hier", "Mirte [-] woont hier"),
        ("ZONNE-\nVELD en zonneveld", "[-] en [-]"),
        ("Zonnevelds huis", "[-]s huis"),
        ("Z o n n e v e l d", "[-]"),
        ("niemand", "niemand"),
    ],
)
def test_words_are_taken_out(text, left):
    assert without(text, ["Zonneveld"], "[-]")[0] == left


def test_words_that_touch_or_overlap_go_as_one():
    assert spans("abcdef", ["abc", "bcd"]) == [(0, 4)]
    assert without("abcdef", ["abc", "def"], "") == ("", 1)


def test_words_without_letters_are_nowhere():
    assert spans("a - b", ["-", ""]) == []
