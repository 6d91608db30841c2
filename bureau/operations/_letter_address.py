"""Where a letter goes: as the last one, else the recorded address of the person concerned."""

import re

from sqlalchemy import select

from bureau.model import Address, Entity, Letter, Person, Tie
from bureau.operations._letter_file import LetterFile
from bureau.rules.vocabulary import TieKind

PLACED = (TieKind.LIVES_AT, TieKind.LOCATED_AT)
_POSTCODE = re.compile(r"(\d{4})\s?([A-Za-z]{2})")


def usual(file: LetterFile) -> str:
    """The lines of the address, or nothing where none is known or it is protected."""
    applicant = file.screening.applicant
    if applicant is None or (isinstance(applicant, Person) and applicant.protected):
        return ""
    sent: list[Letter] = [row for row in file.rows.all(Letter) if row.address]
    if sent:
        return sent[-1].address
    ties = (
        select(Tie)
        .where(Tie.case_id == file.case.id, Tie.from_id == applicant.id, Tie.kind.in_(PLACED))
        .order_by(Tie.valid_from, Tie.key)
    )
    found = [tie for tie in file.work.session.scalars(ties) if not str(tie.valid_to or "")]
    return _lines(found[-1].to_entity) if found else ""


def _lines(place: Entity) -> str:
    if not isinstance(place, Address) or not place.street:
        return place.label.replace(", ", "\n")
    first = " ".join(part for part in (place.street, f"{place.number}{place.addition}") if part)
    postcode = _POSTCODE.sub(r"\1 \2", place.postcode)
    second = "  ".join(part for part in (postcode, place.city.upper()) if part)
    return "\n".join(line for line in (first, second) if line)
