"""Figures from the picture of areas and barriers: where barriers stand, and who was heard."""

from collections import Counter, defaultdict
from uuid import UUID

from bureau.model import AreaEntry, BarrierStatus
from bureau.operations._partner_rows import PartnerRows
from bureau.rules import evaluation as law
from bureau.rules.barrier_standing import REVIEWED, BarrierState
from bureau.rules.dates import civil_date
from bureau.rules.evaluation import Figure

ASSESSORS = 2
CONSULTATION, SAID_DID, DOING = "consultation", "said_did", "doing"


def standing(rows: PartnerRows, year: int) -> tuple[Figure, ...]:
    """EV-10: how many barriers stand where at the end of the year or today, and who weighed them.

    Two assessors are two people; a barrier that is only an idea is not weighed yet.
    """
    newest: dict[str, BarrierStatus] = {}
    for row in sorted(rows.statuses, key=lambda each: each.at):
        if civil_date(row.at).year <= year:
            newest[row.barrier] = row
    if not newest:
        return ()
    people: dict[str, set[UUID]] = defaultdict(set)
    for weight in rows.weights:
        if civil_date(weight.at).year <= year:
            people[weight.barrier].add(weight.by_id)
    counts = Counter(row.status for row in newest.values())
    weighed = [
        len(people[code]) >= ASSESSORS for code, row in newest.items() if row.status in REVIEWED
    ]
    return (
        *(law.count(f"barriers_{state}", counts[state]) for state in BarrierState if counts[state]),
        law.share("two_assessors", weighed),
    )


def heard(rows: PartnerRows, year: int) -> tuple[Figure, ...]:
    """C5: consultations of users of an area, and what was done with what they said."""
    of_year = [row for row in rows.entries if row.on.year == year]
    said = [row.kind for row in of_year if row.block == SAID_DID]
    talks = [row for row in of_year if row.block == CONSULTATION]
    return (
        law.share("said_answered", (kind != DOING for kind in said)),
        law.count("consultations", len(talks)),
        law.people("people_heard", sum(_number(row) for row in talks)),
    )


def _number(row: AreaEntry) -> int:
    return int(row.value) if row.value.isdecimal() else 0
