"""An answer of a passkey counts under the address of the house and for its own challenge only."""

import json

import pytest

from bureau.errors import Invalid
from bureau.trust import passkeys
from bureau.trust.passkeys import Site
from tests.bureau.passkey_device import Device

SITE = Site("https://bureau.example", "bureau.example")
ASKED, OTHER = b"a" * 32, b"b" * 32


def kept(device):
    answer = passkeys.answered(device.make(passkeys.making(SITE, b"1", "officer", [], ASKED)))
    assert passkeys.challenge_in(answer) == ASKED
    return passkeys.made(SITE, answer, ASKED)


def test_a_passkey_is_made_and_answers():
    device = Device()
    made = kept(device)
    answer = passkeys.answered(device.answer(passkeys.asking(SITE, [made.credential], OTHER)))
    assert passkeys.credential_in(answer) == made.credential == device.id
    after = passkeys.count_after(SITE, answer, OTHER, made.public_key, made.count)
    assert after > made.count
    with pytest.raises(Invalid):
        passkeys.count_after(SITE, answer, OTHER, made.public_key, after)
    with pytest.raises(Invalid):
        passkeys.count_after(SITE, answer, ASKED, made.public_key, made.count)


@pytest.mark.parametrize(
    "device",
    [
        Device(origin="https://bureau.example.evil.example"),
        Device(origin="http://bureau.example"),
        Device(name="evil.example"),
        Device(verified=False),
    ],
)
def test_one_of_another_address_or_without_pin_or_finger_is_not_kept(device):
    with pytest.raises(Invalid):
        kept(device)


def test_the_passkey_of_another_device_does_not_answer():
    made, other = kept(Device()), Device()
    answer = passkeys.answered(other.answer(passkeys.asking(SITE, [], OTHER)))
    with pytest.raises(Invalid):
        passkeys.count_after(SITE, answer, OTHER, made.public_key, made.count)


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"rawId": 1, "response": {}}', '{"rawId": "a"}', "x" * 99]
)
def test_what_is_no_answer_is_told(text):
    with pytest.raises(Invalid):
        passkeys.answered(text)


@pytest.mark.parametrize("said", [{}, {"clientDataJSON": "!"}, {"clientDataJSON": 5}])
def test_an_answer_without_a_challenge_is_told(said):
    text = json.dumps({"rawId": "AA", "response": said})
    with pytest.raises(Invalid):
        passkeys.challenge_in(passkeys.answered(text))
