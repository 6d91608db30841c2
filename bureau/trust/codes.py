"""Codes of an app (TOTP, RFC 6238), each taken once, and codes on paper of which a mark is kept."""

import hmac

import pyotp

from bureau import keys

ISSUER = "Bureau"
LENGTH = 6
SECONDS = 30
AROUND = (0, -1, 1)  # steps: a clock may be half a minute off, and typing takes time
SHORT_ALPHABET = frozenset("23456789ABCDEFGHJKMNPQRSTVWXYZ")


def new_secret() -> str:
    """A fresh secret to share with an app: 160 bits in base32."""
    return pyotp.random_base32()


def address(secret: str, login: str) -> str:
    """What the QR code says: secret, whose it is and of which house (otpauth)."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=ISSUER)


def step_of(secret: str, code: str, at: float, last: int) -> int | None:
    """The step of which `code` is the code, if it is after the `last` that was used."""
    plain = "".join(code.split())
    if len(plain) != LENGTH or not (plain.isascii() and plain.isdigit()):
        return None
    app, now = pyotp.TOTP(secret), int(at // SECONDS)
    near = (now + off for off in AROUND)
    fitting = [step for step in near if hmac.compare_digest(app.generate_otp(step), plain)]
    return next((step for step in fitting if step > last), None)


def paper_mark(user: str, code: str) -> str:
    """The mark by which a code on paper of this person is known; it says nothing without keys."""
    plain = "".join(sign for sign in code.upper() if sign in SHORT_ALPHABET)
    return keys.blind(f"{user}:{plain}", "recovery_code.mark")
