"""The nodes of a case: persons, companies, real estate, addresses, accounts and things."""

import unicodedata
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from bureau.model.base import Audited, Base, Sealed
from bureau.model.source import Sourced
from bureau.rules.dates import PartialDate
from bureau.rules.vocabulary import EntityKind

LABEL_LENGTH = 300


def folded(text: str) -> str:
    """`text` as search compares it: no accents, no capitals, single blanks."""
    bare = text if text.isascii() else _without_accents(text)
    return " ".join(bare.casefold().split())


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


class Entity(Sourced, Audited, Base):
    """Somebody or something that appears in a case; `key` finds it again on a second import."""

    __tablename__ = "entity"
    __table_args__ = (UniqueConstraint("case_id", "key"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    kind: Mapped[EntityKind]
    label: Mapped[str] = mapped_column(String(LABEL_LENGTH))
    label_folded: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(String(160))
    note: Mapped[str] = mapped_column(Text, default="")
    identifiers: Mapped[list["Identifier"]] = relationship(
        back_populates="entity", cascade="all, delete-orphan", order_by="Identifier.scheme"
    )
    roles: Mapped[list["PartyRole"]] = relationship(
        back_populates="entity", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"polymorphic_on": "kind", "version_id_col": Audited.version}

    @validates("label")
    def _fold_label(self, _: str, label: str) -> str:
        # Kept beside the label, since databases disagree about capitals and accents.
        self.label_folded = folded(label)
        return label


class Person(Entity):
    """A natural person; a protected person is never merged, matched or drawn."""

    __tablename__ = "person"
    __mapper_args__ = {"polymorphic_identity": EntityKind.PERSON, "polymorphic_load": "selectin"}

    id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"), primary_key=True)
    given_names: Mapped[str] = mapped_column(String(200), default="")
    prefix: Mapped[str] = mapped_column(String(40), default="")
    family_name: Mapped[str] = mapped_column(String(200), default="")
    born: Mapped[PartialDate | None]
    died: Mapped[PartialDate | None]
    protected: Mapped[bool] = mapped_column(default=False)


class Company(Entity):
    """A legal person, partnership or one-man business."""

    __tablename__ = "company"
    __mapper_args__ = {"polymorphic_identity": EntityKind.COMPANY, "polymorphic_load": "selectin"}

    id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"), primary_key=True)
    legal_form: Mapped[str] = mapped_column(String(100), default="")
    registered_on: Mapped[PartialDate | None]
    ended_on: Mapped[PartialDate | None]
    activity: Mapped[str] = mapped_column(String(200), default="")
    staff: Mapped[int | None]
    hub: Mapped[str] = mapped_column(String(20), default="")


class Property(Entity):
    """A piece of real estate, as the land register knows it."""

    __tablename__ = "property"
    __mapper_args__ = {"polymorphic_identity": EntityKind.PROPERTY, "polymorphic_load": "selectin"}

    id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"), primary_key=True)
    designation: Mapped[str] = mapped_column(String(100), default="")
    use: Mapped[str] = mapped_column(String(100), default="")
    square_metres: Mapped[int | None]
    valuation_minor: Mapped[int | None]
    valued_on: Mapped[PartialDate | None]


class Address(Entity):
    """A place where somebody lives, works or is registered."""

    __tablename__ = "address"
    __mapper_args__ = {"polymorphic_identity": EntityKind.ADDRESS, "polymorphic_load": "selectin"}

    id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"), primary_key=True)
    street: Mapped[str] = mapped_column(String(200), default="")
    number: Mapped[str] = mapped_column(String(20), default="")
    addition: Mapped[str] = mapped_column(String(20), default="")
    postcode: Mapped[str] = mapped_column(String(12), default="")
    city: Mapped[str] = mapped_column(String(100), default="")
    country: Mapped[str] = mapped_column(String(60), default="")


class Account(Entity):
    """An account at a bank or payment institution; the number is text, zeros and all."""

    __tablename__ = "account"
    __mapper_args__ = {"polymorphic_identity": EntityKind.ACCOUNT, "polymorphic_load": "selectin"}

    id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"), primary_key=True)
    number: Mapped[str] = mapped_column(String(60))
    holder_name: Mapped[str] = mapped_column(String(200), default="")
    bank: Mapped[str] = mapped_column(String(100), default="")


class Phone(Entity):
    """A telephone number by which somebody calls or is called; the number is an identifier."""

    __mapper_args__ = {"polymorphic_identity": EntityKind.PHONE}


class Device(Entity):
    """A telephone set, computer, internet or mail address; the number is an identifier."""

    __mapper_args__ = {"polymorphic_identity": EntityKind.DEVICE}


class Vehicle(Entity):
    """A car, van or vessel; its plate is an identifier."""

    __mapper_args__ = {"polymorphic_identity": EntityKind.VEHICLE}


class Wallet(Entity):
    """A purse of virtual currency; its address is an identifier."""

    __mapper_args__ = {"polymorphic_identity": EntityKind.WALLET}


class Identifier(Sourced, Audited, Base):
    """A number by which a register knows an entity; a BSN is kept sealed and shown masked."""

    __tablename__ = "identifier"
    __table_args__ = (
        UniqueConstraint("entity_id", "scheme", "value"),
        Index(None, "scheme", "value"),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    entity_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    scheme: Mapped[str] = mapped_column(String(20))
    value: Mapped[str] = mapped_column(String(80))
    sealed: Mapped[str | None] = mapped_column(Sealed("identifier.sealed"))
    entity: Mapped[Entity] = relationship(back_populates="identifiers")


class PartyRole(Sourced, Audited, Base):
    """The position an entity has towards the person concerned (Wet Bibob art. 1, 3(4))."""

    __tablename__ = "party_role"
    __table_args__ = (UniqueConstraint("entity_id", "role", "valid_from"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    entity_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    role: Mapped[str] = mapped_column(String(10))
    direct: Mapped[bool] = mapped_column(default=True)
    remark: Mapped[str] = mapped_column(Text, default="")
    entity: Mapped[Entity] = relationship(back_populates="roles")
