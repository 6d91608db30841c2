"""Amounts in the notation of the reader."""

import pytest
from flask_babel import force_locale

from app.money import amount


def written(app, language, *given):
    with app.test_request_context(), force_locale(language):
        return amount(*given).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("language", "minor", "currency", "text"),
    [
        ("nl", 123456, "EUR", "€ 1.234,56"),
        ("en", 123456, "EUR", "€1,234.56"),
        ("nl", 0, "EUR", "€ 0,00"),
        ("nl", -5, "EUR", "€ -0,05"),
        ("en", 500, "JPY", "¥500"),
        ("en", 1234, "TND", "TND1.234"),
        ("en", 10**15 + 1, "EUR", "€10,000,000,000,000.01"),
    ],
)
def test_no_cent_is_lost(app, language, minor, currency, text):
    assert written(app, language, minor, currency) == text


def test_an_unknown_amount_is_not_zero(app):
    assert written(app, "nl", None) == ""
