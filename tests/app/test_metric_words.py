"""Every number and closed value that a pattern measured has a word, on the page and in print."""

import pytest
from flask_babel import force_locale

from app.metric_words import VALUES, measured
from app.words import ALL
from bureau.graph.patterns.packaging import FEATURES
from bureau.graph.patterns.premises import CODES
from bureau.rules.patterns import Seen
from reports.assembly.measured import HIDDEN, NAMES
from reports.assembly.measured import VALUES as PRINTED
from tests.bureau.graph.builders import outcome
from tests.bureau.graph.patterns.planted import CASES, swap


@pytest.mark.parametrize("pattern", sorted(CASES))
def test_every_number_has_a_name_on_the_page_and_in_print(pattern):
    hits = outcome(pattern, **CASES[pattern]).hits
    if pattern == "UB-16":
        hits += outcome(pattern, **swap()).hits
    names = {name for hit in hits for name in hit.metrics}
    assert {name for name in names if f"metric_{name}" not in ALL} == set()
    assert names - set(NAMES) - set(HIDDEN) == set()


def test_what_a_page_says_in_words_a_dossier_says_too():
    assert set(VALUES) == set(PRINTED)
    assert set(VALUES) >= FEATURES | CODES
    assert {f"seen_{each}" for each in Seen} <= set(ALL)


def test_a_list_of_closed_values_is_told_in_the_language_of_the_reader(app):
    with app.test_request_context(), force_locale("nl"):
        assert (
            measured("vacuum_packed, double_bundled") == "vacuüm verpakt, bundels dubbel gebundeld"
        )
        assert measured("presumed_unwitting") == "geacht van niets te weten; geen verdachte"
        assert measured("1234.50") == "1234.50"
        assert measured(3) == "3"
