"""What role cards ask: missing ones of the coordinator, a confirmation of each organisation."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from bureau.model import Case, Membership, RoleCard, RoleCardVersion, User
from bureau.operations._task_counts import TaskKind
from bureau.policy import Permission
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work


def duties(work: Work, cases: Iterable[Case]) -> Iterator[tuple[UUID, TaskKind, int]]:
    """In which of these cases a card is to be written or confirmed, and how many."""
    together = [case for case in cases if case.kind is CaseKind.PARTNERSHIP]
    runs = [case.id for case in together if work.may(Permission.PLAN_EDIT, case)]
    joins = [case.id for case in together if work.may(Permission.PLAN_SIGN, case)]
    for ids, kind, query in (
        (runs, TaskKind.WRITE_ROLE_CARD, missing(runs)),
        (joins, TaskKind.CONFIRM_ROLE_CARD, _unconfirmed(work, joins)),
    ):
        for case_id, count in work.session.execute(query) if ids else ():
            yield case_id, kind, count


def missing(ids: list[UUID]) -> Select[UUID, int]:
    """How many organisations of the members of these cases have no card there."""
    card = (
        select(RoleCard.id)
        .where(RoleCard.case_id == Membership.case_id)
        .where(RoleCard.organisation_id == User.organisation_id)
        .correlate(Membership, User)
    )
    return (
        select(Membership.case_id, func.count(User.organisation_id.distinct()))
        .join(User, User.id == Membership.user_id)
        .where(Membership.case_id.in_(ids), ~card.exists())
        .group_by(Membership.case_id)
    )


def _unconfirmed(work: Work, ids: list[UUID]) -> Select[UUID, int]:
    """The cards of the own organisation of which the newest version is not confirmed."""
    later = aliased(RoleCardVersion)
    newest = (
        select(func.max(later.number))
        .where(later.card_id == RoleCard.id)
        .correlate(RoleCard)
        .scalar_subquery()
    )
    return (
        select(RoleCard.case_id, func.count(RoleCard.id))
        .join(RoleCardVersion, RoleCardVersion.card_id == RoleCard.id)
        .where(RoleCard.case_id.in_(ids))
        .where(RoleCard.organisation_id == work.actor.organisation_id)
        .where(RoleCardVersion.number == newest, RoleCardVersion.confirmed_at.is_(None))
        .group_by(RoleCard.case_id)
    )
