"""Passkeys (WebAuthn): what is asked of a browser, and whether its answer is the right one.

The challenge is made here, known to the database by a digest only, and answered once; origin and
name of the house come from its settings, never from a request.
"""

import json
from base64 import urlsafe_b64decode
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from bureau.errors import Invalid

REQUIRED = UserVerificationRequirement.REQUIRED


@dataclass(frozen=True, slots=True)
class Site:
    """Where the house is found: its origins, and the name that its passkeys are bound to."""

    origin: str
    name: str


@dataclass(frozen=True, slots=True)
class Made:
    """A new passkey: by what it is known, its public key and how often it was used."""

    credential: bytes
    public_key: bytes
    count: int


def making(site: Site, user: bytes, login: str, had: Iterable[bytes], challenge: bytes) -> str:
    """What a browser needs to make a passkey for this person, as JSON."""
    options = generate_registration_options(
        rp_id=site.name,
        rp_name="Bureau",
        user_id=user,
        user_name=login,
        challenge=challenge,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=REQUIRED
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=one) for one in had],
    )
    return options_to_json(options)


def asking(site: Site, known: Iterable[bytes], challenge: bytes) -> str:
    """What a browser needs to answer with a passkey, as JSON; any of this house without `known`."""
    options = generate_authentication_options(
        rp_id=site.name,
        challenge=challenge,
        allow_credentials=[PublicKeyCredentialDescriptor(id=one) for one in known],
        user_verification=REQUIRED,
    )
    return options_to_json(options)


def answered(text: str) -> dict[str, Any]:
    """The answer of a browser; raises Invalid where it is none."""
    try:
        found = json.loads(text)
        if not isinstance(found["rawId"], str) or not isinstance(found["response"], dict):
            raise _unfit()
    except (ValueError, TypeError, KeyError):
        raise _unfit() from None
    return dict(found)


def challenge_in(answer: dict[str, Any]) -> bytes:
    """The challenge that the browser says it answers."""
    try:
        said = json.loads(_plain(answer["response"]["clientDataJSON"]))
        return _plain(said["challenge"])
    except (ValueError, TypeError, KeyError):
        raise _unfit() from None


def credential_in(answer: dict[str, Any]) -> bytes:
    """By what the passkey that answers is known."""
    try:
        return _plain(answer["rawId"])
    except (ValueError, TypeError):
        raise _unfit() from None


def made(site: Site, answer: dict[str, Any], challenge: bytes) -> Made:
    """The passkey that was made; raises Invalid where anything about it does not fit."""
    try:
        found = verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=site.name,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError):
        raise _unfit() from None
    return Made(found.credential_id, found.credential_public_key, found.sign_count)


def count_after(
    site: Site, answer: dict[str, Any], challenge: bytes, key: bytes, count: int
) -> int:
    """The count of a passkey after it answered; raises Invalid where the answer does not fit."""
    try:
        found = verify_authentication_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=site.name,
            expected_origin=site.origin,
            credential_public_key=key,
            credential_current_sign_count=count,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError):
        raise _unfit() from None
    return found.new_sign_count


def _plain(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _unfit() -> Invalid:
    return Invalid(
        "That is not an answer of a passkey of this house.",
        hint="Try once more. A passkey works under the address of the house only.",
    )
