"""Payments leave as a table that comes back equal, runs nothing and names nobody protected."""

import csv
import json
from io import StringIO

from bureau.operations import imports, payment_exports
from tests.bureau.formats.samples import given
from tests.bureau.operations import scene
from tests.bureau.operations.place import open_case
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
FIRST = scene.ROUND.splitlines()[0] + ",time,from_name,reference\n"


def exported(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        return payment_exports.export_payments(work, case_id)


def test_hostile_texts_leave_as_text_and_come_back_as_they_were(work_of, actors, case_id, trail):
    hostile = given("g-hostile", "csv-injection", "csv-payload.txt").decode().splitlines()
    out = StringIO()
    rows = csv.writer(out)
    for number, text in enumerate(hostile):
        told = (f"-{number}", "2024-05-07", "10.00", "EUR", f"+A{number}", "B", "14:05", text, text)
        rows.writerow(told)
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id, FIRST + out.getvalue())
    sent = exported(work_of, actors, case_id)
    cells = [
        cell for row in csv.DictReader(StringIO(sent.content.decode())) for cell in row.values()
    ]
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r")]
    assert json.loads(sent.manifest)["counts"] == {"payments": len(hostile)}
    assert trail()[-1].facts["format"] == "payments-csv"
    with work_of(actors.officer) as work:
        other = open_case(work, title="A second case")
        imports.import_file(
            work, other, "payments-csv", "a.csv", sent.content, source_title="Betalingen"
        )
    again = exported(work_of, actors, other)
    assert again.content == sent.content


def test_a_payment_of_a_protected_person_stays_in_the_house(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        scene.hold(work, case_id, learnt, "B", family_name="Beschermd", protected=True)
    rows = list(csv.DictReader(StringIO(exported(work_of, actors, case_id).content.decode())))
    assert [row["id"] for row in rows] == ["t3", "t4", "t5"]
    assert {row["amount"] for row in rows} == {"9800.00", "12.50"}
