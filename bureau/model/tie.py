"""Ties and money: who owns, directs, lends, lets, sells and pays, each with its source."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Numeric, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bureau.model.base import Audited, Base
from bureau.model.entity import Account, Entity
from bureau.model.source import Source, Sourced
from bureau.rules.dates import PartialDate
from bureau.rules.vocabulary import TieKind


class Tie(Sourced, Audited, Base):
    """A typed relation between two entities; a share is a fraction, never a rounded number."""

    __tablename__ = "tie"
    __table_args__ = (UniqueConstraint("case_id", "key"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    kind: Mapped[TieKind]
    from_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"), index=True)
    to_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"), index=True)
    key: Mapped[str] = mapped_column(String(200))
    detail: Mapped[str] = mapped_column(String(200), default="")
    share_numerator: Mapped[int | None]
    share_denominator: Mapped[int | None]
    from_entity: Mapped[Entity] = relationship(foreign_keys=[from_id])
    to_entity: Mapped[Entity] = relationship(foreign_keys=[to_id])


class Statement(Audited, Base):
    """An account statement as the bank gave it: the balances that the payments must explain."""

    __tablename__ = "statement"
    __table_args__ = (UniqueConstraint("case_id", "key"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    learnt_from_id: Mapped[UUID] = mapped_column(ForeignKey("source.id"))
    key: Mapped[str] = mapped_column(String(200))
    number: Mapped[str] = mapped_column(String(60))
    currency: Mapped[str] = mapped_column(String(3))
    opening_minor: Mapped[int | None]
    closing_minor: Mapped[int | None]
    opens_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    account: Mapped[Account] = relationship(lazy="joined")


class Payment(Audited, Base):
    """Money that moved from one account to another; amounts in minor units, always positive."""

    __tablename__ = "payment"
    __table_args__ = (UniqueConstraint("case_id", "key"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"))
    key: Mapped[str] = mapped_column(String(200))
    from_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    to_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    paid_on: Mapped[date]
    second_of_day: Mapped[int | None]
    amount_minor: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    reference: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[str] = mapped_column(String(40), default="")
    external_id: Mapped[str] = mapped_column(String(120), default="")
    place_in_source: Mapped[str] = mapped_column(String(200), default="")
    extra: Mapped[str] = mapped_column(Text, default="")
    learnt_from_id: Mapped[UUID] = mapped_column(ForeignKey("source.id"), index=True)
    payer: Mapped[Account] = relationship(foreign_keys=[from_id])
    payee: Mapped[Account] = relationship(foreign_keys=[to_id])
    learnt_from: Mapped[Source] = relationship()


class Loan(Sourced, Audited, Base):
    """Money lent, with its terms; what is missing from the contract is part of the fact."""

    __tablename__ = "loan"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    lender_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    borrower_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    principal_minor: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3), default="EUR")
    paid_out_on: Mapped[PartialDate | None]
    contract_on: Mapped[PartialDate | None]
    interest_percent: Mapped[float | None] = mapped_column(Numeric(7, 3, asdecimal=False))
    security: Mapped[str] = mapped_column(Text, default="")
    schedule: Mapped[str] = mapped_column(Text, default="")
    means_minor: Mapped[int | None]
    lender: Mapped[Entity] = relationship(foreign_keys=[lender_id])
    borrower: Mapped[Entity] = relationship(foreign_keys=[borrower_id])


class Sale(Sourced, Audited, Base):
    """A sale of real estate: who sold to whom, for what, agreed and delivered when."""

    __tablename__ = "sale"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    property_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    seller_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    buyer_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    price_minor: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3), default="EUR")
    agreed_on: Mapped[date]
    delivered_on: Mapped[date | None]
    deed: Mapped[str] = mapped_column(String(80), default="")
    property: Mapped[Entity] = relationship(foreign_keys=[property_id])
    seller: Mapped[Entity] = relationship(foreign_keys=[seller_id])
    buyer: Mapped[Entity] = relationship(foreign_keys=[buyer_id])


class Mortgage(Sourced, Audited, Base):
    """A mortgage (hypotheek) on real estate."""

    __tablename__ = "mortgage"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    property_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    holder_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    amount_minor: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3), default="EUR")
    property: Mapped[Entity] = relationship(foreign_keys=[property_id])
    holder: Mapped[Entity] = relationship(foreign_keys=[holder_id])


class Lease(Sourced, Audited, Base):
    """A letting of real estate, with the yearly rent."""

    __tablename__ = "lease"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    property_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    landlord_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    rent_minor: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3), default="EUR")
    property: Mapped[Entity] = relationship(foreign_keys=[property_id])
    landlord: Mapped[Entity] = relationship(foreign_keys=[landlord_id])
    tenant: Mapped[Entity] = relationship(foreign_keys=[tenant_id])


class WorksPermit(Sourced, Audited, Base):
    """A permit for works on real estate: an ordinary reason for a rise in price."""

    __tablename__ = "works_permit"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case.id"), index=True)
    property_id: Mapped[UUID] = mapped_column(ForeignKey("entity.id"))
    granted_on: Mapped[date]
    works: Mapped[str] = mapped_column(Text)
    property: Mapped[Entity] = relationship(foreign_keys=[property_id])
