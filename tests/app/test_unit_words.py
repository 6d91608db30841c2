"""Numbers of patterns are told with their unit, in the notation of the reader."""

from decimal import Decimal

import pytest
from flask_babel import force_locale

from app.unit_words import in_unit, metric
from bureau.rules.patterns import patterns
from tests.bureau.graph.builders import outcome
from tests.bureau.graph.patterns.planted import CASES

SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("name", "value", "dutch", "english"),
    [
        ("gross", "88571.20", f"€{SPACE}88.571,20", "€88,571.20"),
        ("offset", "0.992734", "99,3%", "99.3%"),
        ("days", "4.036806", "4,04 dagen", "4.04 days"),
        ("days_after", 1, "1 dag", "1 day"),
        ("dwell_hours", "22.500000", "22,5 uur", "22.5 hours"),
        ("p", "0.00195", "0,195%", "0.195%"),
        ("largest_ratio", "1.462963", "1,46 keer", "1.46 times"),
        ("kmh", "202", "202 km per uur", "202 km an hour"),
        ("payments_in", 1200, "1.200", "1,200"),
        ("norm", "unknown", "niet bekend", "not known"),
        ("no_security", True, "ja", "yes"),
        ("goods_code", "020130", "020130", "020130"),
    ],
)
def test_what_was_measured_is_read_with_its_unit(app, name, value, dutch, english):
    with app.test_request_context():
        with force_locale("nl"):
            assert metric(value, name) == dutch
        with force_locale("en"):
            assert metric(value, name) == english


def test_an_amount_keeps_the_currency_of_its_lead(app):
    with app.test_request_context(), force_locale("en"):
        assert metric("1234.50", "gross", "USD") == "$1,234.50"


@pytest.mark.parametrize("row", patterns().rows, ids=lambda row: row.code)
def test_every_number_that_a_pattern_looks_for_has_a_unit_in_words(app, row):
    bare = ("log", "ratio")  # a logarithm has no unit, a ratio is so many times
    with app.test_request_context():
        for item in row.parameters:
            for language in ("nl", "en"):
                with force_locale(language):
                    said = in_unit(item.default, item.unit)
                assert item.unit in bare or any(not c.isdigit() and c not in ".," for c in said)


@pytest.mark.parametrize("pattern", sorted(CASES))
def test_no_name_of_the_program_stands_where_a_reader_looks(app, pattern):
    for hit in outcome(pattern, **CASES[pattern]).hits:
        with app.test_request_context(), force_locale("nl"):
            for name, value in hit.metrics.items():
                assert "_" not in metric(value, name), name


def test_a_share_of_a_setting_is_a_percentage(app):
    with app.test_request_context(), force_locale("nl"):
        assert in_unit(Decimal("0.85"), "share") == "85%"
        assert in_unit(25000, "EUR") == f"€{SPACE}25.000,00"
