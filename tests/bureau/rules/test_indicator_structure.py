from datetime import date
from decimal import Decimal

import pytest

from bureau.rules.indicator_facts import ControlPath, FinanceVersion, IndicatorFacts, Share
from bureau.rules.indicators import SignalStatus, measure

TODAY = date(2026, 11, 20)
YEARLY = tuple(date(2026 - n, 10, 1) for n in range(4))
NEAR = (date(2026, 10, 1), date(2026, 5, 1), date(2025, 12, 1))


def versions(*origins):
    return tuple(FinanceVersion(1, frozenset(), frozenset({origin})) for origin in origins)


FIRED = [
    ("STR-01", {"control_paths": (ControlPath(4, True),)}),
    ("STR-01", {"control_paths": (ControlPath(2, True, abroad=1),)}),
    ("STR-02", {"control_paths": (ControlPath(2, False),)}),
    ("STR-02", {"control_paths": ()}),
    ("STR-03", {"shares": (Share("J. Bos", Decimal(50), Decimal(40)),)}),
    ("STR-04", {"company_changes": (date(2026, 9, 1),), "application_on": TODAY}),
    ("STR-05", {"company_changes": NEAR}),
    ("STR-07", {"entities_at_address": 11, "domicile_provider": False}),
    ("MGT-03", {"active_roles": 9, "sectors": 5}),
    ("MGT-07", {"operators_since": NEAR}),
    ("OPS-06", {"tips": 1}),
    ("DOC-01", {"gaps_open": 1, "supplement_lapsed": True}),
    ("DOC-03", {"finance_versions": versions("a", "b", "c")}),
    ("DOC-07", {"building_sum": 476, "policy_threshold": 500}),
    ("DOC-08", {"finance_question_on": date(2026, 11, 1), "withdrawn_on": TODAY}),
]
SILENT = [
    ("STR-01", {"control_paths": (ControlPath(3, True),)}),
    ("STR-02", {"control_paths": (ControlPath(2, False), ControlPath(3, True))}),
    ("STR-03", {"shares": (Share("J. Bos", Decimal(50), Decimal(50)),)}),
    ("STR-04", {"company_changes": (date(2026, 8, 20),), "application_on": TODAY}),
    ("STR-05", {"company_changes": YEARLY}),
    ("STR-07", {"entities_at_address": 11, "domicile_provider": True}),
    ("STR-07", {"entities_at_address": 10, "domicile_provider": False}),
    ("MGT-03", {"active_roles": 9, "sectors": 4}),
    ("MGT-07", {"operators_since": YEARLY[2:]}),
    ("OPS-06", {"tips": 0}),
    ("DOC-01", {"gaps_open": 1}),
    ("DOC-03", {"finance_versions": versions("a", "b")}),
    ("DOC-07", {"building_sum": 500, "policy_threshold": 500}),
    ("DOC-07", {"building_sum": 474, "policy_threshold": 500}),
    ("DOC-08", {"finance_question_on": date(2026, 10, 1), "withdrawn_on": TODAY}),
    ("DOC-08", {"finance_question_on": TODAY}),
]


@pytest.mark.parametrize("code, facts", FIRED)
def test_an_indicator_fires_beyond_its_threshold(code, facts):
    signal = measure(code, IndicatorFacts(today=TODAY, **facts))
    assert signal.status is SignalStatus.FIRED
    assert "{" not in signal.explanation.nl + signal.explanation.en


@pytest.mark.parametrize("code, facts", SILENT)
def test_an_indicator_stays_silent_up_to_its_threshold(code, facts):
    assert measure(code, IndicatorFacts(today=TODAY, **facts)).status is SignalStatus.SILENT


@pytest.mark.parametrize("code", sorted({code for code, _ in FIRED}))
def test_without_facts_the_officer_is_asked(code):
    assert measure(code, IndicatorFacts(today=TODAY)).status is SignalStatus.ASK


def test_changes_after_the_application_say_nothing_about_the_time_before():
    facts = IndicatorFacts(today=TODAY, company_changes=(TODAY,), application_on=date(2026, 1, 1))
    assert measure("STR-04", facts).status is SignalStatus.ASK
