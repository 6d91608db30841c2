"""The facts of a case that can go with a disclosure, and those that may not leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed, NotFound
from bureau.model import Case, DisclosedFact, Entity, Finding, Loan, Person, Record, Sale
from bureau.operations import _sharing_sides as sides
from bureau.operations._party_fields import label
from bureau.rules.categories import Category, data_categories, insist_open
from bureau.rules.handling import USUAL, handling_codes, travels
from bureau.rules.money import Money
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

Fact = Entity | Record | Finding | Loan | Sale
KINDS: tuple[tuple[str, type[Any]], ...] = (
    ("entity", Entity),
    ("record", Record),
    ("finding", Finding),
    ("loan", Loan),
    ("sale", Sale),
)
MOST = 200
PERSONAL = "IDENTITY"  # what a person of a case is at the least


@dataclass(frozen=True, slots=True)
class Shareable:
    """A fact that can be ticked: what it says, how far it may go, and as what it came in.

    `held` are the categories of its sources, none where none was said.
    """

    subject: str
    id: UUID
    label: str
    handling: str
    travels: bool
    held: tuple[Category, ...]

    @property
    def key(self) -> str:
        """By which a form names it."""
        return f"{self.subject}:{self.id}"


def shareable(work: Work, case: Case) -> tuple[Shareable, ...]:
    """The facts of a case that a disclosure can name; a protected person is not among them."""
    found: list[Shareable] = []
    for subject, table in KINDS:
        query = select(table).where(table.case_id == case.id).order_by(table.id).limit(MOST)
        rows = (row for row in work.session.scalars(query) if not _hidden(row))
        found.extend(_shareable(work, subject, row) for row in rows)
    return tuple(sorted(found, key=lambda each: (each.subject, each.label.casefold())))


def chosen(work: Work, case: Case, keys: Iterable[str], category: str) -> list[DisclosedFact]:
    """The facts with these keys, each allowed to leave under the category that was said.

    Raises NotFound for what is no fact of this case, NotAllowed for one whose giver must be
    asked first (AVG 5(1)(b); WGS 1.7) or that came in under another category (WGS 2.22).
    """
    under = data_categories().row(category, work.today)
    tables = dict(KINDS)
    found: list[DisclosedFact] = []
    for key in dict.fromkeys(keys):
        subject, _, text = key.partition(":")
        row = work.within(tables[subject], _id(text), case) if subject in tables else None
        if row is None or _hidden(row):
            raise NotFound("There is nothing here that you may see.")
        fact = _shareable(work, subject, row)
        if not fact.travels:
            _refuse(work, fact)
        _insist_carried(work, case, fact, row, under)
        found.append(
            DisclosedFact(case_id=case.id, subject=subject, subject_id=row.id, label=fact.label)
        )
    return found


def _shareable(work: Work, subject: str, row: Fact) -> Shareable:
    handling = row.handling if isinstance(row, Record) else USUAL
    held = tuple(data_categories().row(code, work.today) for code in _categories(row))
    return Shareable(subject, row.id, _label(row), handling, travels(handling, work.today), held)


def _categories(row: Fact) -> tuple[str, ...]:
    """As what a fact came in: a source of a partnership case says it (WGS 2.22).

    A finding stands in a screening, whose sources say none.
    """
    known = "" if isinstance(row, Finding) else row.learnt_from.category
    return (known,) if known else ()


def _insist_carried(work: Work, case: Case, fact: Shareable, row: Fact, said: Category) -> None:
    """Stop at a fact of another category than what is disclosed, or of a phase not reached."""
    if isinstance(row, Person) and not said.personal:
        _refuse_category(fact, said, data_categories().row(PERSONAL, work.today))
    for held in fact.held:
        if not said.carries(held):
            _refuse_category(fact, said, held)
        if case.kind is CaseKind.PARTNERSHIP:
            insist_open(held.code, sides.phase_of(case), work.today)


def _refuse_category(fact: Shareable, said: Category, held: Category) -> None:
    raise NotAllowed(
        "{fact} does not go as {said}: it is {held} ({basis}).",
        where={"field": "facts", "guard": "carried", "basis": held.basis},
        hint="Give it under its own category and its own legal basis, or leave it out.",
        fact=fact.label,
        said=said.name,
        held=held.name,
        basis=held.basis,
    )


def _label(row: Fact) -> str:
    match row:
        case Entity():
            return label(row)
        case Record():
            amount = (
                "" if row.amount_minor is None else Money(row.amount_minor, row.currency).text()
            )
            return " ".join(
                filter(None, (row.kind.value, row.on.isoformat() if row.on else "", amount))
            )
        case Loan():
            return Money(row.principal_minor, row.currency).text()
        case Sale():
            return Money(row.price_minor, row.currency).text()
    return str(row.text)[:200]


def _hidden(row: object) -> bool:
    withdrawn = isinstance(row, Record) and bool(row.withdrawn)
    return withdrawn or (isinstance(row, Person) and row.protected)


def _refuse(work: Work, fact: Shareable) -> None:
    row = handling_codes().find(fact.handling, work.today)
    raise NotAllowed(
        "{fact} does not leave without whoever gave it: handling code {code}, {name}.",
        where={"field": "facts", "guard": "handling", "basis": "AVG 5(1)(b); WGS 1.7"},
        hint="Leave this fact out, or ask whoever gave it and record the new handling code first.",
        fact=fact.label,
        code=fact.handling,
        name=row.name if row else "-",
    )


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("There is nothing here that you may see.") from None
