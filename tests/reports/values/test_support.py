"""A plan with somebody: a code name, a safe way, observations with a name under them."""

from dataclasses import replace

import pytest

from bureau.errors import Invalid
from bureau.rules.helping import code_name
from bureau.rules.vocabulary import Track
from reports.values.support import Hold
from tests.reports.samples import sample

PLAN = sample(Track.VICTIM)


@pytest.mark.parametrize("name", ["Linde", "Linde-7", "Linde-123"])
def test_a_code_name_is_one_invented_word(name):
    code_name(name)


@pytest.mark.parametrize("name", ["Ann de Vries", "1990-01-01", "linde", "Linde-1234", "L"])
def test_a_name_of_a_person_is_no_code_name(name):
    with pytest.raises(Invalid):
        code_name(name)


def test_contact_needs_a_channel_and_an_observation_an_observer():
    with pytest.raises(Invalid):
        replace(PLAN.contact, channel=" ")
    with pytest.raises(Invalid):
        replace(PLAN.indicators[0], observer="")
    with pytest.raises(Invalid):
        replace(PLAN.plan[0], by_when="soon")


def test_a_hold_is_dates_and_nothing_else():
    assert set(Hold.__dataclass_fields__) == {"sent_on", "until", "released_on"}
