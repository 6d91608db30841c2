"""Every reference file about ownership, real estate and persons is taken, or rightly refused."""

import pytest

from bureau.errors import Invalid
from bureau.formats.registry import reader
from tests.bureau.formats.reference import DATA, content, extract, fate, files


@pytest.fixture(scope="module")
def found():
    """The files, where they lie beside this checkout."""
    paths = files()
    if not paths:
        pytest.skip("reference files are not beside this checkout")
    return paths


def reading(path):
    """Why a file is refused; empty where it is taken."""
    try:
        reader(fate(path)[0]).read(content(path))
    except Invalid as refusal:
        return f"{refusal} {refusal.hint}" if refusal.where and refusal.hint else "no help"
    return ""


def test_each_file_has_the_fate_that_is_written_down(found):
    told = {path: reading(path) for path in found}
    wrong = [
        (path.relative_to(DATA).as_posix(), said)
        for path, said in told.items()
        if bool(said) != bool(fate(path)[1]) or fate(path)[1] not in said
    ]
    assert wrong == []
    taken = [path for path in found if fate(path)[1] == ""]
    assert (len(found), len(taken)) == (196, 171)


def test_a_file_is_not_taken_for_another_format(found):
    for path in found:
        if path.suffix != ".csv":
            continue
        for other in {"brp-csv", "bods", "bag", "kvk"} - {fate(path)[0]}:
            with pytest.raises(Invalid):
                reader(other).read(path.read_bytes())


def test_the_files_of_an_extract_belong_together(found):
    read = reader("bag").read(extract())
    assert read.totals == {"parties": {"address": 9, "property": 8}, "ties": 12}
