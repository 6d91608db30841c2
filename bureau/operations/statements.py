"""The statement of one account or of all accounts of a party, with the balance as far as known."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload, lazyload, selectinload

from bureau.errors import NotFound
from bureau.graph.balances import Balance, Standing
from bureau.model import Account, Case, Entity, Hit, Payment, Tie
from bureau.operations import _pins
from bureau.operations._barred import barred_ids
from bureau.operations._facts import SourceRef, may_see, ref
from bureau.operations._lead_view import LeadLine, lines
from bureau.operations._payment_pages import clock
from bureau.operations._statement_moves import Move, Moves
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
    moves = Moves(work, case, accounts)
    hits = _hits(work, case, barred, moves)
    matched = next((payments for hit, payments in hits if hit.id == lead_id), set())
    marked = tuple(sorted({place // PAGE + 1 for place in moves.places(matched)}))
    total = moves.count()
    pages = max(1, -(-total // PAGE))
    at = min(max(page or next(iter(marked), 1), 1), pages)
    rows = _lines(work, case, moves, (at - 1) * PAGE, accounts, barred, matched)
    work.record(EventKind.CASE_READ, case, part="statement", focus=str(party.id), page=at)
    told = lines(work, [hit for hit, _ in hits])
    counted = tuple(zip(told, (len(payments) for _, payments in hits), strict=True))
    named = tuple((each.id, each.label) for each in ours)
    lead = lead_id if matched else None
    counts = at, pages, total
    return StatementSheet(party.id, party.label, named, tuple(rows), *counts, counted, lead, marked)


def _accounts(work: Work, case: Case, party: Entity) -> list[Account]:
    if isinstance(party, Account):
        return [party]
    held = select(Tie.to_id).where(
        Tie.case_id == case.id, Tie.from_id == party.id, Tie.kind == TieKind.HOLDS_ACCOUNT
    )
    rows = select(Account).where(Account.id.in_(held)).options(lazyload("*"))
    return list(work.session.scalars(rows.order_by(Account.label_folded)))


def _hits(
    work: Work, case: Case, barred: frozenset[str], moves: Moves
) -> list[tuple[Hit, set[str]]]:
    """The leads that rest on any of these payments, and on which."""
    rows = select(Hit).where(Hit.case_id == case.id).options(selectinload(Hit.innocents))
    hits = [
        hit
        for hit in work.session.scalars(rows.order_by(Hit.number))
        if barred.isdisjoint(hit.subjects)
    ]
    theirs = moves.among({name for hit in hits for name in hit.evidence})
    resting = ((hit, theirs.intersection(hit.evidence)) for hit in hits)
    return [(hit, payments) for hit, payments in resting if payments]


def _lines(
    work: Work,
    case: Case,
    moves: Moves,
    first: int,
    accounts: Mapping[UUID, Account],
    barred: frozenset[str],
    matched: set[str],
) -> list[StatementLine]:
    shown = moves.part(first, PAGE)
    bare = joinedload(Payment.learnt_from).lazyload("*")
    query = select(Payment).where(Payment.id.in_({move.payment_id for move in shown}))
    payments = {row.id: row for row in work.session.scalars(query.options(bare)).unique()}
    pinned = _pins.pinned(work, case)
    names = _names(work, case, {move.other_id for move in shown}, barred)
    return [
        replace(
            _line(work, move, payments[move.payment_id], names),
            account=accounts[move.account_id].label,
            balance=balance,
            matched=str(move.payment_id) in matched,
            notes=pinned.get(f"{_pins.PAYMENT}{move.payment_id}", 0),
        )
        for move, balance in zip(shown, moves.balances(first, shown), strict=True)
    ]


def _line(work: Work, move: Move, payment: Payment, names: Mapping[UUID, str]) -> StatementLine:
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


def _names(work: Work, case: Case, others: set[UUID], barred: frozenset[str]) -> dict[UUID, str]:
    """These accounts with whose they are; nothing of what is protected."""
    rows = select(Account.id, Account.label).where(Account.id.in_(others))
    labels = {r.id: r.label for r in work.session.execute(rows) if str(r.id) not in barred}
    held = (
        select(Tie.to_id, Entity.id, Entity.label)
        .join(Entity, Entity.id == Tie.from_id)
        .where(
            Tie.case_id == case.id,
            Tie.to_id.in_(labels),
            Tie.kind == TieKind.HOLDS_ACCOUNT,
            Entity.kind.in_((EntityKind.ACCOUNT, EntityKind.PERSON, EntityKind.COMPANY)),
        )
        .order_by(Entity.label, Entity.id)
    )
    for account, holder, label in work.session.execute(held):
        if str(holder) not in barred:
            labels[account] += f" \N{MIDDLE DOT} {label}"
    return labels
