"""Passwords: hashed with argon2id, checked in the same time whether or not the login exists."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bureau.errors import Invalid
from bureau.rules import guessed
from bureau.trust import breached

SHORTEST = 15  # ASVS 5.0 6.2.1
LONGEST = 256
# No letter or digit that is read as another: thirty signs, so that twenty are 98 bits.
SIGNS, GROUPS, GROUP = "abcdefghjkmnpqrstuvwxyz2346789", 5, 4
_HASHER = PasswordHasher()
# Made beforehand, so that no command waits for it; nobody has this password.
_NOBODY = (
    "$argon2id$v=19$m=65536,t=3,p=4$fMeaKq2w8B8NKWIgUz/ozg$"
    "5h7btoRTlN8F4wpNBLpsa0IzEg2kb7OVSa8kbJPR3/4"
)


@dataclass(frozen=True, slots=True)
class First:
    """A first password: what is handed over once, and what is kept of it."""

    plain: str = field(repr=False)
    digest: str


def first() -> First:
    """A first password drawn at random, five groups of four signs (ASVS 6.4.1)."""
    groups = ("".join(secrets.choice(SIGNS) for _ in range(GROUP)) for _ in range(GROUPS))
    plain = "-".join(groups)
    return First(plain, _HASHER.hash(plain))


def chosen(password: str, own: Iterable[str], on: date, field: str = "password") -> str:
    """The hash of a password that somebody chose; raises Invalid for one that is tried first.

    `own` are the names of the person and the organisation, which are tried with it (ASVS 6.2.11).
    """
    if guessed.is_guessable(password[:LONGEST], own, on) or breached.is_listed(password[:LONGEST]):
        _insist_length(password, field)
        raise Invalid(
            "This password is among those that are tried first.",
            where={"field": field},
            hint="Use a sentence of a few words that say nothing of you, of the organisation or of"
            " this program.",
        )
    return hash_of(password, field)


def hash_of(password: str, field: str = "password") -> str:
    """The argon2id hash of `password`; raises Invalid when it is too short or too long."""
    _insist_length(password, field)
    return _HASHER.hash(password)


def _insist_length(password: str, field: str) -> None:
    if not SHORTEST <= len(password) <= LONGEST:
        raise Invalid(
            "A password has {shortest} to {longest} characters.",
            where={"field": field},
            hint="Use a sentence of a few words.",
            shortest=SHORTEST,
            longest=LONGEST,
        )


def matches(password: str, stored: str | None) -> bool:
    """Whether `password` belongs to `stored`; without a stored hash never, but no faster."""
    try:
        return _HASHER.verify(stored or _NOBODY, password[:LONGEST]) and stored is not None
    except (VerificationError, InvalidHashError):
        return False
