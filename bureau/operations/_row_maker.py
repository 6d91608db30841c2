"""Makes what the rows of one mapping say in one case, one after the other; keeps nothing itself."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select

from bureau.model import Record, Tie
from bureau.model.base import Base
from bureau.operations import _row_parties, _row_records
from bureau.operations._import_batch import Batch, hashed
from bureau.operations._row_cells import RowCells
from bureau.operations._row_fields import TABLES, TIE
from bureau.operations._row_known import Known
from bureau.rules.records import record_kind
from bureau.rules.vocabulary import EntityKind


@dataclass(frozen=True, slots=True)
class Made:
    """What one row comes to: `rows` to keep, where they are `new`, and the name of the fact.

    `nth` tells equal records of one file apart; `about` names the parties in it by id.
    """

    new: bool
    says: str
    fact: str
    rows: tuple[Base, ...]
    about: tuple[str, ...] = ()
    nth: int = 1


class RowMaker:
    """Makes rows of one mapping in one case; what a row adds is known to the next."""

    def __init__(self, batch: Batch, makes: str, name: str) -> None:
        self._batch, self._makes, self._name = batch, makes, name
        self._known = Known(batch)
        self._seen: Counter[str] = Counter()
        table = Tie if makes == TIE else Record
        held = select(table.key).where(table.case_id == batch.case.id)
        self._keys = set(batch.work.session.scalars(held))

    def make(self, cells: RowCells, nth: int = 0) -> Made:
        """What one row makes; a record that was counted before says its `nth`."""
        if self._makes in TABLES:
            return self._party(EntityKind(self._makes), cells)
        return self._tie(cells) if self._makes == TIE else self._record(cells, nth)

    def _party(self, kind: EntityKind, cells: RowCells) -> Made:
        before = len(self._batch.rows)
        new, found = _row_parties.party(self._batch, self._known, kind, self._name, cells)
        rows = tuple(self._batch.rows[before:])
        del self._batch.rows[before:]
        return Made(new, self._known.labels[found], f"{TABLES[kind].__tablename__}:{found}", rows)

    def _tie(self, cells: RowCells) -> Made:
        row, says = _row_parties.tie(self._batch, self._known, cells)
        new = row.key not in self._keys
        self._keys.add(row.key)
        about = (str(row.from_id), str(row.to_id))
        return Made(new, says, f"tie:{row.id}" if new else "", (row,), about)

    def _record(self, cells: RowCells, nth: int) -> Made:
        kind = record_kind(self._makes)
        row, parts, says = _row_records.record(self._batch, self._known, kind, cells)
        # Two deposits of the same amount on one day are two, in one file and in the next.
        self._seen[row.key] += 1
        number = nth or self._seen[row.key]
        row.key = hashed(self._makes, row.key, number)
        new = row.key not in self._keys
        about = tuple(str(each.entity_id) for each in parts)
        return Made(new, says, f"record:{row.id}" if new else "", (row, *parts), about, number)
