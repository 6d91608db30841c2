"""A case as it is searched for one person, with what must stay out of the answer."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import lazyload, selectinload

from bureau.model import (
    Account,
    Address,
    Advice,
    Appeal,
    Assessment,
    Case,
    Correction,
    Decision,
    Document,
    Entity,
    Finding,
    Hearing,
    IndicatorAnswer,
    Letter,
    Lookup,
    Membership,
    Move,
    Objection,
    OrdinaryAnswer,
    PairJudgement,
    Person,
    PersonRequest,
    Questionnaire,
    Screening,
    Source,
    TrayItem,
    User,
    Weighing,
)
from bureau.operations import _blackout, _form_names, _letter_limits, _party_view, _rows
from bureau.operations._blackout import Blackout
from bureau.operations._facts import Origin
from bureau.operations._letter_limits import Quoted
from bureau.operations._party_view import PartyView
from bureau.operations._rows import Rows
from bureau.rules import letters
from bureau.rules.indicators import indicators
from bureau.rules.vocabulary import TieKind
from bureau.work import Work

Plain = dict[str, Any]
TOLD = (
    *(Screening, Move, Questionnaire, Lookup, IndicatorAnswer, Finding, Assessment, Advice),
    *(OrdinaryAnswer, Weighing, Hearing, Decision, Letter, Objection, Appeal, PersonRequest),
    *(PairJudgement, TrayItem, Correction),
)
HOMES = (TieKind.LOCATED_AT, TieKind.LIVES_AT, TieKind.OPERATES_AT)
THEIRS = (TieKind.OWNS, TieKind.HOLDS_RIGHT, TieKind.DIRECTS, TieKind.USES, TieKind.OPERATES_AT)


@dataclass(slots=True)
class PersonFile:
    """The case as it is searched for one person; `held` counts by rule what stays back.

    Nothing of the sources in `secret` is named, and no lookup in `registers` told; each stands
    there with the rule that keeps it. `quoted` says whether a text takes over what may not be told.
    """

    work: Work
    case: Case
    subject: Entity
    rows: Rows
    out: Blackout
    secret: Mapping[Any, str]
    registers: frozenset[str]
    quoted: Quoted
    own: tuple[Entity, ...]
    view: PartyView
    near: tuple[object, ...]
    held: Counter[str] = field(default_factory=Counter)

    def named(self, who: Any, label: str) -> str:
        """How a party is called in the answer: the person asking by the own `label`."""
        if who == self.subject.id:
            return label
        return self.out.name(self.work.session.get_one(Entity, who))

    @property
    def applicant(self) -> bool:
        """Whether it is this person who applied."""
        screening = self.rows.screening
        return bool(screening and screening.applicant_id == self.subject.id)

    @property
    def judged_openly(self) -> bool:
        """Whether an intention showed the judgement; until then it is in the making."""
        return bool(self.rows.all(Hearing))

    @property
    def accounts(self) -> frozenset[Any]:
        """The accounts of this person."""
        return frozenset(each.id for each in self.own if isinstance(each, Account))

    @property
    def helping(self) -> frozenset[str]:
        """Indicators that somebody may need help: whoever is told may be the one who harms."""
        rows = indicators().on(self.work.today)
        return frozenset(row.code for row in rows if row.victim_track)

    def every(self, query: Select[Any]) -> list[Any]:
        """What a query finds, bare: what it refers to is held `near` already."""
        return list(self.work.session.scalars(query.options(lazyload("*"))))

    def kept(self, source_id: Any, *texts: str) -> bool:
        """Whether a record stays back, which is counted: for its source or for what it quotes."""
        if source_id in self.secret:
            self.held[self.secret[source_id]] += 1
            return True
        if self.quoted.stands_in(" ".join(texts)):
            self.held["restricted"] += 1
            return True
        return False

    def origin(self, origin: Origin) -> Plain:
        """Where a fact was learnt; a source that was not released is only counted."""
        named = origin.source.title
        if origin.source.id in self.secret:
            self.held["restricted_sources"] += 1
            named = ""
        return {
            "source": self.out.clean(named),
            "from": origin.valid_from,
            "to": origin.valid_to,
        }


def read(work: Work, case: Case, subject: Entity) -> PersonFile:
    """The file of `subject` in `case`, ready to be told."""
    near = _near(work, case)
    everybody = tuple(each for each in near if isinstance(each, Entity))
    view = _party_view.view(work, case, subject)
    own = tuple(_own(view, everybody))
    limits = letters.limits().on(work.today)
    registers = frozenset(code for limit in limits for code in limit.registers)
    kinds = [kind for limit in limits for kind in limit.kinds]
    rows = _rows.rows(work.session, case, TOLD)
    return PersonFile(
        work,
        case,
        subject,
        rows,
        _blackout.of_others(subject, own, everybody, _unrecorded(rows)),
        _secret(work, case, kinds, registers),
        registers,
        _letter_limits.quoted(work, rows),
        own,
        view,
        near,
    )


def _unrecorded(rows: Rows) -> tuple[str, ...]:
    """The people whom the form names, whether they became a party or not."""
    found = _form_names.named(rows)
    return tuple(each.name for each in found if each.person)


def _near(work: Work, case: Case) -> tuple[object, ...]:
    """What is looked up time and again, fetched once and held: people, parties and sources."""
    bare = lazyload("*")
    people = select(User).join(Membership, Membership.user_id == User.id)
    queries = (
        people.where(Membership.case_id == case.id).options(bare),
        select(Document).where(Document.case_id == case.id).options(bare),
        select(Source).where(Source.case_id == case.id).options(bare),
        select(Entity)
        .where(Entity.case_id == case.id)
        .options(bare, selectinload(Entity.identifiers).lazyload("*")),
        select(Finding)
        .where(Finding.case_id == case.id)
        .options(bare, selectinload(Finding.sources).lazyload("*")),
    )
    found = [row for query in queries for row in work.session.scalars(query).unique()]
    return tuple(found)


def _own(view: PartyView, everybody: Iterable[Entity]) -> Iterator[Entity]:
    """What belongs to a party: accounts, addresses, what it owns, leads or uses; never a person."""
    tied = {(tie.other_id, kind) for tie in view.ties for kind in (tie.kind, None)}
    for entity in everybody:
        match entity:
            case Account():
                if (entity.id, TieKind.HOLDS_ACCOUNT) in tied:
                    yield entity
            case Address():
                if any((entity.id, kind) in tied for kind in HOMES):
                    yield entity
            case Person():
                continue
            case _:
                if any((entity.id, kind) in tied for kind in THEIRS):
                    yield entity


def _secret(
    work: Work, case: Case, kinds: Collection[str], registers: Collection[str]
) -> Mapping[Any, str]:
    """The sources that may not become known: named readers, a tip, a register of records.

    Each stands there with the rule that keeps it back.
    """
    consulted = select(Lookup.source_id).where(
        Lookup.case_id == case.id,
        Lookup.register.in_(registers),
        Lookup.source_id.is_not(None),
    )
    kept = or_(Document.restricted, Source.kind.in_(kinds), Source.id.in_(consulted))
    query = (
        select(Source.id, Document.restricted)
        .outerjoin(Source.document)
        .where(Source.case_id == case.id, kept)
    )
    rows = work.session.execute(query)
    return {key: "restricted" if restricted else "informant" for key, restricted in rows}
