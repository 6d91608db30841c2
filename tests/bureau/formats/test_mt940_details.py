import pytest

from bureau.formats.mt940_details import account_in, read_details


@pytest.mark.parametrize(
    ("lines", "dialect", "name", "account", "reference"),
    [
        (
            ["020?00OVERBOEKING?20Huur ?21maart?31123456789?32J. Fic", "tie?33en zoon"],
            "question-mark codes",
            "J. Fictie en zoon",
            "123456789",
            "Huur maart",
        ),
        (["000>100987654321>20 HUUR>21 KANTOOR"], "angle codes", "", "0987654321", "HUUR KANTOOR"),
        (
            ["/BENM//NAME/Fictie B.V./REMI/Factuur 12/ISDT/2024-03-01"],
            "slash codes",
            "Fictie B.V.",
            "",
            "Factuur 12",
        ),
        (
            ["/EREF/X/CNTP/NL41BURO0000000001/BUROXX/Fictie/Stad///REMI/USTD//Factuur 12/"],
            "slash codes",
            "Fictie",
            "NL41BURO0000000001",
            "Factuur 12",
        ),
        (
            ["FACTUUR 12", "REK: NL41BURO0000000001/NAAM: FICTIE"],
            "rek and naam",
            "FICTIE",
            "NL41BURO0000000001",
            "FACTUUR 12",
        ),
        (["0111111111 Hr Fictie"], "leading account", "", "0111111111", "Hr Fictie"),
        (["zomaar", "een  zin"], "plain text", "", "", "zomaar een zin"),
        ([""], "plain text", "", "", ""),
    ],
)
def test_each_dialect_is_known_by_its_own_sign(lines, dialect, name, account, reference):
    details = read_details(lines)
    assert (details.dialect, details.name) == (dialect, name)
    assert (details.account, details.reference) == (account, reference)


def test_every_code_is_kept():
    assert read_details(["/EREF/X1/PURP/SALA/"]).codes == {"EREF": "X1", "PURP": "SALA"}


@pytest.mark.parametrize("text", ["", "Card transaction", "NL4", "12"])
def test_a_text_that_is_no_account_is_not_taken_for_one(text):
    assert account_in(text) == ""
