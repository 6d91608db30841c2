"""Where a letter goes: the newest recorded address of the person concerned."""

from sqlalchemy import select

from bureau.model import Address, Entity, Person, Tie
from bureau.operations._letter_file import LetterFile
from bureau.rules.vocabulary import TieKind

PLACED = (TieKind.LIVES_AT, TieKind.LOCATED_AT)


def usual(file: LetterFile) -> str:
    """The lines of the address, or nothing where none is recorded or it is protected."""
    applicant = file.screening.applicant
    if applicant is None or (isinstance(applicant, Person) and applicant.protected):
        return ""
    ties = (
        select(Tie)
        .where(Tie.case_id == file.case.id, Tie.from_id == applicant.id, Tie.kind.in_(PLACED))
        .order_by(Tie.valid_from, Tie.key)
    )
    running = [tie for tie in file.work.session.scalars(ties) if tie.valid_to is None]
    return _lines(running[-1].to_entity) if running else ""


def _lines(place: Entity) -> str:
    if not isinstance(place, Address) or not place.street:
        return place.label.replace(", ", "\n")
    first = " ".join(part for part in (place.street, f"{place.number}{place.addition}") if part)
    second = "  ".join(part for part in (place.postcode, place.city.upper()) if part)
    return "\n".join(line for line in (first, second) if line)
