from bureau.formats.brp_rows import read_person_rows
from bureau.formats.guard import PERSONS
from tests.bureau.formats.samples import refusal

HEADER = b"01.01.20;01.02.40;01.03.10;05.02.40;05.H;08.11.10\n"


def read(content):
    return list(read_person_rows(content, PERSONS))


def test_a_mark_tells_what_stands_one_row_further_down():
    rows = b"1;Zee;1970;A;55;x\n;;;a;05;\n;;;B;;\n"
    [person] = read(HEADER + rows)
    assert [[said["02.40"] for _, said in group] for group in person.groups("05")] == [
        ["A", "a"],
        ["B"],
    ]
    assert person.current("05")["02.40"] == "A"
    assert person.current("08") == {"11.10": "x"}
    assert person.stack("99") == []


def test_without_a_column_of_names_a_citizen_number_begins_a_list():
    assert [person.line for person in read(HEADER + b"1;Zee;;;;\n;;;A;;\n2;Meer;;;;\n")] == [2, 4]


def test_rows_before_any_person_and_files_without_one_are_refused():
    assert refusal(read, HEADER + b";;;A;;\n").where == {"line": 2}
    assert refusal(read, HEADER).where == {"line": 1}
