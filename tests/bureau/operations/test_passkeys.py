"""Making a passkey: for what was asked in this sign-in, once, and only a few of them."""

from dataclasses import replace

import pytest

from bureau.errors import Invalid
from bureau.model.base import new_id
from bureau.operations import factors, passkeys
from bureau.trust.passkeys import Site
from tests.bureau.passkey_device import Device

SITE = Site("https://bureau.example", "bureau.example")


def begun(work_of, actor):
    with work_of(actor) as work:
        return passkeys.begin_passkey(work, SITE)


def test_what_was_asked_is_kept_once_and_in_the_sign_in_that_asked(work_of, actors, trail):
    here = replace(actors.officer, session_id=new_id())
    there = replace(actors.officer, session_id=new_id())
    answer = Device().make(begun(work_of, here))
    with pytest.raises(Invalid), work_of(there) as work:
        passkeys.add_passkey(work, SITE, answer, "Telephone")
    with work_of(here) as work:
        passkeys.add_passkey(work, SITE, answer, "Telephone")
    with pytest.raises(Invalid), work_of(here) as work:
        passkeys.add_passkey(work, SITE, answer, "Telephone")
    with work_of(here) as work:
        assert [row.name for row in factors.list_factors(work).factors] == ["Telephone"]
    assert [event.kind for event in trail()].count("factor.added") == 1


def test_a_device_that_has_one_is_told_so(work_of, actors):
    device = Device()
    options = begun(work_of, actors.officer)
    with work_of(actors.officer) as work:
        passkeys.add_passkey(work, SITE, device.make(options), "Telephone")
    assert "excludeCredentials" in begun(work_of, actors.officer)
    assert '"excludeCredentials": []' in begun(work_of, actors.second)
