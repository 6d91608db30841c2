"""What finances the activity of the applicant: one reckoning for the page and for the dossier."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from bureau.model import FinancingEntry, Lease, Loan, Mortgage, Sale
from bureau.operations import _answers, _indicator_answers
from bureau.operations._rows import Rows
from bureau.rules.financing import SHOWN, LineKind, LineStanding, Side
from bureau.rules.money import Money

SOURCE, USE = Side.SOURCE.value, Side.USE.value
INVESTED, REST, OWN, LOAN, PURCHASE = "invested", "rest", "own", "loan", "purchase"
DECLARED = "declared"
EURO = "EUR"
Deal = Loan | Sale | Mortgage | Lease


@dataclass(frozen=True, slots=True)
class Line:
    """One source or use: what was stated, what evidence bears out, how it stands, and its record.

    Without a deal and without an entry it is the form that says it.
    """

    side: str
    kind: str
    stated: Money
    shown: Money
    standing: LineStanding
    deal: Loan | Sale | None = None
    entry: FinancingEntry | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class Financing:
    """The financing on a day, the one applied with where it differs, and what is not part of it."""

    on: date
    now: tuple[Line, ...]
    applied_on: date | None
    applied: tuple[Line, ...]
    others: tuple[Deal, ...]


def financing(
    rows: Rows, deals: Iterable[Deal], on: date, entries: Iterable[FinancingEntry] = ()
) -> Financing:
    """The financing of the applicant's activity on `on` out of `deals`, the form and `entries`.

    Only what the form declares, what the applicant borrows or buys and what an officer entered
    counts; money of other persons in the circle stands in `others` and is never added. An entry
    details a total of the form, and what it leaves of that total stays as a line of its own; so
    does what the form declares of money of others and no loan or entry records yet.
    """
    known = list(deals)
    added = sorted((each for each in entries if not each.withdrawn), key=lambda one: one.number)
    screening = rows.screening
    subject = screening.applicant_id if screening else None
    since = screening.received_on if screening else None
    now = tuple(_lines(rows, (known, added), subject, on))
    before = tuple(_lines(rows, (known, added), subject, since)) if since else ()
    changed = _deals(before) != _deals(now)
    return Financing(
        on=on,
        now=now,
        applied_on=since if changed else None,
        applied=before if changed else (),
        others=tuple(_others(known, subject)),
    )


def in_force(deal: Any, on: date) -> bool:
    """Whether a deal holds on a day; what was replaced or repaid ends on its last day."""
    first = deal.valid_from.earliest() if deal.valid_from else None
    last = deal.valid_to.latest() if deal.valid_to else None
    return (first is None or first <= on) and (last is None or on <= last)


def total(lines: Iterable[Line], side: str, currency: str) -> Money:
    """The sum of what was stated on one side in one currency; nothing is converted."""
    amounts = (
        line.stated.minor
        for line in lines
        if line.side == side and line.stated.currency == currency
    )
    return Money(sum(amounts), currency)


def _deals(lines: Iterable[Line]) -> set[UUID]:
    return {line.deal.id for line in lines if line.deal is not None}


def _lines(
    rows: Rows,
    known: tuple[list[Deal], list[FinancingEntry]],
    subject: UUID | None,
    on: date,
) -> Iterator[Line]:
    deals, entries = known
    told = _indicator_answers.from_form(rows)
    held = [deal for deal in deals if in_force(deal, on)]
    added = [_entered(entry) for entry in entries if in_force(entry, on)]
    if invested := told["total_investment"]:
        used = [line for line in added if line.side == USE]
        yield from _rest(rows, invested, used, INVESTED)
    else:
        yield from _bought(held, subject)
    if own := told["own_funds"]:
        mine = [line for line in added if (line.side, line.kind) == (SOURCE, LineKind.OWN)]
        yield from _rest(rows, own, mine, OWN, sum(told["evidenced_origins"] or ()))
    yield from added
    yield from _borrowed(held, subject)
    lent = [deal for deal in deals if isinstance(deal, Loan) and deal.borrower_id == subject]
    yield from _declared(_indicator_answers.declared_others(rows), lent, added)


def _declared(
    others: Iterable[tuple[str, int]], lent: list[Loan], added: list[Line]
) -> Iterator[Line]:
    """What of the money of others on the form is not recorded yet, neither lent nor entered."""
    known = [loan.principal_minor for loan in lent if loan.currency == EURO]
    known += [line.stated.minor for line in added if _of_others(line)]
    named = {loan.lender.label.casefold() for loan in lent}
    entries = (line.entry for line in added if line.entry is not None)
    named |= {entry.party.label.casefold() for entry in entries if entry.party}
    found = list(others)
    left = Money(sum(cents for _, cents in found) - sum(known))
    if left.minor > 0:
        who = ", ".join(name for name, _ in found if name and name.casefold() not in named)
        yield Line(SOURCE, DECLARED, left, Money(0), LineStanding.GIVEN, who=who)


def _of_others(line: Line) -> bool:
    return line.side == SOURCE and line.kind != LineKind.OWN and line.stated.currency == EURO


def _rest(
    rows: Rows, total_: int, detailed: list[Line], kind: str, shown: int = 0
) -> Iterator[Line]:
    """What the entries leave of a total of the form; nothing where they make it up or exceed it."""
    euros = [line for line in detailed if line.stated.currency == EURO]
    left = total_ - sum(line.stated.minor for line in euros)
    if left <= 0:
        return
    use = kind == INVESTED
    borne = left if use else max(0, min(left, shown - sum(line.shown.minor for line in euros)))
    yield Line(
        side=USE if use else SOURCE,
        kind=REST if use and euros else kind,
        stated=Money(left),
        shown=Money(borne),
        standing=_said(rows, kind, complete=not use and borne == left),
    )


def _said(rows: Rows, kind: str, *, complete: bool) -> LineStanding:
    """How an amount of the form stands: as its answer does, else by what evidence covers."""
    code = _indicator_answers.TOTAL if kind == INVESTED else _indicator_answers.OWN
    answer = _answers.latest(rows).get(code)
    if answer is not None and answer.status in set(LineStanding) - {LineStanding.GIVEN}:
        return LineStanding(answer.status)
    return LineStanding.EVIDENCED if complete else LineStanding.GIVEN


def _entered(entry: FinancingEntry) -> Line:
    standing = LineStanding(entry.status)
    stated = Money(entry.amount_minor, entry.currency)
    shown = stated if standing in SHOWN else Money(0, entry.currency)
    return Line(entry.side, entry.kind, stated, shown, standing, entry=entry)


def _bought(held: list[Deal], subject: UUID | None) -> Iterator[Line]:
    """The purchases, where the form states no total that would hold them already."""
    sales = [deal for deal in held if isinstance(deal, Sale) and deal.buyer_id == subject]
    for sale in sorted(sales, key=lambda one: one.agreed_on):
        price = Money(sale.price_minor, sale.currency)
        yield Line(USE, PURCHASE, price, price, LineStanding.EVIDENCED, sale)


def _borrowed(held: list[Deal], subject: UUID | None) -> Iterator[Line]:
    loans = [deal for deal in held if isinstance(deal, Loan) and deal.borrower_id == subject]
    for loan in sorted(loans, key=lambda one: (str(one.paid_out_on or ""), one.principal_minor)):
        shown = min(loan.means_minor or 0, loan.principal_minor)
        stated = Money(loan.principal_minor, loan.currency)
        whole = shown == loan.principal_minor
        standing = LineStanding.EVIDENCED if whole else LineStanding.GIVEN
        yield Line(SOURCE, LOAN, stated, Money(shown, loan.currency), standing, loan)


def _others(known: list[Deal], subject: UUID | None) -> Iterator[Deal]:
    """Deals in which the applicant plays no part; a mortgage is his where he bought the estate."""
    own = {
        deal.property_id for deal in known if isinstance(deal, Sale) and deal.buyer_id == subject
    }
    for deal in known:
        if subject not in _parts(deal) and not (
            isinstance(deal, Mortgage) and deal.property_id in own
        ):
            yield deal


def _parts(deal: Deal) -> tuple[UUID, ...]:
    """Whoever plays a part in a deal."""
    names = ("lender_id", "borrower_id", "seller_id", "buyer_id", "landlord_id", "tenant_id")
    return tuple(getattr(deal, name) for name in names if hasattr(deal, name))
