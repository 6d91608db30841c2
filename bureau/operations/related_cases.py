"""Other cases of the same people: a link where one may see both, else a notice to the handlers."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from bureau.errors import NotAllowed, NotFound
from bureau.model import Case, CaseNotice
from bureau.operations import _notices, _procedure, _related
from bureau.operations._notices import Contact, NoticeView
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import CaseKind, EntityKind
from bureau.work import Work

__all__ = ["Contact", "NoticeView"]


@dataclass(frozen=True, slots=True)
class SameParty:
    """One party that stands in both cases, and the number that says so; a BSN is masked."""

    entity_id: UUID
    label: str
    kind: EntityKind
    other_entity_id: UUID
    other_label: str
    scheme: str
    number: str


@dataclass(frozen=True, slots=True)
class RelatedCase:
    """Another case that one may see, with the parties that both hold."""

    id: UUID
    reference: str
    kind: CaseKind
    title: str
    state: str
    state_name: Texts
    parties: tuple[SameParty, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """What one reader may know about other cases with the same people.

    `handles` tells whether the reader may ask owners of cases that one does not see.
    """

    cases: tuple[RelatedCase, ...]
    notices: tuple[NoticeView, ...]
    handles: bool


def list_related(work: Work, case_id: UUID) -> Related:
    """The other cases that one may see with a party of this one, and the notices for a handler.

    What one may not see leaves no difference; nobody is merged: a number is shown, people judge.
    """
    case = work.case(case_id, Permission.NETWORK_READ)
    seen = work.visible(Permission.NETWORK_READ, Case)
    by_case: dict[UUID, list[SameParty]] = defaultdict(list)
    for match in _related.found(work.session, (case.id,), seen, work.today):
        by_case[match.other_case_id].append(_party(match))
    others = work.session.scalars(seen.where(Case.id.in_(by_case)).order_by(Case.reference))
    found = [_case(work, other, tuple(by_case[other.id])) for other in others] if by_case else []
    notices = _notices.shown(work, [case])
    work.record(EventKind.CASE_READ, case, part="related", shown=len(found))
    return Related(tuple(found), notices, _notices.handles(work, case))


def _party(match: _related.Match) -> SameParty:
    return SameParty(
        entity_id=match.entity_id,
        label=match.label,
        kind=match.kind,
        other_entity_id=match.other_entity_id,
        other_label=match.other_label,
        scheme=match.scheme,
        number=match.shown,
    )


def _case(work: Work, other: Case, parties: tuple[SameParty, ...]) -> RelatedCase:
    work.record(EventKind.CASE_READ, other, part="related")
    return RelatedCase(
        id=other.id,
        reference=other.reference,
        kind=other.kind,
        title=other.title,
        state=other.state,
        state_name=_procedure.state_name(other, work.today),
        parties=parties,
    )


def acknowledge_notice(
    work: Work, case_id: UUID, notice_id: UUID, version: int, *, named: bool = False
) -> CaseNotice:
    """A handler has seen the notice; `named` lets the colleague see who handles this case.

    Raises NotFound for anybody who is not shown it, NotAllowed when it was acknowledged before.
    """
    case = work.case(case_id, Permission.CASE_EDIT)
    row = work.within(CaseNotice, notice_id, case)
    if row.id not in {each.id for each in _notices.shown(work, [case])}:
        raise NotFound("There is nothing here that you may see.")
    work.expect(row, version, {})
    if row.acknowledged_at and (row.named or not named):
        raise NotAllowed(
            "This notice was acknowledged already.",
            where={"guard": "notice_open"},
            hint="Nothing more is needed.",
        )
    row.acknowledged_at, row.acknowledged_by_id = work.now, work.actor.id
    row.named = named
    work.record(EventKind.NOTICE_ACKNOWLEDGED, row, named=named)
    return row
