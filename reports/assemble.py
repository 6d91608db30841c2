"""From stored records to a dossier: the one place that says what goes into which track."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

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
    for name in made.__dataclass_fields__:
        for text in _texts(getattr(made, name)):
            if any(protected in text.casefold() for protected in names):
                raise NotAllowed(
                    "A text that would go into the dossier names a protected person.",
                    where={"guard": "protected person", "text": name},
                    hint="Take the name out of the finding, the source title or the reasoning.",
                )


def _names(file: case_file.CaseFile) -> Iterator[str]:
    for person in file.protected:
        for name in (person.label, person.family_name):
            if len(name) >= SHORTEST_NAME:
                yield name.casefold()


def _texts(value: object) -> Iterator[str]:
    """Every text inside `value`, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
