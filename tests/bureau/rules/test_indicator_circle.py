"""Indicators on people and titles: exact edges of what fires, is silent, or must be asked."""

from datetime import date

import pytest

from bureau.rules.indicator_people import (
    Conclusion,
    Delivery,
    EndedRole,
    Front,
    Leader,
    Purchase,
    RelatedSale,
    TitleHolder,
    Works,
)
from bureau.rules.indicators import SignalStatus
from tests.bureau.rules.figured import signal

HOUSE, WHO = "Kade 1", "A. Fictief"
APPLIED = date(2026, 6, 15)
BOUGHT = tuple(Purchase(WHO, date(2026, month, 1)) for month in (1, 4, 8, 12))
PASSED = {"deliveries": (Delivery(HOUSE, date(2026, 6, 2)),)}


def left(on, **did):
    return {"application_on": APPLIED, "ended_roles": (EndedRole(person=WHO, on=on, **did),)}


def managed(age=30):
    return {"managers": (Leader(WHO, age),)}


def sold(distance, price, value=100):
    return {"related_sales": (RelatedSale(HOUSE, distance, price, value),)}


def held(**more):
    return {"title_holders": (TitleHolder(property=HOUSE, holder="Stichting X", **more),)}


FIRED = [
    ("STR-06", {"dormant_since": date(2024, 1, 1), "revived_on": date(2025, 1, 1)}, {}),
    ("STR-08", {}, {"conclusions": (Conclusion("Zus B.V.", 2),)}),
    ("STR-09", {}, left(date(2026, 4, 17), paid_after=True)),
    ("STR-09", {}, left(APPLIED, seen_after=True)),
    ("MGT-01", [("decides_self", False, WHO)], managed()),
    ("MGT-01", [("answers_questions", False, WHO)], managed()),
    ("MGT-02", [("acting_manager", "gaf leiding", "B. Ander")], managed()),
    ("MGT-04", [("record_connected", "2024, heling, veroordeeld", WHO)], {}),
    ("MGT-05", [("record_connected", "2024, heling", WHO)], {"records_declared": 0}),
    ("MGT-06", {}, {"fronts": (Front(WHO, 2, 2),)}),
    ("MGT-08", {}, left(date(2020, 1, 1), received_after=True)),
    ("MGT-09", [("signatory", APPLIED, WHO)], {"authorised": frozenset({"B. Ander"})}),
    ("PRO-03", {}, {"works": (Works(HOUSE, date(2026, 6, 1)),), **PASSED}),
    ("PRO-03", {}, {"works": (Works(HOUSE, date(2025, 6, 2)),), **PASSED}),
    ("PRO-04", {}, {"purchases": BOUGHT}),
    ("PRO-09", {}, sold(2, 116)),
    ("PRO-09", {}, sold(1, 84)),
    ("PRO-10", {}, held(foundation=True)),
    ("PRO-10", {}, held(abroad=True)),
]
SILENT = [
    ("STR-06", {"dormant_since": date(2024, 1, 2), "revived_on": date(2025, 1, 1)}, {}),
    ("STR-06", {"dormant_since": None}, {}),
    ("STR-08", {}, {"conclusions": (Conclusion("Zus B.V.", 3), Conclusion("Los B.V.", None))}),
    ("STR-09", {}, left(date(2026, 4, 16), paid_after=True)),
    ("STR-09", {}, left(date(2026, 4, 17))),
    ("STR-09", {}, left(date(2026, 6, 16), paid_after=True)),
    ("MGT-01", [("decides_self", True, WHO), ("sector_experience", False, WHO)], managed(19)),
    ("MGT-02", [("acting_manager", "gaf leiding", WHO)], managed()),
    ("MGT-02", {"acting_manager": None}, managed()),
    ("MGT-04", {"record_connected": None}, {}),
    ("MGT-05", [("record_connected", "2024, heling", WHO)], {"records_declared": 1}),
    ("MGT-06", {}, {"fronts": (Front(WHO, 2, 1), Front("B", 1, 2))}),
    ("MGT-08", {}, left(date(2026, 6, 1), paid_after=True)),
    ("MGT-09", [("signatory", APPLIED, WHO)], {"authorised": frozenset({WHO})}),
    (
        "MGT-09",
        [("signatory", APPLIED, WHO), ("mandate", True, WHO)],
        {"authorised": frozenset()},
    ),
    ("PRO-03", {}, {"works": (Works(HOUSE, date(2026, 6, 2)),), **PASSED}),
    ("PRO-03", {}, {"works": (Works(HOUSE, date(2025, 6, 1)),), **PASSED}),
    ("PRO-03", {}, {"works": (Works("Kade 9", date(2026, 6, 1)),), **PASSED}),
    ("PRO-04", {}, {"purchases": (*BOUGHT[:3], Purchase(WHO, date(2027, 1, 1)))}),
    ("PRO-04", {}, {"purchases": (*BOUGHT[:3], Purchase("B. Ander", date(2026, 5, 1)))}),
    ("PRO-09", {}, sold(2, 115)),
    ("PRO-09", {}, sold(3, 200)),
    ("PRO-09", {}, sold(None, 200)),
    ("PRO-09", {}, sold(1, 200, 0)),
    ("PRO-10", {}, held(foundation=True, has_controller=True)),
    ("PRO-10", {}, held()),
]
ASKED = [
    ("STR-06", {"dormant_since": date(2024, 1, 1)}, {}),
    ("STR-08", {}, {}),
    ("STR-09", {}, {"ended_roles": ()}),
    ("MGT-01", [("sector_experience", False, WHO)], managed(19)),
    ("MGT-01", [("decides_self", False, WHO)], {}),
    ("MGT-02", {}, managed()),
    ("MGT-04", {}, {}),
    ("MGT-05", [("record_connected", "2024", WHO)], {}),
    ("MGT-06", {}, {}),
    ("MGT-08", {}, {}),
    ("MGT-09", [("signatory", APPLIED, WHO)], {}),
    ("PRO-03", {}, PASSED),
    ("PRO-04", {}, {}),
    ("PRO-09", {}, {}),
    ("PRO-10", {}, {}),
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


def test_a_possible_straw_man_is_a_list_of_circumstances_and_no_number():
    rows = [("decides_self", False, WHO), ("sector_experience", False, WHO)]
    found = signal("MGT-01", rows, own_funds=0, **managed(22))
    [(name, listed)] = found.inputs
    assert name == "circumstances"
    assert listed.en.split("; ") == [
        f"{WHO}: younger than 23",
        f"{WHO}: no experience in the sector",
        f"{WHO}: another decides",
        "no own money put in",
    ]
    older = signal("MGT-01", rows, own_funds=1, **managed(23))
    assert "younger" not in older.explanation.en
