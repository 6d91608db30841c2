"""Who acts, and one condition of leave said twice: of a record in hand, and as SQL."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement

from bureau.rules.strong_acts import SignIn
from bureau.rules.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever acts, detached from the database: a person of the house, or an applicant."""

    id: UUID
    organisation_id: UUID
    roles: frozenset[Role]
    name: str = ""
    session_id: UUID | None = None
    strength: str = ""  # what was shown at the door: a password, codes, a passkey ...
    shown: SignIn | None = None  # that, and when; a program showed nothing
    asks: date | None = None  # from when the house asks a fresh second factor of this actor
    leases: frozenset[UUID] = frozenset()  # cases of colleagues that stand open for a while
    form_of: UUID | None = None  # the one case whose form an applicant fills in through a link


@dataclass(frozen=True, slots=True)
class Rule:
    """One condition, said twice: for a record in hand and as SQL over its table."""

    name: str
    holds: Callable[[Actor, Any], bool]
    where: Callable[[Actor], ColumnElement[bool]]
