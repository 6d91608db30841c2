"""From stored records to a dossier: the one place that says what goes into which track."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from bureau.errors import NotAllowed
from bureau.model import Case, SupportFile
from bureau.rules.vocabulary import Track
from bureau.work import Work
from reports.assembly import file as case_file
from reports.assembly import ledger
from reports.assembly.administrative import administrative
from reports.assembly.criminal import criminal
from reports.assembly.order import Order
from reports.assembly.redacting import taken_out
from reports.assembly.victim import victim
from reports.dossier import Dossier

SHORTEST_NAME = 3
# What helpers write about the person; whoever is told of consents is named there on purpose.
PLAN_TEXTS = ("contact", "needs", "plan", "indicators", "rights", "terms")


def assemble(work: Work, record: Case | SupportFile, track: Track, order: Order) -> Dossier:
    """What the dossier of `record` for `track` says; a protected person is never in it.

    Raises NotAllowed when a text names a protected person, or when the track asks for more.
    """
    made: Dossier
    if isinstance(record, SupportFile):
        made = victim(work, record, order)
        _insist_unnamed(_real_names(record), made, PLAN_TEXTS)
        return made
    file = case_file.read(work, record, order.language, order.selection, track)
    ledger.insist(file)
    if track is Track.CRIMINAL:
        made = taken_out(file, order, criminal(file, order))
    else:
        made = taken_out(file, order, administrative(file, order))
    _insist_unnamed(_names(file), made, made.__dataclass_fields__)
    return made


def _insist_unnamed(names: Iterable[str], made: Dossier, parts: Iterable[str]) -> None:
    """Free text can name anybody: whoever is protected must not be found anywhere in it."""
    barred = {name.casefold() for name in names if len(name) >= SHORTEST_NAME}
    for part in parts:
        for text in _texts(getattr(made, part)):
            if any(protected in text.casefold() for protected in barred):
                raise NotAllowed(
                    "A text that would go into the dossier names a protected person.",
                    where={"guard": "protected person", "text": part},
                    hint="Take the name out of the finding, the source title or the reasoning.",
                )


def _names(file: case_file.CaseFile) -> Iterator[str]:
    for person in file.protected:
        yield from (person.label, person.family_name)


def _real_names(file: SupportFile) -> Iterator[str]:
    """The whole name and the last part of it."""
    yield from ((file.real_name or "").strip(), *(file.real_name or "").split()[-1:])


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
