"""What a row of a file makes: a record of money or things, with the parties that take part."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from bureau.errors import Invalid
from bureau.model import Record, RecordParty
from bureau.model.base import new_id
from bureau.operations._import_batch import Batch, hashed
from bureau.operations._record_terms import RecordTerms, checked
from bureau.operations._row_cells import RowCells
from bureau.operations._row_known import Known
from bureau.operations._row_parties import facts
from bureau.rules.handling import USUAL
from bureau.rules.records import RecordRow, check_parties


def record(
    batch: Batch, known: Known, row: RecordRow, cells: RowCells
) -> tuple[Record, tuple[RecordParty, ...], str]:
    """The record of a row with who takes part, and what it is in words.

    Its key says what it is; rows of one file that say the same are told apart by the caller.
    """
    with cells.blamed():
        parties = _parties(known, row, cells)
        terms = _terms(row, cells, parties)
        columns = checked(batch.work, batch.case, row, terms)
    made = Record(
        id=new_id(),
        kind=row.kind,
        key=hashed(row.code, sorted(columns.items(), key=str), sorted(parties.items())),
        withdrawn="",
        **columns,
        **facts(batch, cells),
    )
    taking = tuple(_part(batch, made, *each) for each in parties.items())
    said = (str(terms.on or ""), *(known.labels[each] for each in parties.values()), terms.amount)
    return made, taking, ", ".join(part for part in said if part)


def _terms(row: RecordRow, cells: RowCells, parties: Mapping[str, UUID]) -> RecordTerms:
    texts = cells.texts
    fields: dict[str, Any] = {f.name: texts[f.name] for f in row.fields if f.name in texts}
    return RecordTerms(
        on=_day(cells, "on"),
        time=texts.get("time", ""),
        until=_day(cells, "until"),
        amount=texts.get("amount", ""),
        currency=texts.get("currency", "EUR") if "currency" not in fields else "EUR",
        parties=parties,
        fields=fields,
        handling=texts.get("handling", USUAL),
    )


def _parties(known: Known, row: RecordRow, cells: RowCells) -> dict[str, UUID]:
    found = {}
    own = cells.texts.get("own_numbers", "")
    for role in row.roles:
        if role.name in cells.texts:
            with cells.blamed(role.name):
                found[role.name] = known.find(cells.texts[role.name], role.kinds, own)
    check_parties(row, [(role, known.kinds[each]) for role, each in found.items()])
    return found


def _part(batch: Batch, made: Record, role: str, party: UUID) -> RecordParty:
    return RecordParty(
        id=new_id(), case_id=batch.case.id, record_id=made.id, role=role, entity_id=party
    )


def _day(cells: RowCells, field: str) -> date | None:
    text = cells.texts.get(field, "")
    if not text:
        return None
    with cells.blamed(field):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Invalid(
                "{value} is no date.",
                hint="Write the whole day, in the way that the mapping says.",
                value=text[:40],
            ) from None
