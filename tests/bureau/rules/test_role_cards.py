"""The data on a card: of its own, in the phase, under the regime; never what no phase opens."""

from dataclasses import replace

import pytest

from bureau.errors import NotAllowed
from bureau.rules.agenda import Phase
from bureau.rules.regimes import regime_of
from bureau.rules.role_cards import Bringing, brought, insist_brought
from tests.conftest import NOW

DAY = NOW.date()
JOINT, CITY = regime_of("RIEC", DAY), regime_of("MUNICIPAL", DAY)
TAX = Bringing("TAX", "Belastingdienst", Phase.WEIGHING, JOINT, own=False, on=DAY)


def codes(**changed):
    return {row.code for row in brought(replace(TAX, **changed))}


def test_tax_data_come_from_the_second_phase_on():
    assert "TAX" in codes()
    assert "TAX" not in codes(phase=Phase.ENRICHMENT)
    with pytest.raises(NotAllowed, match="phase 1") as refusal:
        insist_brought(["AREA", "TAX"], replace(TAX, phase=Phase.ENRICHMENT))
    assert "WGS 2.22" in refusal.value.where["basis"]
    insist_brought(["TAX"], TAX)


def test_each_brings_what_is_its_own():
    assert "POLICE_8_13" not in codes()
    assert "POLICE_8_13" in codes(kind="POLICE")
    assert "POLICE_9_10" not in codes(kind="POLICE")
    assert "POLICE_9_10" in codes(kind="POLICE", phase=Phase.DEEP)
    assert not codes() & {"RESULT", "BIBOB", "NATIONALITY", "MEDICAL", "VICTIM"}


def test_who_is_no_participant_brings_the_area_only():
    assert codes(kind="PORT", phase=Phase.DEEP) == {"AREA"}


def test_under_the_municipal_regime_only_the_own_organisation_brings_anything():
    assert codes(regime=CITY) == set()
    own = codes(kind="MUN_MAYOR", regime=CITY, own=True)
    assert {"PERMITS", "SUPERVISION"} <= own
    assert "TAX" not in own
