"""Who works with Bureau: organisations, the people in them, their roles and sessions."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    ForeignKey,
    LargeBinary,
    String,
    UniqueConstraint,
    or_,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base, Identified
from bureau.rules import clearances
from bureau.rules.vocabulary import Language, Role

WAITING, CONFIRMED, REFUSED = "waiting", "confirmed", "refused"
WITHDRAWN, FOUNDED = "withdrawn", "founded"


class Organisation(Audited, Base):
    """A body that takes part; `kind` is a code of the partner table (WGS 2.19).

    `house` is the organisation whose administrator made it and manages its accounts; none for a
    house of its own.
    """

    __tablename__ = "organisation"

    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(20))
    house_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    house: Mapped["Organisation | None"] = relationship(remote_side="Organisation.id")
    users: Mapped[list["User"]] = relationship(back_populates="organisation")


class User(Audited, Base):
    """A named person with an account; accounts are never shared."""

    __tablename__ = "user"

    login: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    password_until: Mapped[datetime | None]  # a first password: its owner chooses another by then
    language: Mapped[Language] = mapped_column(default=Language.NL)
    active: Mapped[bool] = mapped_column(default=True)
    screened_until: Mapped[date | None]
    failed_sign_ins: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    organisation: Mapped[Organisation] = relationship(back_populates="users", lazy="joined")
    roles: Mapped[list["UserRole"]] = relationship(
        back_populates="user", cascade="all, delete-orphan"
    )
    grants: Mapped[list["RoleGrant"]] = relationship(
        back_populates="user", foreign_keys="RoleGrant.user_id", order_by="RoleGrant.role"
    )
    clearances: Mapped[list["Clearance"]] = relationship(
        back_populates="user",
        foreign_keys="Clearance.user_id",
        order_by="Clearance.until_on",
    )

    def held(self, today: date) -> frozenset[Role]:
        """The roles that hold today: a role whose last day has passed opens nothing any more."""
        return frozenset(row.role for row in self.roles if row.holds(today))

    def hold(self, role: Role, until: date | None = None) -> None:
        """Give a role from now on, until the end of a day or for good."""
        row = next((one for one in self.roles if one.role == role), None)
        if row is None:
            self.roles = [*self.roles, UserRole(role=role, until_on=until)]
        else:
            row.until_on = until

    @property
    def waiting(self) -> list["RoleGrant"]:
        """The roles that were asked for this person and wait for a second administrator."""
        return [grant for grant in self.grants if grant.state == WAITING]

    def admitted(self, today: date) -> bool:
        """Whether the account lets in: it is not disabled, and its screening has not run out."""
        return admitted(self.active, self.screened_until, today)

    def lacking(self, today: date) -> tuple[str, ...]:
        """What must be shown before the account of a partner opens, and does not hold today."""
        held = (row.kind for row in self.clearances if row.holds(today))
        return clearances.lacking(self.organisation.kind, held, today)

    def opens(self, today: date) -> bool:
        """Whether more than the own account opens: it lets in, and nothing is lacking."""
        return self.admitted(today) and not self.lacking(today)


def admitted(active: bool, screened_until: date | None, today: date) -> bool:
    """Whether an account lets in: it is not disabled, and its screening has not run out."""
    return active and (screened_until is None or today <= screened_until)


class UserRole(Audited, Base):
    """One role that one person holds, until the end of a day where one is told."""

    __tablename__ = "user_role"
    __table_args__ = (UniqueConstraint("user_id", "role"),)

    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    role: Mapped[Role]
    until_on: Mapped[date | None]
    user: Mapped[User] = relationship(back_populates="roles")

    def holds(self, today: date) -> bool:
        """Whether the role still holds on this day."""
        return self.until_on is None or today <= self.until_on


def role_holds(today: date | BindParameter[date]) -> ColumnElement[bool]:
    """The condition of a query that a role still holds on this day."""
    return or_(UserRole.until_on.is_(None), UserRole.until_on >= today)


class Clearance(Audited, Base):
    """One thing that was shown for a person: when it was given, until when it holds, what it is.

    A row is never changed; one that should not be there is withdrawn, with the reason.
    """

    __tablename__ = "clearance"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    given_on: Mapped[date]
    until_on: Mapped[date]
    source: Mapped[str] = mapped_column(String(300))
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    recorded_at: Mapped[datetime]
    withdrawn_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_reason: Mapped[str] = mapped_column(String(500), default="")
    user: Mapped[User] = relationship(back_populates="clearances", foreign_keys=[user_id])
    recorded_by: Mapped[User] = relationship(foreign_keys=[recorded_by_id], lazy="joined")

    def holds(self, day: date) -> bool:
        """Whether it was given by `day`, has not run out and was not withdrawn."""
        return self.withdrawn_at is None and self.given_on <= day <= self.until_on


class DoorCount(Identified, Base):
    """Wrong passwords for one account from one address, which is kept as a mark only."""

    __tablename__ = "door_count"
    __table_args__ = (UniqueConstraint("user_id", "place"),)

    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    place: Mapped[str] = mapped_column(String(64))
    failures: Mapped[int]
    closed_until: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]


class RoleGrant(Audited, Base):
    """A sensitive role asked for somebody, and what a second administrator made of it.

    `organisation_id` is the house of whoever asked: its administrators answer.
    """

    __tablename__ = "role_grant"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    role: Mapped[Role]
    until_on: Mapped[date | None]
    state: Mapped[str] = mapped_column(String(20), default=WAITING)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    asked_at: Mapped[datetime]
    settled_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    settled_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(String(500), default="")
    user: Mapped[User] = relationship(
        back_populates="grants", foreign_keys=[user_id], lazy="joined"
    )
    asked_by: Mapped[User] = relationship(foreign_keys=[asked_by_id], lazy="joined")


class Session(Identified, Base):
    """A sign-in, kept here; the cookie carries a secret of which only the digest is stored."""

    __tablename__ = "session"

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    opened_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    tried: Mapped[int] = mapped_column(default=0)  # wrong passwords since the sign-in before it
    strength: Mapped[str] = mapped_column(String(10), default="password")
    shown_at: Mapped[datetime | None]  # when something was shown elsewhere, before it was opened
    waiting: Mapped[bool] = mapped_column(default=False)  # for the second step: opens nothing yet
    user: Mapped[User] = relationship(lazy="joined")
