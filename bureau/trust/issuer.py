"""The one place elsewhere whose sign-ins the house takes (OpenID Connect): where it is found.

Nobody but that place is asked anything: its own addresses all lie under the origin of the issuer,
no redirect is followed and no proxy of the machine is used.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from authlib.integrations.requests_client import OAuth2Session
from requests import RequestException

from bureau.errors import OutOfOrder

SECONDS = 10  # until somebody who does not answer is given up
MOST_BYTES = 1_000_000
WELL_KNOWN = "/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True)
class Trusted:
    """The place that the house trusts, who the house is there, and the level it asks."""

    issuer: str
    client_id: str
    secret: str = field(repr=False)
    level: str
    back: str  # the address of the house to which a browser comes back
    out: str  # and the one to which it comes back from signing out there


@dataclass(frozen=True, slots=True)
class Provider:
    """The addresses of that place, as it tells them itself."""

    authorization: str
    token: str
    keys: str
    ending: str
    methods: tuple[str, ...]


def provider_of(trusted: Trusted) -> Provider:
    """The addresses of the place that is trusted; raises OutOfOrder where they do not fit."""
    told = read(trusted, trusted.issuer.rstrip("/") + WELL_KNOWN)
    if told.get("issuer") != trusted.issuer:
        raise _unfit("issuer")
    methods = told.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    if not isinstance(methods, list):
        raise _unfit("token_endpoint_auth_methods_supported")
    return Provider(
        authorization=_inside(trusted, told, "authorization_endpoint"),
        token=_inside(trusted, told, "token_endpoint"),
        keys=_inside(trusted, told, "jwks_uri"),
        ending=_inside(trusted, told, "end_session_endpoint", needed=False),
        methods=tuple(str(one) for one in methods),
    )


def client_of(trusted: Trusted, provider: Provider) -> OAuth2Session:
    """The house as a client of that place."""
    secret = trusted.secret or None
    posted = "client_secret_basic" not in provider.methods
    method = "none" if secret is None else "client_secret_post" if posted else "client_secret_basic"
    client = OAuth2Session(
        trusted.client_id,
        secret,
        token_endpoint_auth_method=method,
        scope="openid",
        redirect_uri=trusted.back,
        code_challenge_method="S256",
    )
    client.trust_env = False  # no proxy and no password file of the machine
    return client


def read(trusted: Trusted, address: str) -> dict[str, Any]:
    """What the place that is trusted tells at one of its addresses."""
    try:
        with OAuth2Session(trusted.client_id) as client:
            client.trust_env = False
            answer = client.request(
                "GET",
                address,
                withhold_token=True,
                timeout=SECONDS,
                allow_redirects=False,
                stream=True,
            )
            if answer.status_code != HTTPStatus.OK:
                raise silent()
            return _object(_text(answer.iter_content(MOST_BYTES)))
    except (RequestException, OSError) as trouble:
        raise silent() from trouble


def _text(parts: Iterable[bytes]) -> bytes:
    text = b""
    for part in parts:
        text += part
        if len(text) > MOST_BYTES:
            raise silent()
    return text


def _inside(trusted: Trusted, told: Mapping[str, Any], name: str, *, needed: bool = True) -> str:
    """An address that is told, where it lies under the origin of the issuer."""
    address = str(told.get(name) or "")
    if not address and not needed:
        return ""
    try:
        within = urlsplit(address)[:2] == urlsplit(trusted.issuer)[:2]
    except ValueError:
        within = False
    if not within:
        raise _unfit(name)
    return address


def _object(text: bytes) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise silent() from None
    if not isinstance(found, dict):
        raise silent()
    return found


def silent() -> OutOfOrder:
    """What is said where it does not answer."""
    return OutOfOrder(
        "The place for signing in elsewhere does not answer.",
        hint="Sign in with your password, or try again later.",
    )


def _unfit(name: str) -> OutOfOrder:
    return OutOfOrder(
        "The place for signing in elsewhere tells something that does not fit: {name}.",
        hint="Compare BUREAU_OIDC_ISSUER with what its administrator wrote.",
        name=name,
    )
