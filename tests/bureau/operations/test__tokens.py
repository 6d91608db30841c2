"""The token of the victim track says checked or not and a day, and has no other part."""

from dataclasses import fields

from bureau.operations._tokens import Token


def test_a_token_says_dates_only():
    assert [each.name for each in fields(Token)] == ["checked", "until", "stands", "item"]
