"""Passwords: hashed with argon2id, checked in the same time whether or not the login exists."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bureau.errors import Invalid

SHORTEST = 15  # ASVS 5.0 6.2.1
LONGEST = 256
_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash("nobody has this password, it only takes the time of one")


def hash_of(password: str) -> str:
    """The argon2id hash of `password`; raises Invalid when it is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Invalid(
            "A password has {shortest} to {longest} characters.",
            where={"field": "password"},
            hint="Use a sentence of a few words.",
            shortest=SHORTEST,
            longest=LONGEST,
        )
    return _HASHER.hash(password)


def matches(password: str, stored: str | None) -> bool:
    """Whether `password` belongs to `stored`; without a stored hash never, but no faster."""
    try:
        return _HASHER.verify(stored or _NOBODY, password[:LONGEST]) and stored is not None
    except (VerificationError, InvalidHashError):
        return False
