"""Two regimes: in a municipal case nobody else sits where a person is discussed."""

from datetime import date

import pytest

from bureau.errors import NotAllowed
from bureau.rules.regimes import (
    JOINT,
    MUNICIPAL,
    insist_partner_data,
    insist_seat,
    regime_of,
    regimes,
)

DAY = date(2026, 3, 2)


def test_the_municipal_regime_keeps_others_and_their_data_out():
    municipal = regime_of(MUNICIPAL, DAY)
    with pytest.raises(NotAllowed, match="municipal regime"):
        insist_seat(municipal, "Politie Monde")
    with pytest.raises(NotAllowed, match="AVG 6"):
        insist_partner_data(municipal, "Politie Monde")


def test_joint_processing_lets_them_in_by_agreement():
    joint = regime_of(JOINT, DAY)
    insist_seat(joint, "Politie Monde")
    insist_partner_data(joint, "Politie Monde")
    assert joint.agreement


def test_a_case_from_before_the_choice_is_joint():
    assert regime_of("", DAY).code == JOINT
    assert regimes().codes() == (MUNICIPAL, JOINT)
