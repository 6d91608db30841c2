"""What pages show of pairs: the open ones, those judged, and one pair with all its facts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload, lazyload, selectinload

from bureau.matching.values import Comparison
from bureau.model import Case, Document, Entity, PairJudgement, Source, Tie
from bureau.operations._facts import Origin
from bureau.operations._match_pairs import Likely, Pair
from bureau.operations._match_subjects import Candidate, pair_facts
from bureau.operations._party_view import PartyView
from bureau.rules.pairs import MatchJudgement
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

Near = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class JudgementView:
    """What a person said about a pair, why and when."""

    number: int
    judgement: MatchJudgement
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two parties as a list shows them; `changed` says that facts changed after a judgement."""

    left_id: UUID
    right_id: UUID
    left: str
    right: str
    kind: EntityKind
    comparison: Comparison | None
    last: JudgementView | None
    changed: bool


@dataclass(frozen=True, slots=True)
class MatchQueue:
    """The pairs that wait for a person, and those that a person judged."""

    waiting: tuple[PairLine, ...]
    judged: tuple[PairLine, ...]
    compared: int
    complete: bool


@dataclass(frozen=True, slots=True)
class FactCell:
    """One thing that is recorded; without an origin of its own it has that of the party."""

    text: str
    origin: Origin | None
    party_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class FactRow:
    """What is recorded of both under one name, a word of the house."""

    name: str
    left: tuple[FactCell, ...]
    right: tuple[FactCell, ...]

    @property
    def equal(self) -> bool:
        """Whether something that both have is the same."""
        return not {each.text for each in self.left}.isdisjoint(each.text for each in self.right)


@dataclass(frozen=True, slots=True)
class MatchView:
    """One pair side by side, with what speaks for and against and every judgement so far.

    `facts` is the digest of what the reader sees; a judgement is about that and nothing else.
    """

    left: PartyView
    right: PartyView
    rows: tuple[FactRow, ...]
    comparison: Comparison
    history: tuple[JudgementView, ...]
    facts: str
    changed: bool


def judgements(
    work: Work, case: Case, entity_id: UUID | None = None
) -> Mapping[Pair, list[PairJudgement]]:
    """The judgements of a case by pair, the newest last; all, or those about one party."""
    query = (
        select(PairJudgement)
        .where(PairJudgement.case_id == case.id)
        .options(joinedload(PairJudgement.by).lazyload("*"), lazyload(PairJudgement.left))
        .order_by(PairJudgement.number)
    )
    if entity_id is not None:
        ends = (PairJudgement.left_id == entity_id, PairJudgement.right_id == entity_id)
        query = query.where(or_(*ends))
    found: dict[Pair, list[PairJudgement]] = {}
    for row in work.session.scalars(query):
        found.setdefault((row.left_id, row.right_id), []).append(row)
    return found


def told(row: PairJudgement) -> JudgementView:
    """A judgement as a page shows it."""
    return JudgementView(row.number, row.judgement, row.reason, row.by.name, row.at)


def holds(rows: Iterable[PairJudgement]) -> PairJudgement | None:
    """The judgement that counts: the last, unless it was withdrawn."""
    last = max(rows, key=lambda row: row.number, default=None)
    return None if last is None or last.judgement is MatchJudgement.WITHDRAWN else last


def waiting(
    likelies: Iterable[Likely],
    known: Mapping[UUID, Candidate],
    said: Mapping[Pair, list[PairJudgement]],
) -> Iterator[PairLine]:
    """The pairs without a judgement, or with one about facts that changed since."""
    for each in likelies:
        last = holds(said.get(each.pair, ()))
        if last is None or last.facts != each.facts:
            yield _line(each.pair, known, each.comparison, last, changed=last is not None)


def judged(
    known: Mapping[UUID, Candidate], said: Mapping[Pair, list[PairJudgement]]
) -> Iterator[PairLine]:
    """The pairs with a judgement that holds, the newest first; none with a protected person."""
    last = {pair: row for pair, rows in said.items() if (row := holds(rows))}
    for pair, row in sorted(last.items(), key=lambda each: each[1].at, reverse=True):
        if pair[0] in known and pair[1] in known:
            changed = pair_facts(known[pair[0]], known[pair[1]]) != row.facts
            yield _line(pair, known, None, row, changed=changed)


def _line(
    pair: Pair,
    known: Mapping[UUID, Candidate],
    comparison: Comparison | None,
    last: PairJudgement | None,
    *,
    changed: bool,
) -> PairLine:
    left, right = (known[each] for each in pair)
    return PairLine(
        left_id=left.id,
        right_id=right.id,
        left=left.subject.name,
        right=right.subject.name,
        kind=left.subject.kind,
        comparison=comparison,
        last=told(last) if last else None,
        changed=changed,
    )


def entities(work: Work, case: Case, pair: Pair) -> tuple[Entity, Entity, Near]:
    """Both parties of a pair, and what they refer to, held near so that it is read once.

    Raises NotFound for a party of another case.
    """
    bare = lazyload("*")
    tied = select(Tie.from_id, Tie.to_id).where(
        Tie.case_id == case.id, or_(Tie.from_id.in_(pair), Tie.to_id.in_(pair))
    )
    ends = {end for row in work.session.execute(tied) for end in row}
    queries: tuple[Select[Any], ...] = (
        select(Document).where(Document.case_id == case.id).options(bare),
        select(Source).where(Source.case_id == case.id).options(bare),
        select(Entity)
        .where(Entity.id.in_(ends | set(pair)))
        .options(bare, selectinload(Entity.identifiers).lazyload("*")),
    )
    near = tuple(row for query in queries for row in work.session.scalars(query).unique())
    left, right = (work.within(Entity, each, case) for each in pair)
    return left, right, near


def beside(left: PartyView, right: PartyView) -> tuple[FactRow, ...]:
    """The facts of two parties by what they say, so that equal things stand in one row."""
    mine, theirs = _cells(left), _cells(right)
    names = dict.fromkeys((*mine, *theirs))
    return tuple(FactRow(name, mine.get(name, ()), theirs.get(name, ())) for name in names)


def _cells(party: PartyView) -> dict[str, tuple[FactCell, ...]]:
    found: dict[str, list[FactCell]] = {}
    for field, text in party.facts:
        found.setdefault(f"field_{field}", []).append(FactCell(text, None))
    for number in party.identifiers:
        found.setdefault(number.scheme, []).append(FactCell(number.value, number.origin))
    for tie in party.ties:
        words = " ".join(part for part in (tie.other, tie.share, tie.detail) if part)
        found.setdefault(f"tie_{tie.kind}", []).append(FactCell(words, tie.origin, tie.other_id))
    for deal in party.deals:
        amount = f"{deal.amount.text()} {deal.amount.currency}" if deal.amount else ""
        words = " ".join(part for part in (deal.on, amount) if part)
        found.setdefault(f"deal_{deal.kind}", []).append(FactCell(words, deal.origin))
    return {name: tuple(cells) for name, cells in found.items()}
