"""One address gives one mark, however it is written, and a plain number gives none."""

import pytest

from bureau.trust.shelter import _strings, mark_of, words_of


@pytest.mark.parametrize("text", ["Wilgenlaan 14", "wilgenláán 14", "WILGENLAAN-14"])
def test_ways_of_writing_a_street_meet(text):
    assert set(words_of("Wilgenlaan 14")) & set(words_of(text))


def test_a_postcode_counts_with_and_without_its_number():
    assert {"1234ab", "1234ab 14"} <= set(words_of("1234 AB 14"))


def test_numbers_alone_are_no_address():
    assert set(words_of("on 14 May we saw 3 of 20")) == set()


def test_a_mark_is_no_word():
    assert len(mark_of("wilgenlaan 14")) == 64


def test_an_id_or_a_digest_is_no_text_and_an_address_beside_one_is():
    code = "1f0a1234-ab5c-4d6e-8f90-1234abcd5678"
    assert list(_strings([code, f"case:{code}", code.replace("-", ""), "a" * 64])) == []
    assert list(_strings([f"{code} Kadestraat 12"])) == [f"{code} Kadestraat 12"]
