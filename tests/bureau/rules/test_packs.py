"""A second jurisdiction: other clocks, scopes and partners, and no line of code for it."""

import shutil
from datetime import date

import pytest

from bureau.errors import NotAllowed
from bureau.operations import cases, organisations
from bureau.rules import calendar, packs, partners, scope, tables
from bureau.rules.agenda import Phase
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.rules.test_shelf import VESTERLAND
from tests.bureau.rules.test_tables import FOLDER, KINDS

DAY = date(2026, 3, 2)


@pytest.fixture
def vesterland():
    tables.use(str(VESTERLAND))
    yield
    tables.use(tables.HOME)


def test_every_table_is_read_by_some_module_as_one_kind_of_row():
    assert packs.kinds().keys() == {file.stem for file in FOLDER.glob("*.toml")}
    assert KINDS.items() <= packs.kinds().items()


def test_our_own_rows_and_those_of_vesterland_are_in_order():
    assert packs.check("nl").slips == ()
    found = packs.check(str(VESTERLAND))
    assert found.slips == ()
    assert found.own == ("deadlines", "holidays", "partner_roles", "partners", "scope")
    assert "phrases" in found.borrowed


@ON_SQLITE
def test_scopes_clocks_and_partners_are_those_of_the_pack(vesterland, work_of, actors):
    assert scope.scopes().codes() == ("VS01", "VS02")
    assert calendar.closed(date(2026, 4, 13))
    assert not calendar.closed(date(2026, 12, 25))
    with work_of(actors.officer) as work:
        opened = cases.open_case(work, "screening", "Kade 3", scope="VS01", received_on=DAY)
        assert opened.reference.startswith("SCR")
        # Six weeks end on the Day of the Tide: one day later.
        assert [row.next_clock.due for row in cases.list_cases(work)] == [date(2026, 4, 14)]
    with work_of(actors.admin) as work:
        assert [row.code for row in organisations.list_kinds(work)] == ["GUARD", "TAX"]
    partners.insist_seat("GUARD", Phase.ENRICHMENT, DAY, "Havenwacht")
    with pytest.raises(NotAllowed, match="no participant"):
        partners.insist_seat("TAX", Phase.DEEP, DAY, "Tolkamer")


@pytest.mark.parametrize(
    "file, old, new, row, what",
    [
        ("scope", 'decision = "licence"', 'decision = "gift"', "1 decision", "gift"),
        ("scope", "Kadewet 3", "Kadewet 3 ", "1 basis", "blank"),
        ("holidays", '"fixed"', '"tide"', "1 kind", "tide"),
        ("partners", '"MUN_MAYOR"', '"CITY"', "MUN_MAYOR", "a house of its own"),
        ("partner_roles", '"GUARD"', '"WATCH"', "WATCH", "no WATCH in partners"),
        ("deadlines", 'over = "nl"', "", "DL02", "the program asks for this row"),
        ("deadlines", "rows", "rouws", "0 rouws", "only defaults"),
    ],
)
def test_a_slip_is_told_with_file_and_row(tmp_path, file, old, new, row, what):
    folder = shutil.copytree(VESTERLAND, tmp_path / "v")
    where = folder / f"{file}.toml"
    said = where.read_text("utf-8")
    where.write_text(said.replace(old, new), "utf-8")
    found = packs.check(str(folder)).slips
    assert any((s.file, s.row) == (f"{file}.toml", row) and what in s.what for s in found)


def test_what_is_missing_or_no_table_is_told(tmp_path):
    folder = shutil.copytree(FOLDER, tmp_path / "be")
    (folder / "scope.toml").unlink()
    (folder / "poems.toml").write_text("rows = []\n", "utf-8")
    told = {slip.file: slip.what for slip in packs.check(str(folder)).slips}
    assert told == {"scope.toml": "this table is missing", "poems.toml": "no such table"}
    (folder / "pack.toml").write_text('borrows = ["poems"]\n', "utf-8")
    assert packs.check(str(folder)).slips[0].file == "pack.toml"
