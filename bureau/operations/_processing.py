"""What may be processed together: rows that stood at the founding, or that the committee heard."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select

from bureau.errors import NotAllowed
from bureau.founding import FIRST_KIND
from bureau.model import Case, Membership, Organisation, ProcessingChange, User
from bureau.rules import processing as law
from bureau.rules.categories import data_categories
from bureau.rules.events import EventKind
from bureau.rules.partners import partners
from bureau.rules.patterns import Pattern, patterns
from bureau.rules.processing import Cover, Subject, name_of
from bureau.rules.regimes import regime_of
from bureau.rules.sharing import Regime
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Standing:
    """A row as it stands today: what it is, how it is called, and its mark."""

    subject: Subject
    code: str
    name: Texts
    mark: str

    @property
    def key(self) -> str:
        """How the register names it."""
        return name_of(self.subject, self.code)


def joint(work: Work, case: Case) -> bool:
    """Whether data are processed together in this case (WGS)."""
    if case.kind is not CaseKind.PARTNERSHIP:
        return False
    return regime_of(case.regime, work.today).law is Regime.WGS


def house_of(case: Case) -> UUID:
    """The municipality whose partnership a case belongs to: it keeps the register."""
    return case.organisation.house_id or case.organisation_id


def entries(work: Work, house_id: UUID) -> list[ProcessingChange]:
    """The register of a house; the first question founds it with all rows that stand then."""
    query = select(ProcessingChange).where(ProcessingChange.house_id == house_id)
    found = list(work.session.scalars(query.order_by(ProcessingChange.number)))
    return found or [_found(work, house_id)]


def standing(work: Work, house_id: UUID) -> tuple[Standing, ...]:
    """Every pattern, category and partner as it stands today; no body of another house."""
    partners_of = _partners(work, _around(house_id))
    return (*_patterns(work), *_categories(work), *partners_of)


def founding(work: Work, house_id: UUID) -> dict[str, str]:
    """What the founding entry of a house covers: all that stands, by name with its mark.

    A body that no house manages may be a partner already; another municipality is a new one.
    """
    alone = and_(Organisation.house_id.is_(None), Organisation.kind != FIRST_KIND)
    found = _partners(work, or_(_around(house_id), alone))
    rows = (*_patterns(work), *_categories(work), *found)
    return {row.key: row.mark for row in rows}


def covered(rows: Iterable[ProcessingChange]) -> frozenset[tuple[str, str]]:
    """The rows with their marks that an entry which holds covers."""
    held = (row for row in rows if row.cover and row.withdrawn_at is None)
    return frozenset(pair for row in held for pair in row.covers.items())


def insist_category(work: Work, case: Case, code: str) -> None:
    """Stop at a category of data that is not covered, where data are processed together."""
    if code and joint(work, case):
        row = data_categories().row(code, work.today)
        mark = law.category_mark(row, work.today)
        _insist(work, case, Standing(Subject.CATEGORY, code, row.name, mark))


def insist_partner(work: Work, case: Case, body: Organisation) -> None:
    """Stop at a partner that is not covered, where data are processed together."""
    if joint(work, case):
        _insist(work, case, _partner(work, body))


def open_to(work: Work, case: Case, rows: Iterable[Pattern]) -> frozenset[str]:
    """Of these patterns the codes that may be looked for as far as the register goes."""
    rows = tuple(rows)
    if not joint(work, case):
        return frozenset(row.code for row in rows)
    known = covered(entries(work, house_of(case)))
    return frozenset(
        row.code
        for row in rows
        if (name_of(Subject.PATTERN, row.code), law.pattern_mark(row)) in known
    )


def insist_patterns(work: Work, case: Case, rows: Iterable[Pattern]) -> None:
    """Stop at the first pattern that is not covered, where data are processed together."""
    rows = tuple(rows)
    known = open_to(work, case, rows)
    for row in rows:
        if row.code not in known:
            _refuse(work, _pattern(row))


def _insist(work: Work, case: Case, row: Standing) -> None:
    if (row.key, row.mark) not in covered(entries(work, house_of(case))):
        _refuse(work, row)


def _refuse(work: Work, row: Standing) -> None:
    kind = law.processing_kinds().row(row.subject, work.today)
    raise NotAllowed(
        "{kind} {code} ({name}) is not switched on in the joint processing: the lawfulness"
        " advisory committee was not heard ({basis}).",
        where={"guard": "processing", "subject": row.key, "basis": kind.basis},
        hint="Hear the committee and register its advice under Meetings, Changes of processing;"
        " or register there a reasoned deviation of which the committee and the data protection"
        " officer were told.",
        kind=kind.name,
        code=row.code,
        name=row.name,
        basis=kind.basis,
    )


def _found(work: Work, house_id: UUID) -> ProcessingChange:
    row = ProcessingChange(
        house_id=house_id,
        number=1,
        cover=Cover.FOUNDING,
        covers=founding(work, house_id),
        by_id=work.actor.id,
        at=work.now,
    )
    work.session.add(row)
    work.record(EventKind.PROCESSING_FOUNDED, row, rows=len(row.covers))
    return row


def _patterns(work: Work) -> Iterator[Standing]:
    return map(_pattern, patterns().on(work.today))


def _pattern(row: Pattern) -> Standing:
    return Standing(Subject.PATTERN, row.code, row.name, law.pattern_mark(row))


def _categories(work: Work) -> Iterator[Standing]:
    for row in data_categories().on(work.today):
        mark = law.category_mark(row, work.today)
        yield Standing(Subject.CATEGORY, row.code, row.name, mark)


def _around(house_id: UUID) -> ColumnElement[bool]:
    """The bodies of a house, and those of members of its cases."""
    seated = (
        select(User.organisation_id)
        .join(Membership, Membership.user_id == User.id)
        .join(Case, Case.id == Membership.case_id)
        .where(Case.organisation_id == house_id)
    )
    own = or_(Organisation.id == house_id, Organisation.house_id == house_id)
    return or_(own, Organisation.id.in_(seated))


def _partners(work: Work, which: ColumnElement[bool]) -> Iterator[Standing]:
    query = select(Organisation).where(which).order_by(Organisation.code)
    return (_partner(work, body) for body in work.session.scalars(query))


def _partner(work: Work, body: Organisation) -> Standing:
    row = partners().row(body.kind, work.today)
    return Standing(Subject.PARTNER, body.code, Texts(body.name, body.name), law.partner_mark(row))
