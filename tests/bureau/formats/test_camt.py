import zipfile
from io import BytesIO

import pytest

from bureau.errors import Invalid
from bureau.formats.camt import read_camt
from tests.bureau.formats.samples import balance, camt, detail, entry, given, refusal

STATEMENT = balance("OPBD", "100.00") + entry("50.00", details=detail()) + balance("CLBD", "150.00")


def packed(**files):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(f"{name}.xml", body)
    return out.getvalue()


@pytest.mark.parametrize("version", ["02", "03", "04", "05", "06", "07", "08"])
@pytest.mark.parametrize("message", ["052", "053", "054"])
def test_every_known_message_and_version_is_read(message, version):
    read = read_camt(camt(STATEMENT, message=message, version=version))
    assert read.totals["sums"] == {"EUR": "50.00"}
    assert read.statements[0].balanced is True


@pytest.mark.parametrize("version", ["01", "09", "13"])
def test_an_unknown_version_is_refused_not_tried(version):
    error = refusal(read_camt, camt(STATEMENT, version=version))
    assert error.template == "Version {version} of camt.{message} is not known here."


def test_another_document_is_refused_by_its_root():
    error = refusal(read_camt, b"<html><body/></html>")
    assert "html" in str(error)


def test_a_document_without_statements_is_refused():
    assert "holds no Stmt" in str(refusal(read_camt, camt()))


def test_several_statements_are_read_in_order():
    second = balance("OPBD", "150.00") + entry("7.00", "DBIT") + balance("CLBD", "143.00")
    read = read_camt(camt(STATEMENT, second))
    assert [statement.entries_minor for statement in read.statements] == [5000, -700]
    assert [payment.where["path"] for payment in read.payments] == [
        "Stmt[1]/Ntry[1]",
        "Stmt[2]/Ntry[1]",
    ]


def test_equal_payments_of_one_file_stay_two_payments():
    twice = balance("OPBD", "0") + entry("5") * 2 + balance("CLBD", "10")
    read = read_camt(camt(twice, twice))
    assert len({payment.external_id for payment in read.payments}) == 4


def test_a_zip_is_read_file_by_file_and_says_in_which_file():
    other = STATEMENT.replace("2024-03-02", "2024-03-05")
    read = read_camt(packed(a=camt(STATEMENT), b=camt(other)))
    assert [payment.where["file"] for payment in read.payments] == ["a.xml", "b.xml"]
    assert read.totals["sums"] == {"EUR": "100.00"}


def test_the_same_statement_twice_in_a_zip_is_read_once():
    read = read_camt(packed(a=camt(STATEMENT), b=camt(STATEMENT)))
    assert len(read.payments) == 1
    assert "more than one file" in read.warnings[-1].message


def test_one_bad_file_refuses_the_zip_and_is_named():
    error = refusal(read_camt, packed(a=camt(STATEMENT), b=b"<x/>"))
    assert error.where["file"] == "b.xml"


def test_an_empty_zip_is_refused():
    refusal(read_camt, packed())


@pytest.mark.parametrize(
    ("name", "sums", "balanced", "warnings"),
    [
        ("camt053.v2.minimal.xml", {"EUR": "8.85"}, [None], 2),
        ("camt053.v2.with-party-ids.xml", {"EUR": "8.85"}, [None], 2),
        ("camt053.v2.multi.statement.xml", {"EUR": "15.85"}, [True, True], 1),
        ("camt053.v4.xml", {"EUR": "8.85"}, [None], 2),
        ("camt053.v8.xml", {"EUR": "8.85"}, [None], 2),
        ("camt054.v8.xml", {"SEK": "200000.00"}, [None], 1),
    ],
)
def test_the_reference_files_have_these_totals(name, sums, balanced, warnings):
    read = read_camt(given("c-transactions", "camt-genkgo", name))
    assert read.totals["sums"] == sums
    assert [statement.balanced for statement in read.statements] == balanced
    assert len(read.warnings) == warnings


def test_the_reference_balances_in_two_currencies_are_said_to_be_unchecked():
    read = read_camt(given("c-transactions", "camt-genkgo", "camt053.v2.minimal.xml"))
    assert "(EUR, SEK), the closing balance being -27.00 SEK" in read.warnings[0].message
    assert read.totals["statements"][0] == {
        "account": "NL26VAYB8060476890",
        "number": "253EURNL26VAYB8060476890",
        "currency": "EUR",
        "opening": "18.15",
        "opening_on": "2014-12-30",
        "entries": 1,
        "entries_sum": "8.85",
        "closing": None,
        "closing_on": "",
        "balanced": None,
    }


def test_the_reference_batch_that_contradicts_its_entry_is_not_split():
    read = read_camt(given("c-transactions", "camt-genkgo", "camt054.v8.xml"))
    (payment,) = read.payments
    assert (payment.amount_minor, payment.currency) == (20_000_000, "SEK")
    assert payment.from_account == "CH2801234000123456789"
    assert payment.extra["transaction_1"].startswith("3.10 CHF | Example Creditor 3 - V1")
    assert "do not add up" in read.warnings[0].message


def test_a_wrong_member_raises_the_readers_own_error():
    with pytest.raises(Invalid):
        read_camt(packed(a=b"\xff\xfe\x00"))
