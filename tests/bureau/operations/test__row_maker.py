"""What a row comes to is known to the next row, and equal records of one file are told apart."""

from bureau.model import Case, Source
from bureau.operations._import_batch import Batch
from bureau.operations._import_grades import GRADES
from bureau.operations._row_cells import RowCells
from bureau.operations._row_maker import RowMaker
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.rows import keep_mapping, take

pytestmark = ON_SQLITE


def made(work, case_id, source_id, makes, *rows):
    case, source = work.session.get_one(Case, case_id), work.session.get_one(Source, source_id)
    batch = Batch(work, case, source, GRADES["entities-csv"], rehearsal=True)
    maker = RowMaker(batch, makes, "Lijst")
    told = [maker.make(RowCells(line, texts, {})) for line, texts in enumerate(rows, 2)]
    assert batch.rows == []
    return told


def test_a_party_is_made_once_whatever_row_names_it(work_of, actors, case_id, source_id):
    row = {"label": "De Kade B.V.", "kvk": "69599084"}
    with work_of(actors.officer) as work:
        first, again = made(work, case_id, source_id, "company", row, row)
    assert (first.new, again.new) == (True, False)
    assert first.fact == again.fact
    assert (len(first.rows), again.rows) == (2, ())


def test_equal_records_of_one_file_are_counted(work_of, actors, case_id, source_id):
    keep_mapping(work_of, actors.officer, "Rekeningen")
    take(work_of, actors.officer, case_id, "Rekeningen")
    row = {"account": "NL00FICT0000000001", "on": "2026-01-03", "amount": "12.50"}
    with work_of(actors.officer) as work:
        one, two = made(work, case_id, source_id, "deposit", row, row)
    assert (one.nth, two.nth) == (1, 2)
    assert one.rows[0].key != two.rows[0].key
    assert one.about == two.about
    assert len(one.about) == 1
