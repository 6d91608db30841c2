import pytest

from bureau.formats.mt940 import read_mt940
from tests.bureau.formats.samples import given, mt940, refusal

CREDIT = (":61:2403050305C50,00NTRFNONREF//B1", ":86:/NAME/Fictie/REMI/Huur maart/")


def test_a_statement_that_balances_is_read():
    read = read_mt940(mt940(*CREDIT))
    (payment,) = read.payments
    assert (payment.from_name, payment.reference, payment.on) == (
        "Fictie",
        "Huur maart",
        "2024-03-05",
    )
    assert payment.external_id == "NL14BURO0000000002|2024-03-05|50.00 EUR|B1"
    assert read.totals["statements"][0]["balanced"] is True


def test_a_statement_that_does_not_balance_is_refused_at_its_closing_line():
    error = refusal(read_mt940, mt940(*CREDIT, closing="C240331EUR150,01"))
    assert error.params["difference"] == "0.01"
    assert error.where == {"line": 7}


def test_a_truncated_statement_is_read_with_a_warning():
    read = read_mt940(mt940(*CREDIT, closing=""))
    assert read.statements[0].closing_minor is None
    assert "was not checked" in read.warnings[0].message


def test_a_closing_balance_in_another_currency_cannot_be_checked():
    read = read_mt940(mt940(*CREDIT, closing="C240331USD150,00"))
    assert read.statements[0].balanced is None


@pytest.mark.parametrize("tag", [":25:", ":60F:"])
def test_a_statement_without_account_or_opening_is_refused(tag):
    content = mt940(*CREDIT).decode().replace(tag, ":21:").encode()
    assert tag in str(refusal(read_mt940, content))


def test_a_file_without_any_statement_is_refused():
    assert ":20:" in str(refusal(read_mt940, b"just some text"))


def test_a_file_of_the_older_character_set_is_read_with_a_warning():
    read = read_mt940(mt940(*CREDIT).replace(b"Huur maart", "Café".encode("cp1252")))
    assert read.payments[0].reference == "Café"
    assert "cp1252" in read.warnings[0].message


def test_a_debit_goes_the_other_way():
    lines = (":61:240305D50,00NTRFNONREF", ":86:/NAME/Fictie/IBAN/NL41BURO0000000001/")
    (payment,) = read_mt940(mt940(*lines, closing="C240331EUR50,00")).payments
    assert payment.from_account == "NL14BURO0000000002"
    assert (payment.to_account, payment.to_name) == ("NL41BURO0000000001", "Fictie")


def test_the_information_after_the_closing_balance_is_no_payment_text():
    content = mt940(":61:240305C50,00NTRFNONREF").removesuffix(b"-") + b":86:closing words"
    read = read_mt940(content)
    assert read.payments[0].reference == ""


def test_equal_entries_of_one_day_stay_apart():
    lines = (":61:240305C25,00NTRFNONREF", ":61:240305C25,00NTRFNONREF")
    read = read_mt940(mt940(*lines))
    assert len({payment.external_id for payment in read.payments}) == 2


@pytest.mark.parametrize(
    ("name", "sums", "entries"),
    [
        ("jejik/generic.sta", {"EUR": "20.00"}, [1, 1]),
        ("jejik/rabobank-iban.sta", {"EUR": "70.00"}, [2, 2]),
        (
            "cmxl/mt940.sta",
            {"DEM": "98706.18", "EUR": "3800.00", "PLN": "30040.00"},
            [11, 2, 3],
        ),
    ],
)
def test_the_reference_files_that_balance_have_these_totals(name, sums, entries):
    read = read_mt940(given("c-transactions", "mt940", *name.split("/")))
    assert read.totals["sums"] == sums
    assert [statement.entries for statement in read.statements] == entries
    assert all(statement.balanced for statement in read.statements)


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        # Added by hand: 4.68 in and 50.27 out do not turn 0.00 into 3.47.
        ("ing.sta", 26, "entries -45.59 is -45.59, but it closes at 3.47; the difference is 49.06"),
        # Added by hand: 15.70 and 700.00 out do not turn 4975.09 into 4370.79.
        ("triodos.sta", 12, "is 4259.39, but it closes at 4370.79; the difference is 111.40"),
        # C500N: digits are gone with the comma; the balances would need 5000,00.
        ("knab.sta", 17, "The amount 500 on line 17 is not written with one decimal comma"),
    ],
)
def test_the_reference_files_that_contradict_themselves_are_refused(name, line, words):
    error = refusal(read_mt940, given("c-transactions", "mt940", "jejik", name))
    assert error.where == {"line": line}
    assert words in str(error)


def test_the_reference_dialects_give_names_and_accounts():
    rabo = read_mt940(given("c-transactions", "mt940", "jejik", "rabobank-iban.sta")).payments
    assert (rabo[0].to_name, rabo[0].to_account) == ("CONTRA ACCOUNT HOLDER", "NL70ABNA0987654321")
    cmxl = read_mt940(given("c-transactions", "mt940", "cmxl", "mt940.sta")).payments
    assert (cmxl[11].to_name, cmxl[11].reference) == ("MUELLER", "Miete November")
    assert cmxl[13].from_account == "PL08106000760000777777777777"
