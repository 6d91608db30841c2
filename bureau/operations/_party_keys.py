"""By which number or name a party of a case is found again, and that no two share one."""

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import Case, Entity, Identifier
from bureau.operations._party_fields import key
from bureau.rules.things import THINGS
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

NUMBERED = (EntityKind.COMPANY, *THINGS)  # found by the number of a register


def free_key(work: Work, entity: Entity) -> str:
    """By what a party is found again; raises Invalid where another party is found by it."""
    wanted = entity.key if entity.kind in NUMBERED else key(entity)
    with work.session.no_autoflush:
        taken = work.session.scalar(
            select(Entity.id).where(Entity.case_id == entity.case_id, Entity.key == wanted)
        )
    if taken and taken != entity.id:
        raise Invalid(
            "This {kind} is in the case already.",
            where={"party": str(taken)},
            hint="Open the party that is there and add what is new.",
            kind=entity.kind,
        )
    return wanted


def rekey(work: Work, entity: Entity, kvk: str) -> None:
    """Let a party be found by its new number, and no longer by the one that was wrong."""
    entity.key = key(entity, kvk)
    entity.key = free_key(work, entity)


def refuse_known(work: Work, case: Case, scheme: str, value: str, within: Entity | None) -> None:
    """Raises Invalid where a party of the case has this number already."""
    rows = select(Identifier).where(
        Identifier.case_id == case.id, Identifier.scheme == scheme, Identifier.value == value
    )
    if within is not None:  # a masked number is not enough to tell two people apart
        rows = rows.where(Identifier.entity_id == within.id)
    with work.session.no_autoflush:
        known = work.session.scalar(rows)
    if known is not None:
        raise Invalid(
            "A party with this {scheme} number is in the case already.",
            where={"party": str(known.entity_id)},
            hint="Open the party that is there and add what is new.",
            scheme=scheme,
        )
