"""A sign-in elsewhere (OpenID Connect): how a browser is led there, and what is believed of it.

What comes back counts when its signature, issuer, audience, nonce and times fit exactly, and its
level suffices (OpenID Connect Core 3.1.3.7; OpenID.NLGov 1.0.1).
"""

import base64
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from authlib.common.errors import AuthlibBaseError
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from requests import RequestException

from bureau.errors import Invalid
from bureau.rules import assurance_levels
from bureau.rules.assurance_levels import AssuranceLevel
from bureau.rules.dates import civil_date
from bureau.trust.issuer import SECONDS, Provider, Trusted, client_of, read, silent

ALGORITHMS = ["RS256", "PS256", "ES256"]  # of a key pair: the secret of the client signs nothing
SKEW = timedelta(seconds=60)  # between the clocks of two houses
LONGEST = 255  # of a subject (OpenID Connect Core 2)


@dataclass(frozen=True, slots=True)
class Shown:
    """Who came in there, on which level, and when something was shown for it."""

    subject: str
    level: AssuranceLevel
    at: datetime


def leading(
    trusted: Trusted, provider: Provider, secret: str, since: timedelta, on: datetime
) -> str:
    """The address to which a browser is led, for a sign-in there not older than `since`.

    With no time at all something is asked there anew, whoever is signed in there already.
    """
    levels = assurance_levels.sufficing(trusted.level, civil_date(on))
    asked = {
        "nonce": derived("nonce", secret),
        "max_age": str(int(since.total_seconds())),
        "acr_values": " ".join(value for row in levels for value in row.values),
    }
    if not since:
        asked["prompt"] = "login"
    with client_of(trusted, provider) as client:
        address, _ = client.create_authorization_url(
            provider.authorization,
            state=derived("state", secret),
            code_verifier=derived("verifier", secret),
            **asked,
        )
    return str(address)


def shown(
    trusted: Trusted, provider: Provider, secret: str, code: str, since: timedelta, now: datetime
) -> Shown:
    """Who the browser that comes back with `code` is there; raises Invalid for nobody.

    What was shown there for it is not older than `since`.
    """
    try:
        with client_of(trusted, provider) as client:
            answer = client.fetch_token(
                provider.token,
                code=code,
                code_verifier=derived("verifier", secret),
                timeout=SECONDS,
                allow_redirects=False,
            )
    except (AuthlibBaseError, ValueError):
        raise _nobody() from None
    except RequestException as trouble:
        raise silent() from trouble
    claims = _signed(answer.get("id_token"), read(trusted, provider.keys))
    _insist_meant(trusted, claims, derived("nonce", secret))
    return _who(trusted, claims, since, now)


def leaving(trusted: Trusted, provider: Provider) -> str:
    """The address at which one signs out there, too; empty where there is none."""
    if not provider.ending:
        return ""
    with client_of(trusted, provider) as client:
        address, _ = client.create_authorization_url(
            provider.ending, post_logout_redirect_uri=trusted.out
        )
    return str(address)


def derived(what: str, secret: str) -> str:
    """A value for one use, of which the secret cannot be told."""
    digest = hmac.new(secret.encode(), what.encode(), sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _signed(text: object, keys: dict[str, Any]) -> dict[str, Any]:
    try:
        found = jwt.decode(str(text), KeySet.import_key_set(keys), algorithms=ALGORITHMS)  # type: ignore[arg-type]
    except (JoseError, ValueError, TypeError, KeyError):
        raise _nobody() from None
    return dict(found.claims)


def _insist_meant(trusted: Trusted, claims: Mapping[str, Any], nonce: str) -> None:
    """It comes from the issuer, is for this house alone and answers what was asked."""
    audience = claims.get("aud")
    alone = audience in (trusted.client_id, [trusted.client_id])
    meant = claims.get("azp", trusted.client_id) == trusted.client_id
    answers = hmac.compare_digest(str(claims.get("nonce")).encode(), nonce.encode())
    if claims.get("iss") != trusted.issuer or not alone or not meant or not answers:
        raise _nobody()


def _who(trusted: Trusted, claims: Mapping[str, Any], since: timedelta, now: datetime) -> Shown:
    ends, made, at = (_moment(claims.get(name)) for name in ("exp", "iat", "auth_time"))
    subject = claims.get("sub")
    named = isinstance(subject, str) and 0 < len(subject) <= LONGEST
    timely = now < ends + SKEW and made <= now + SKEW and at <= now + SKEW
    if not named or not timely or now > at + since + SKEW:
        raise _nobody()
    level = assurance_levels.level_of(str(claims.get("acr")), trusted.level, civil_date(now))
    if level is None:
        least = assurance_levels.sufficing(trusted.level, civil_date(now))[0]
        raise Invalid(
            "That sign-in elsewhere is on a lower level than the house asks: at least {level}.",
            where={"basis": least.basis},
            hint="Sign in there with a stronger means, or here with your password and a second"
            " factor.",
            level=least.name,
        )
    return Shown(str(subject), level, min(at, now))


def _moment(value: object) -> datetime:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _nobody()
    try:
        return datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError):
        raise _nobody() from None


def _nobody() -> Invalid:
    return Invalid("That sign-in elsewhere does not open an account here.")
