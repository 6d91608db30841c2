"""Days are read in the language of the reader, as exact as they are known."""

from datetime import date

import pytest
from flask_babel import force_locale

from app.days import day


@pytest.mark.parametrize(
    ("given", "dutch", "english"),
    [
        (date(2026, 3, 2), "2 mrt 2026", "2 Mar 2026"),
        ("2026-03-02", "2 mrt 2026", "2 Mar 2026"),
        ("2026-03", "mrt 2026", "Mar 2026"),
        ("2026", "2026", "2026"),
        ("2026-13", "2026-13", "2026-13"),
        ("before the fire", "before the fire", "before the fire"),
        ("", "", ""),
    ],
)
def test_a_day_is_said_in_words_as_exact_as_it_is_known(app, given, dutch, english):
    with app.test_request_context():
        with force_locale("nl"):
            assert day(given) == dutch
        with force_locale("en"):
            assert day(given) == english
