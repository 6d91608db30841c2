"""Ties between parties: typed, dated, sourced, and with shares as exact fractions."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import Case, Tie
from bureau.operations._checks import fitting, one_of
from bureau.operations._facts import Learnt, party, sourced
from bureau.operations._party_view import TieView, ties_of
from bureau.operations._shares import share as parsed_share
from bureau.operations._shares import tie_key
from bureau.policy import Permission
from bureau.rules import dates
from bureau.rules.events import EventKind
from bureau.rules.things import THINGS
from bureau.rules.vocabulary import Credibility, EntityKind, TieKind
from bureau.work import Work

__all__ = ["ENDS", "TieView", "change_tie", "list_ties", "record_tie"]

DETAIL_LENGTH = 200

_PERSON, _COMPANY, _PROPERTY = EntityKind.PERSON, EntityKind.COMPANY, EntityKind.PROPERTY
_WHO = (_PERSON, _COMPANY)
_ANY = tuple(EntityKind)
# Which kinds of party a tie may run from and to.
ENDS: Mapping[TieKind, tuple[tuple[EntityKind, ...], tuple[EntityKind, ...]]] = {
    TieKind.OWNS: (_WHO, (_COMPANY, _PROPERTY)),
    TieKind.DIRECTS: (_WHO, (_COMPANY,)),
    TieKind.MANAGES: (_WHO, (_COMPANY, _PROPERTY)),
    TieKind.EMPLOYS: (_WHO, (_PERSON,)),
    TieKind.FAMILY: ((_PERSON,), (_PERSON,)),
    TieKind.ASSOCIATES: (_ANY, _ANY),
    TieKind.HOLDS_ACCOUNT: (_WHO, (EntityKind.ACCOUNT,)),
    TieKind.HOLDS_RIGHT: (_WHO, (_PROPERTY,)),
    TieKind.SOLD_TO: (_WHO, _WHO),
    TieKind.SOLD: (_WHO, (_PROPERTY,)),
    TieKind.BOUGHT: (_WHO, (_PROPERTY,)),
    TieKind.LENDS: (_WHO, _WHO),
    TieKind.LEASES: (_WHO, _WHO),
    TieKind.MORTGAGES: (_WHO, (_PROPERTY,)),
    TieKind.LOCATED_AT: ((_COMPANY, _PROPERTY), (EntityKind.ADDRESS,)),
    TieKind.LIVES_AT: ((_PERSON,), (EntityKind.ADDRESS,)),
    TieKind.PAYS: ((EntityKind.ACCOUNT, *_WHO), (EntityKind.ACCOUNT, *_WHO)),
    TieKind.USES: (_WHO, THINGS),
    TieKind.OPERATES_AT: ((_COMPANY,), (_PROPERTY, EntityKind.ADDRESS)),
}


def record_tie(
    work: Work,
    case_id: UUID,
    kind: TieKind,
    from_id: UUID,
    to_id: UUID,
    *,
    learnt: Learnt,
    share: str = "",
    detail: str = "",
) -> Tie:
    """Record a tie; `share` as 1/3 or 33.5%, exact. The same tie from another source is refused."""
    case = work.case(case_id, Permission.FACT_RECORD)
    starts, ends = ENDS[TieKind(one_of(kind, "tie", tuple(TieKind)))]
    tie = Tie(
        kind=kind,
        from_entity=party(work, case, from_id, "party where the tie starts", *starts),
        to_entity=party(work, case, to_id, "party where the tie ends", *ends),
        from_id=from_id,
        to_id=to_id,
        **_terms(share, detail),
        **sourced(work, case, learnt),
    )
    if from_id == to_id:
        raise Invalid("A tie runs between two different parties.", where={"field": "to"})
    tie.key = tie_key(tie)
    _refuse_known(work, case, tie)
    work.session.add(tie)
    work.record(EventKind.TIE_RECORDED, tie, tie=kind)
    return tie


def change_tie(
    work: Work,
    case_id: UUID,
    tie_id: UUID,
    version: int,
    *,
    share: str,
    detail: str,
    valid_from: str,
    valid_to: str,
    credibility: Credibility,
) -> Tie:
    """Correct a tie; its kind, its ends and its source stay what they are."""
    case = work.case(case_id, Permission.FACT_RECORD)
    tie = work.within(Tie, tie_id, case)
    yours = {
        **_terms(share, detail),
        "valid_from": dates.parse(valid_from),
        "valid_to": dates.parse(valid_to),
        "credibility": credibility,
    }
    work.expect(tie, version, yours)
    for field, value in yours.items():
        setattr(tie, field, value)
    tie.key = tie_key(tie)
    _refuse_known(work, case, tie)
    work.record(EventKind.TIE_CHANGED, tie, tie=tie.kind)
    return tie


def list_ties(work: Work, case_id: UUID) -> tuple[TieView, ...]:
    """The ties of a case, each seen from where it starts."""
    case = work.case(case_id, Permission.NETWORK_READ)
    found = ties_of(work, case)
    work.record(EventKind.CASE_READ, case, part="ties", shown=len(found))
    return found


def _terms(share: str, detail: str) -> dict[str, Any]:
    part = parsed_share(share)
    return {
        "share_numerator": part.numerator if part else None,
        "share_denominator": part.denominator if part else None,
        "detail": fitting(detail, "detail", DETAIL_LENGTH),
    }


def _refuse_known(work: Work, case: Case, tie: Tie) -> None:
    rows = select(Tie.id).where(Tie.case_id == case.id, Tie.key == tie.key)
    with work.session.no_autoflush:
        known = work.session.scalar(rows)
    if known is not None and known != tie.id:
        raise Invalid(
            "This tie is in the case already.",
            where={"tie": str(known)},
            hint="Open the tie that is there and add what is new.",
        )
