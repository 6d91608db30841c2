"""The statement of one account or of all accounts of a party, with the balance as far as known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload, lazyload, selectinload

from bureau.errors import NotFound
from bureau.graph.balances import Balance, Standing, Stated, balances
from bureau.model import Account, Case, Entity, Hit, Payment, Statement, Tie
from bureau.operations import _pins
from bureau.operations._barred import barred_ids
from bureau.operations._facts import SourceRef, may_see, ref
from bureau.operations._lead_view import LeadLine, lines
from bureau.operations._payment_pages import clock
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.money import Money
from bureau.rules.vocabulary import EntityKind, TieKind
from bureau.work import Work

__all__ = ["Balance", "Standing", "StatementLine", "StatementSheet"]

PAGE = 50
_NOTHING = Balance(None, Standing.UNKNOWN)


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One payment as its account sees it: more than nought is money in."""

    id: UUID
    on: date
    time: str
    account_id: UUID
    other_id: UUID | None
    other: str
    amount: Money
    reference: str
    source: SourceRef
    place: str
    account: str = ""
    balance: Balance = _NOTHING
    matched: bool = False
    notes: int = 0


@dataclass(frozen=True, slots=True)
class StatementSheet:
    """A page of a statement; `leads` are those that rest on any of its payments."""

    party_id: UUID
    label: str
    accounts: tuple[tuple[UUID, str], ...]
    rows: tuple[StatementLine, ...]
    page: int
    pages: int
    total: int
    leads: tuple[tuple[LeadLine, int], ...]
    lead_id: UUID | None
    lead_pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Move:
    """A payment seen from one account."""

    payment_id: UUID
    account_id: UUID
    other_id: UUID
    on: date
    minor: int
    currency: str
    order: tuple[Any, ...]


def read_statement(
    work: Work, case_id: UUID, party_id: UUID, *, lead_id: UUID | None = None, page: int = 0
) -> StatementSheet:
    """A page of the payments of one account or party, oldest first, each with its balance.

    The payments on which the lead rests are marked; without a page it opens where they begin.
    What is protected has no statement.
    """
    case = work.case(case_id, Permission.NETWORK_READ)
    party = work.within(Entity, party_id, case)
    barred = barred_ids(work, case)
    if str(party.id) in barred:
        raise NotFound("There is nothing here that you may see.")
    ours = [each for each in _accounts(work, case, party) if str(each.id) not in barred]
    accounts = {each.id: each for each in ours}
    moves = sorted(_moves(work, case, accounts), key=lambda move: move.order)
    hits = _hits(work, case, barred, {str(move.payment_id) for move in moves})
    matched = next((set(hit.evidence) for hit, _ in hits if hit.id == lead_id), set())
    marked = _marked(moves, matched)
    pages = max(1, -(-len(moves) // PAGE))
    at = min(max(page or next(iter(marked), 1), 1), pages)
    shown = moves[(at - 1) * PAGE : at * PAGE]
    reckoned = _reckoned(work, case, moves)
    rows = _lines(work, case, shown, accounts, barred, reckoned, matched)
    work.record(EventKind.CASE_READ, case, part="statement", focus=str(party.id), page=at)
    told = tuple(zip(lines(work, [hit for hit, _ in hits]), (n for _, n in hits), strict=True))
    named = tuple((each.id, each.label) for each in ours)
    lead = lead_id if matched else None
    counts = at, pages, len(moves)
    return StatementSheet(party.id, party.label, named, tuple(rows), *counts, told, lead, marked)


def _marked(moves: list[_Move], matched: set[str]) -> tuple[int, ...]:
    """The pages on which payments of the lead stand."""
    places = (n for n, move in enumerate(moves) if str(move.payment_id) in matched)
    return tuple(sorted({n // PAGE + 1 for n in places}))


def _accounts(work: Work, case: Case, party: Entity) -> list[Account]:
    if isinstance(party, Account):
        return [party]
    held = select(Tie.to_id).where(
        Tie.case_id == case.id, Tie.from_id == party.id, Tie.kind == TieKind.HOLDS_ACCOUNT
    )
    rows = select(Account).where(Account.id.in_(held)).options(lazyload("*"))
    return list(work.session.scalars(rows.order_by(Account.label_folded)))


def _moves(work: Work, case: Case, accounts: Mapping[UUID, Account]) -> Iterable[_Move]:
    columns = (
        *(Payment.id, Payment.from_id, Payment.to_id, Payment.paid_on, Payment.second_of_day),
        *(Payment.amount_minor, Payment.currency, Payment.external_id),
    )
    ours = tuple(accounts)
    rows = select(*columns).where(
        Payment.case_id == case.id, or_(Payment.from_id.in_(ours), Payment.to_id.in_(ours))
    )
    for row in work.session.execute(rows):
        order = (row.paid_on, row.second_of_day or 0, row.external_id, str(row.id))
        for account, other, sign in ((row.from_id, row.to_id, -1), (row.to_id, row.from_id, 1)):
            if account in accounts:
                minor = sign * row.amount_minor
                yield _Move(
                    row.id, account, other, row.paid_on, minor, row.currency, (*order, sign)
                )


def _reckoned(work: Work, case: Case, moves: list[_Move]) -> dict[tuple[UUID, UUID], Balance]:
    """The balance of each account after each of its payments; each currency by itself."""
    stated: dict[tuple[UUID, str], list[Stated]] = {}
    for row in work.session.scalars(
        select(Statement).where(Statement.case_id == case.id).options(lazyload("*"))
    ):
        one = Stated(row.opens_on, row.closes_on, row.opening_minor, row.closing_minor)
        stated.setdefault((row.account_id, row.currency), []).append(one)
    by_account: dict[tuple[UUID, str], list[_Move]] = {}
    for move in moves:
        by_account.setdefault((move.account_id, move.currency), []).append(move)
    found: dict[tuple[UUID, UUID], Balance] = {}
    for key, those in by_account.items():
        after = balances([(move.on, move.minor) for move in those], stated.get(key, ()))
        for move, balance in zip(those, after, strict=True):
            found[move.payment_id, move.account_id] = balance
    return found


def _hits(
    work: Work, case: Case, barred: frozenset[str], payments: set[str]
) -> list[tuple[Hit, int]]:
    """The leads that rest on any of these payments, and on how many."""
    rows = select(Hit).where(Hit.case_id == case.id).options(selectinload(Hit.innocents))
    counted = [
        (hit, len(payments.intersection(hit.evidence)))
        for hit in work.session.scalars(rows.order_by(Hit.number))
        if barred.isdisjoint(hit.subjects)
    ]
    return [(hit, count) for hit, count in counted if count]


def _lines(
    work: Work,
    case: Case,
    moves: list[_Move],
    accounts: Mapping[UUID, Account],
    barred: frozenset[str],
    reckoned: Mapping[tuple[UUID, UUID], Balance],
    matched: set[str],
) -> list[StatementLine]:
    ids = {move.payment_id for move in moves}
    bare = joinedload(Payment.learnt_from).lazyload("*")
    query = select(Payment).where(Payment.id.in_(ids)).options(bare)
    payments = {row.id: row for row in work.session.scalars(query).unique()}
    pinned = _pins.pinned(work, case)
    names = _names(work, case, barred)
    return [
        replace(
            _line(work, move, payments[move.payment_id], names),
            account=accounts[move.account_id].label,
            balance=reckoned[move.payment_id, move.account_id],
            matched=str(move.payment_id) in matched,
            notes=pinned.get(f"{_pins.PAYMENT}{move.payment_id}", 0),
        )
        for move in moves
    ]


def _line(work: Work, move: _Move, payment: Payment, names: Mapping[UUID, str]) -> StatementLine:
    other = names.get(move.other_id, "")
    return StatementLine(
        id=payment.id,
        on=payment.paid_on,
        time=clock(payment.second_of_day),
        account_id=move.account_id,
        other_id=move.other_id if other else None,
        other=other,
        amount=Money(move.minor, move.currency),
        reference=payment.reference if other else "",
        source=ref(work, payment.learnt_from),
        place=payment.place_in_source if may_see(work, payment.learnt_from) else "",
    )


def _names(work: Work, case: Case, barred: frozenset[str]) -> dict[UUID, str]:
    """The accounts of the case with whose they are; nothing of what is protected."""
    kind = Entity.kind.in_((EntityKind.ACCOUNT, EntityKind.PERSON, EntityKind.COMPANY))
    rows = select(Entity.id, Entity.label).where(Entity.case_id == case.id, kind)
    labels = {r.id: r.label for r in work.session.execute(rows) if str(r.id) not in barred}
    held = select(Tie.from_id, Tie.to_id).where(
        Tie.case_id == case.id, Tie.kind == TieKind.HOLDS_ACCOUNT
    )
    for tie in work.session.execute(held):
        if tie.to_id in labels and tie.from_id in labels:
            labels[tie.to_id] += f" \N{MIDDLE DOT} {labels[tie.from_id]}"
    return labels
