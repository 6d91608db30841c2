"""A report on sheets: valid, the same bytes every time, and everything in it that it says."""

from dataclasses import replace
from datetime import date

import pytest

from bureau.rules.vocabulary import Language
from reports import sheet
from reports.values.sheet import Part, Sheet, Table
from tests.reports import reading

pytestmark = [pytest.mark.pdf, pytest.mark.xdist_group("pdf")]
MADE = Sheet(
    name="bureau-2026",
    language=Language.NL,
    sender="Gemeente Havermonde",
    title="Onderzoeken in 2026",
    mark="Jaarverslag",
    reference="Cijfers van 2026",
    dated=date(2026, 12, 31),
    about=(("Ontvangen", "3"),),
    intro=("Alleen wat u mag zien telt mee.",),
    parts=(
        Part("Besluiten", tables=(Table("Naar uitkomst", ("Uitkomst", "Aantal"), (("x", "3"),)),)),
        Part("Vastgelegd", text=("Niets.",), records=((("bron", "register"),),)),
    ),
    content={"year": 2026},
)


def test_a_report_keeps_the_standards_it_claims(tmp_path):
    verapdf = pytest.importorskip("tests.tools.verapdf")
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet.printed(MADE).pdf)
    assert [verapdf.validate(path, each).failures for each in ("3a", "ua1")] == [[], []]


def test_the_same_report_gives_the_same_bytes_with_its_data_inside():
    first, again = sheet.printed(MADE), sheet.printed(MADE)
    assert first.pdf == again.pdf
    said = " ".join(reading.pages(first.pdf))
    for words in ("Onderzoeken in 2026", "Naar uitkomst", "bron register", "Pagina 1 van 1"):
        assert words in said
    assert reading.attachment(first.pdf) == ("bureau-2026.json", b'{"year":2026}')
    assert sheet.printed(replace(MADE, content={"year": 2027})).sha256 != first.sha256


def test_a_text_cannot_carry_markup():
    assert "<script>" not in sheet.to_html(replace(MADE, title="<script>alert(1)</script>"))
