from bureau.formats.values import (
    EdgeRecord,
    FileWarning,
    NetworkFile,
    PaymentFile,
    PaymentRecord,
    StatementRecord,
)


def test_a_warning_is_a_place_and_a_translatable_sentence():
    warning = FileWarning("{count} rows are odd.", {"line": 3}, {"count": 2})
    assert warning.as_json() == {"line": 3, "message": "2 rows are odd."}


def test_totals_are_decimal_strings_per_currency():
    def paid(amount, currency):
        return PaymentRecord({"line": 1}, "x", "2024-03-01", "", amount, currency, "A", "B")

    statement = StatementRecord("A", "1", "JPY", 5, "2024-03-01", None, "", 1, -5, None)
    read = PaymentFile("x", (paid(1, "EUR"), paid(2, "EUR"), paid(5, "JPY")), (statement,))
    assert read.totals["sums"] == {"EUR": "0.03", "JPY": "5"}
    told = read.totals["statements"][0]
    assert (told["opening"], told["entries_sum"], told["closing"]) == ("5", "-5", None)


def test_a_network_counts_its_ends():
    edges = (EdgeRecord({"line": 2}, "a", "b"), EdgeRecord({"line": 3}, "b", "a"))
    assert NetworkFile("network-csv", edges).totals == {"nodes": 2, "edges": 2}
