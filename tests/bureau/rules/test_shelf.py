"""Where rows stand: a folder outside the program is whole, or says what it takes over."""

import pytest

from bureau.errors import Invalid, OutOfOrder
from bureau.rules import shelf, tables
from tests.conftest import ROOT

VESTERLAND = ROOT / "tests" / "packs" / "vesterland"


def test_a_folder_outside_the_program_is_named_by_its_full_path():
    assert shelf.folder_of(str(VESTERLAND)) == VESTERLAND
    with pytest.raises(Invalid, match="tests/packs/vesterland"):
        shelf.folder_of("tests/packs/vesterland")


def test_a_table_stands_in_the_folder_or_is_taken_over():
    own = shelf.file_of("partners", str(VESTERLAND))
    taken = shelf.file_of("phrases", str(VESTERLAND))
    assert own == VESTERLAND / "partners.toml"
    assert taken == shelf.shelf() / "nl" / "phrases.toml"


def test_a_folder_that_lacks_tables_is_refused_with_all_of_them(tmp_path):
    (tmp_path / "scope.toml").write_text("rows = []\n", "utf-8")
    (tmp_path / "pack.toml").write_text('borrows = ["phrases"]\n', "utf-8")
    with pytest.raises(OutOfOrder) as refused:
        tables.use(str(tmp_path))
    gone = refused.value.params["tables"].split(", ")
    assert {"partners", "deadlines"} < set(gone)
    assert not {"scope", "phrases"} & set(gone)


@pytest.mark.parametrize("said", ['borrows = ["poems"]', 'borrows = "all"', "x = 1", "borrows ="])
def test_what_is_taken_over_is_a_list_of_tables(tmp_path, said):
    (tmp_path / "pack.toml").write_text(said + "\n", "utf-8")
    with pytest.raises(OutOfOrder, match=r"pack\.toml"):
        shelf.borrows(tmp_path)
