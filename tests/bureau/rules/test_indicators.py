import re
from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest

from bureau.errors import Invalid, NotFound
from bureau.rules.indicator_facts import IndicatorFacts
from bureau.rules.indicators import (
    TESTS,
    IndicatorGroup,
    Signal,
    SignalStatus,
    indicators,
    measure,
    measure_all,
)

TODAY = date(2026, 11, 20)
FORBIDDEN = re.compile(r"nationali|herkomstland|geboorteland|etnisch|ethnic|birthplace", re.I)


def test_the_groups_have_the_numbers_of_the_source():
    found = [sum(row.group is group for row in indicators()) for group in IndicatorGroup]
    assert found == [17, 9, 9, 14, 7, 8]


def test_what_the_program_computes_has_a_sentence_and_the_rest_a_question():
    assert {row.code for row in indicators() if row.fired.nl} == set(TESTS)
    assert all(row.question.nl.endswith((".", "?")) for row in indicators())
    assert {row.code for row in indicators() if row.computed} == set(TESTS)


def test_no_indicator_looks_at_origin():
    for row in indicators():
        text = f"{row.name} {row.needs} {row.method} {row.question} {row.fired}"
        assert not FORBIDDEN.search(text)


def test_without_facts_every_indicator_is_a_question_and_nothing_is_added_up():
    signals = measure_all(IndicatorFacts(today=TODAY))
    assert [signal.code for signal in signals] == list(indicators().codes())
    assert {signal.status for signal in signals} == {SignalStatus.ASK}
    assert not {field.name for field in fields(Signal)} & {"score", "weight", "total"}


def test_exploitation_goes_to_the_victim_track():
    found = [s.code for s in measure_all(IndicatorFacts(today=TODAY)) if s.victim_track]
    assert found == ["OPS-05"]


def test_a_threshold_is_shown_and_can_be_set():
    facts = IndicatorFacts(today=TODAY, own_funds=500_000, evidenced_origins=(450_000,))
    assert measure("FIN-01", facts).status is SignalStatus.SILENT
    stricter = measure("FIN-01", facts, {"tolerance_eur": Decimal(100)})
    assert stricter.status is SignalStatus.FIRED
    assert stricter.threshold == "tolerance_eur = 100 EUR"
    assert "€ 500,00" in stricter.explanation.nl


@pytest.mark.parametrize("chosen", [{"strange": Decimal(1)}, {"tolerance_eur": Decimal(-1)}])
def test_a_threshold_that_cannot_be_is_refused(chosen):
    with pytest.raises(Invalid):
        measure("FIN-01", IndicatorFacts(today=TODAY), chosen)


def test_an_unknown_indicator_is_not_found():
    with pytest.raises(NotFound):
        measure("XXX-01", IndicatorFacts(today=TODAY))
