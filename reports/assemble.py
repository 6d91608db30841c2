"""From stored records to a dossier: the one place that says what goes into which track."""

from collections.abc import Iterator
from typing import Any

from bureau.errors import NotAllowed
from bureau.model import Case, SupportFile
from bureau.rules.vocabulary import Track
from bureau.work import Work
from reports.assembly import file as case_file
from reports.assembly.administrative import administrative
from reports.assembly.criminal import criminal
from reports.assembly.order import Order
from reports.assembly.victim import victim
from reports.dossier import Dossier
from reports.values import checks

SHORTEST_NAME = 3


def assemble(work: Work, record: Case | SupportFile, track: Track, order: Order) -> Dossier:
    """What the dossier of `record` for `track` says; a protected person is never in it.

    Raises NotAllowed when a text names a protected person, or when the track asks for more.
    """
    if isinstance(record, SupportFile):
        return victim(work, record, order)
    file = case_file.read(work, record, order.language)
    made: Dossier
    made = criminal(file, order) if track is Track.CRIMINAL else administrative(file, order)
    _insist_unnamed(file, made)
    return made


def _insist_unnamed(file: case_file.CaseFile, made: Dossier) -> None:
    """Free text can name anybody: whoever is protected must not be found anywhere in it."""
    names = set(_names(file))
    if not names:
        return
    for part in checks.parts(made):
        if isinstance(part, str) and any(name in part.casefold() for name in names):
            raise NotAllowed(
                "A text that would go into the dossier names a protected person.",
                where={"guard": "protected person", "text": _place(made, part)},
                hint="Take the name out of the finding, the source title or the reasoning.",
            )


def _names(file: case_file.CaseFile) -> Iterator[str]:
    for person in file.protected:
        for name in (person.label, person.family_name):
            if len(name) >= SHORTEST_NAME:
                yield name.casefold()


def _place(made: Any, text: str) -> str:
    """Which part of the dossier holds `text`, without repeating it."""
    for name in made.__dataclass_fields__:
        if any(part is text for part in checks.parts(getattr(made, name))):
            return str(name)
    return "cover"
