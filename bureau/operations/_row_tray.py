"""Rows of a file that wait in the tray: put there as they are read, and made once accepted."""

from collections import Counter

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import Case, Identifier, RowMapping, TrayItem
from bureau.model.base import new_id
from bureau.operations import _notices
from bureau.operations._import_batch import Batch, hashed
from bureau.operations._import_grades import FileGrade
from bureau.operations._row_cells import RowCells
from bureau.operations._row_fields import PERIOD
from bureau.operations._row_maker import Made, RowMaker
from bureau.rules.vocabulary import Credibility
from bureau.work import Work

WAITING = "waiting"
MOST = 1000  # rows of one file: each has to be looked at by a person


class Shelf:
    """Where the rows of one file are put, each once, whatever became of it before."""

    def __init__(self, batch: Batch, mapping: RowMapping) -> None:
        self._batch, self._mapping = batch, mapping
        self._seen: Counter[str] = Counter()
        rows = select(TrayItem.row_key).where(TrayItem.case_id == batch.case.id)
        self._held = set(batch.work.session.scalars(rows.where(TrayItem.row_key != "")))

    def put(self, cells: RowCells, made: Made) -> bool:
        """Let a row wait unless the case or its tray holds it; raises Invalid above MOST."""
        makes, name = self._mapping.makes, self._mapping.name
        says = hashed("row", makes, name, sorted(cells.texts.items()))
        self._seen[says] += 1
        key = hashed("row", says, self._seen[says])
        if not made.new or key in self._held:
            return False
        if self._batch.stored >= MOST:
            raise Invalid(
                "At most {most} rows of a file can wait in the tray.",
                hint="Split the file, or take it in without the tray.",
                most=MOST,
            )
        self._batch.add(self._item(cells, made, key))
        return True

    def _item(self, cells: RowCells, made: Made, key: str) -> TrayItem:
        texts = dict(cells.texts)
        began, ended = (texts.pop(name, "") for name in PERIOD)
        place = {"place": f"line {cells.line}", "from": began, "to": ended}
        row = {"mapping": self._mapping.name, "line": cells.line, "nth": made.nth}
        work = self._batch.work
        return TrayItem(
            id=new_id(),
            case_id=self._batch.case.id,
            source_id=self._batch.source.id,
            makes=self._mapping.makes,
            said={"told": texts, "row": row, **place},
            says=made.says,
            parties=list(made.about),
            state=WAITING,
            put_at=work.now,
            put_by_id=work.actor.id,
            row_key=key,
        )


class Taking:
    """Makes facts of the rows of one source and mapping that a person accepts."""

    def __init__(self, work: Work, case: Case, first: TrayItem, credibility: Credibility) -> None:
        source = first.source
        grade = FileGrade(source.reliability, credibility, source.origin)
        self._batch = Batch(work, case, source, grade, rehearsal=False)
        self._maker = RowMaker(self._batch, first.makes, first.said["row"]["mapping"])

    def take(self, item: TrayItem) -> str:
        """Record what the row says, as the import would have; the name of the fact it came to."""
        said = item.said
        texts = {**said["told"], **dict(zip(PERIOD, (said["from"], said["to"]), strict=True))}
        cells = RowCells(said["row"]["line"], {n: t for n, t in texts.items() if t}, {})
        made = self._maker.make(cells, said["row"]["nth"])
        work = self._batch.work
        if made.new:
            work.session.add_all(made.rows)
            work.session.flush()
            named = {row.entity_id for row in made.rows if isinstance(row, Identifier)}
            _notices.tell(work, self._batch.case, named)
        return made.fact
