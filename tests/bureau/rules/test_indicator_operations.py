"""Indicators on operations and papers: exact edges of what fires, is silent, or must be asked."""

from datetime import date

import pytest

from bureau.rules.indicators import SignalStatus
from tests.bureau.rules.figured import signal

CROWD = {"customers_a_day": 10, "occupancy": 50, "spend": 100, "days_open": 200}  # 100,000 cents
ASKED_ON = {"application_on": date(2026, 6, 15)}
INCOME = {"income_before": 100, "income_after": 151, "income_changed_on": date(2025, 12, 16)}

FIRED = [
    ("OPS-01", {"activity_fits": False, "observed_activity": "opslag"}, {}),
    ("OPS-02", {"sanction": date(2021, 11, 21)}, {}),
    ("OPS-03", {"turnover": 200_001, **CROWD}, {}),
    ("OPS-04", {"cash_share": 41, "cash_share_high": 40}, {}),
    ("OPS-05", {"staff": 0, "opening_hours": 41}, {}),
    ("OPS-05", {"labour_signal": True}, {}),
    ("OPS-07", {"refusal_elsewhere": date(2020, 1, 1)}, {}),
    ("DOC-02", {"document_doubt": "loonstrook: werkgever kent de medewerker niet"}, {}),
    ("DOC-04", INCOME, ASKED_ON),
    ("DOC-04", {"job_ended_on": date(2026, 9, 14)}, ASKED_ON),
    ("DOC-05", {"income_after": 101, "income_age_high": 100}, {}),
    ("DOC-06", {"contacts": 4, "contacts_through_one": 4, "intermediary_licensed": False}, {}),
]
SILENT = [
    ("OPS-01", {"activity_fits": True}, {}),
    ("OPS-02", {"sanction": date(2021, 11, 20)}, {}),
    ("OPS-02", {"sanction": None}, {}),
    ("OPS-03", {"turnover": 200_000, **CROWD}, {}),
    ("OPS-04", {"cash_share": 40, "cash_share_high": 40}, {}),
    ("OPS-05", {"staff": 0, "opening_hours": 40}, {}),
    ("OPS-05", {"staff": 1, "opening_hours": 80, "labour_signal": False}, {}),
    ("OPS-07", {"refusal_elsewhere": None}, {}),
    ("DOC-02", {"document_doubt": None}, {}),
    ("DOC-04", {**INCOME, "income_after": 150}, ASKED_ON),
    ("DOC-04", {**INCOME, "income_changed_on": date(2025, 12, 15)}, ASKED_ON),
    ("DOC-04", {**INCOME, "income_changed_on": date(2026, 6, 16)}, ASKED_ON),
    ("DOC-04", {"job_ended_on": date(2026, 9, 15)}, ASKED_ON),
    ("DOC-04", {"job_ended_on": date(2026, 6, 14)}, ASKED_ON),
    ("DOC-05", {"income_after": 100, "income_age_high": 100}, {}),
    ("DOC-06", {"contacts": 4, "contacts_through_one": 3, "intermediary_licensed": False}, {}),
    ("DOC-06", {"contacts": 4, "contacts_through_one": 4, "intermediary_licensed": True}, {}),
    ("DOC-06", {"contacts": 0, "contacts_through_one": 0}, {}),
]
ASKED = [
    ("OPS-01", {"observed_activity": "opslag"}, {}),
    ("OPS-02", {}, {}),
    ("OPS-03", CROWD, {}),
    ("OPS-04", {"cash_share": 41}, {}),
    ("OPS-05", {"staff": 0}, {}),
    ("OPS-05", {"labour_signal": False}, {}),
    ("OPS-07", {}, {}),
    ("DOC-02", {}, {}),
    ("DOC-04", INCOME, {}),
    ("DOC-04", {**INCOME, "income_before": 0}, ASKED_ON),
    ("DOC-05", {"income_after": 101}, {}),
    ("DOC-06", {"contacts": 4, "contacts_through_one": 4}, {}),
]


@pytest.mark.parametrize("code, figures, more", FIRED)
def test_it_fires_just_beyond_its_threshold(code, figures, more):
    found = signal(code, figures, **more)
    assert found.status is SignalStatus.FIRED
    assert "{" not in found.explanation.nl + found.explanation.en


@pytest.mark.parametrize("code, figures, more", SILENT)
def test_it_stays_silent_up_to_its_threshold(code, figures, more):
    assert signal(code, figures, **more).status is SignalStatus.SILENT


@pytest.mark.parametrize("code, figures, more", ASKED)
def test_it_asks_where_a_fact_is_missing(code, figures, more):
    assert signal(code, figures, **more).status is SignalStatus.ASK


def test_signs_of_exploitation_go_to_the_victim_track_and_name_nobody():
    found = signal("OPS-05", [("labour_signal", True, "Iemand")])
    assert found.victim_track
    assert "Iemand" not in f"{found.explanation}{found.inputs}"
