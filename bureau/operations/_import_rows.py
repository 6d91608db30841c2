"""Storing what a saved mapping makes of the rows of a file: parties, ties or records."""

from dataclasses import dataclass
from typing import Any

from bureau.errors import Invalid
from bureau.formats.entities_csv import EntityFile
from bureau.model import RowMapping
from bureau.operations._import_batch import Batch
from bureau.operations._row_cells import RowCells, read_cells
from bureau.operations._row_maker import RowMaker
from bureau.operations._row_tray import Shelf

NEW, KNOWN = "new", "known"


@dataclass(frozen=True, slots=True)
class RowMade:
    """What one row of a file makes, or would make."""

    line: int
    standing: str
    says: str

    def plain(self) -> dict[str, Any]:
        """The row as plain values."""
        return {"line": self.line, "outcome": self.standing, "says": self.says}


def store_rows(
    batch: Batch, file: EntityFile, mapping: RowMapping, *, tray: bool = False
) -> tuple[RowMade, ...]:
    """Add what the rows of `file` make and the case does not hold yet.

    With `tray` each of those rows waits in the tray instead. Raises Invalid, with line and
    column, for the first row that cannot be used; `where` says how many there are.
    """
    maker = RowMaker(batch, mapping.makes, mapping.name)
    shelf = Shelf(batch, mapping) if tray else None
    made, faults = [], []
    for row in read_cells(mapping, file):
        try:
            made.append(_stored(batch, maker, shelf, row))
        except Invalid as fault:
            fault.where = {**fault.where, "line": row.line}
            faults.append(fault)
    if faults:
        faults[0].where["refused"] = len(faults)
        raise faults[0]
    return tuple(made)


def _stored(batch: Batch, maker: RowMaker, shelf: Shelf | None, cells: RowCells) -> RowMade:
    row = maker.make(cells)
    new = shelf.put(cells, row) if shelf else row.new
    if new and not shelf:
        for each in row.rows:
            batch.add(each)
    batch.count(new=new)
    return RowMade(cells.line, NEW if new else KNOWN, row.says)
