"""Changes of processing: what must be laid before the committee, and by what a change is seen.

Every row has a mark over what of it counts as processing. A corrected text leaves the mark as it
is; another number, phase, origin or way makes another mark, and the row must be covered anew.
"""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from bureau.errors import N_, Invalid
from bureau.rules.categories import Category
from bureau.rules.partners import PartnerKind
from bureau.rules.patterns import Pattern
from bureau.rules.sharing import ways
from bureau.rules.tables import Row, Table, Texts, table

MARK_LENGTH = 16


class Subject(StrEnum):
    """What a change of processing is about."""

    PATTERN = "pattern"
    CATEGORY = "category"
    PARTNER = "partner"


class Cover(StrEnum):
    """What an entry of the register rests on."""

    FOUNDING = "founding"
    ADVICE = "advice"
    DEVIATION = "deviation"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessingKind(Row):
    """A kind of change, and what of it counts as one."""

    name: Texts
    change: Texts


@dataclass(frozen=True, slots=True)
class Heard:
    """What the committee advised and, where it is departed from, why and who was told.

    `minority` is the note of members who thought otherwise (BGS 1.14).
    """

    reference: str = ""
    advised_on: date | None = None
    advice: str = ""
    minority: str = ""
    favourable: bool = False
    deviation: str = ""
    told_committee_on: date | None = None
    told_officer_on: date | None = None


def processing_kinds() -> Table[ProcessingKind]:
    """The kinds of change, by code."""
    return table("processing_kinds", ProcessingKind)


def name_of(subject: Subject, code: str) -> str:
    """How a row is named in the register."""
    return f"{subject}:{code}"


def pattern_mark(row: Pattern) -> str:
    """The mark over a pattern: version, definition, phases and default numbers."""
    numbers = [(each.name, str(each.default), each.unit) for each in row.parameters]
    return _mark(row.version, row.formal, sorted(row.phases), sorted(numbers))


def category_mark(row: Category, on: date) -> str:
    """The mark over a category of data: from when, from whom, to whom, and by which ways."""
    carried = sorted(way.code for way in ways().on(on) if row.code in way.categories)
    kinds = (sorted(row.from_kinds), sorted(row.not_from), sorted(row.needs))
    told = (row.first_phase, row.personal, row.private_barred, row.criminal, row.result)
    return _mark(*told, *kinds, carried)


def partner_mark(row: PartnerKind) -> str:
    """The mark over a partner: its kind, and the place of that kind in the law."""
    return _mark(row.code, row.participant, row.first_phase, row.supports, row.private)


def cover_of(heard: Heard) -> Cover | None:
    """On what a change may be switched on; None for an advice against it that nobody departs from.

    Raises Invalid for what is missing: an advice with reference, date and text, or a reasoned
    deviation of which committee and data protection officer were told (WGS 1.8(6); BGS 1.13-1.15).
    """
    advised = bool(heard.reference.strip() or heard.advice.strip() or heard.advised_on)
    departs = bool(heard.deviation.strip() or heard.told_committee_on or heard.told_officer_on)
    if not advised and not departs:
        raise _missing(
            "reference",
            N_("Give the advice of the committee, or a reasoned deviation."),
        )
    if advised and not (heard.reference.strip() and heard.advice.strip() and heard.advised_on):
        raise _missing("advice", N_("An advice has a reference, a date and a text."))
    if departs and not heard.deviation.strip():
        raise _missing("deviation", N_("A deviation has reasons."))
    if departs and not (heard.told_committee_on and heard.told_officer_on):
        raise _missing(
            "told_committee_on",
            N_("A deviation is reported to the committee and to the data protection officer."),
        )
    if departs:
        return Cover.DEVIATION
    return Cover.ADVICE if heard.favourable else None


def _missing(field: str, hint: str) -> Invalid:
    return Invalid(
        "The change of processing cannot be registered like this.",
        where={"field": field, "basis": "WGS 1.8(6); BGS 1.13-1.15"},
        hint=hint,
    )


def _mark(*told: object) -> str:
    return sha256(json.dumps(told).encode()).hexdigest()[:MARK_LENGTH]
