import csv
import io

from bureau.formats.brp import read_brp
from bureau.rules.vocabulary import TieKind
from tests.bureau.formats.samples import given, refusal

# Fictional people; numbers of the test range of the register.
ONE, TWO, CHILD = "999993872", "999991723", "999992740"
HEADER = [
    *("01.01.20", "01.02.10", "01.02.30", "01.02.40", "01.03.10", "01.H"),
    *("02.02.40", "04.05.10", "05.01.20", "05.02.40", "05.06.10", "05.07.10"),
    *("05.15.10", "05.H", "07.70.10", "08.10.10", "08.10.30", "08.11.10"),
    *("08.11.20", "08.11.60", "08.11.70", "08.H", "09.01.20", "09.02.40"),
    "09.H",
]


def sheet(*rows):
    out = io.StringIO()
    writer = csv.DictWriter(out, ["", *HEADER, ""], delimiter=";", restval="")
    out.write(";".join(["", *HEADER, ""]) + "\n")
    for row in rows:
        writer.writerow({"": row.pop("list", ""), **row})
    return out.getvalue().encode()


def person(number, name, **more):
    said = {"01.01.20": number, "01.02.40": name, "list": "L"}
    return said | {key.replace("_", ".").removeprefix("."): text for key, text in more.items()}


def test_a_partly_known_birth_date_stays_partly_known_and_zeros_mean_unknown():
    file = read_brp(
        sheet(
            person(ONE, "Zee", _01_03_10="19680000", _01_02_30="van der", _01_02_10="Jo"),
            person(TWO, "Meer", _01_03_10="00000000"),
            person(CHILD, "Plas", _01_03_10="19821291"),
        )
    )
    born = [party.fields.get("born") for party in file.parties]
    assert born == ["1968", None, None]
    assert file.parties[0].label == "Jo van der Zee"
    assert ["19821291" in warning.message for warning in file.warnings] == [True]


def test_addresses_of_then_end_where_the_next_begins():
    first = person(ONE, "Zee", _08_10_30="20100501", _08_11_10="Kade", _08_11_20="2", _08_H="58")
    older = {"08.10.30": "19990101", "08.11.10": "Dam", "08.11.20": "1", "list": ""}
    file = read_brp(sheet(first, older))
    assert [(tie.kind, tie.valid_from, tie.valid_to) for tie in file.ties] == [
        (TieKind.LIVES_AT, "2010-05-01", ""),
        (TieKind.LIVES_AT, "1999-01-01", "2010-05-01"),
    ]
    assert {party.label for party in file.parties} == {"Zee", "Kade 2", "Dam 1"}


def test_a_marriage_is_told_once_with_the_day_it_began_though_only_history_says_it():
    ended = {"_05_01_20": TWO, "_05_02_40": "Meer", "_05_07_10": "20200101", "_05_15_10": "H"}
    began = {"05.02.40": "Meer", "05.06.10": "20100101", "05.15.10": "H", "list": ""}
    other = person(TWO, "Meer", _05_01_20=ONE, _05_02_40="Zee", _05_06_10="20100101")
    file = read_brp(sheet(person(ONE, "Zee", **ended, _05_H="55"), began, other))
    ties = [(tie.detail, tie.valid_from, tie.valid_to) for tie in file.ties]
    assert ties[0] == ("huwelijk", "2010-01-01", "2020-01-01")
    assert len(file.parties) == 2


def test_each_child_is_one_and_history_is_not_another():
    first = person(ONE, "Zee", _09_01_20=CHILD, _09_02_40="Zee", _09_H="59")
    history = {"09.02.40": "Zeee", "09.H": "09", "list": ""}
    second = {"09.02.40": "Zee", "list": ""}
    file = read_brp(sheet(first, history, second, person(CHILD, "Zee")))
    assert [tie.detail for tie in file.ties] == ["ouder van", "ouder van"]
    assert len(file.parties) == 3


def test_secrecy_makes_a_protected_person_without_address_also_as_somebodys_child():
    secret = person(CHILD, "Zee", _07_70_10="7", _08_11_10="Geheimstraat", _08_10_30="20200101")
    file = read_brp(sheet(person(ONE, "Zee", _09_01_20=CHILD, _09_02_40="Zee"), secret))
    child = next(party for party in file.parties if party.ref == f"bsn:{CHILD}")
    assert child.shielded
    assert "Geheimstraat" not in repr(file)
    assert any("secrecy" in warning.message for warning in file.warnings)


def test_nationality_is_counted_and_never_read():
    file = read_brp(sheet(person(ONE, "Zee", _04_05_10="0131")))
    assert "0131" not in repr(file)
    assert "category 04" in file.warnings[0].message


def test_the_official_sample_is_read_whole():
    file = read_brp(given("b2-persons", "rvig-gbav-testset-sample.csv"))
    assert file.totals["parties"]["person"] == 550
    assert sum(party.shielded for party in file.parties) == 11


def test_another_table_is_refused():
    assert "01.02.40" in str(refusal(read_brp, b"id,name\n1,Zee\n"))
