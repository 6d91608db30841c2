"""What is looked through for addresses that may be written nowhere, and what is kept of them."""

from bureau.trust.shelter import _strings, mark_of


def test_a_mark_is_no_word():
    assert len(mark_of("wilgenlaan 14")) == 64


def test_an_id_or_a_digest_is_no_text_and_an_address_beside_one_is():
    code = "1f0a1234-ab5c-4d6e-8f90-1234abcd5678"
    assert list(_strings([code, f"case:{code}", code.replace("-", ""), "a" * 64])) == []
    assert list(_strings([f"{code} Kadestraat 12"])) == [f"{code} Kadestraat 12"]
