from bureau.formats.party_values import Left, PartyFile, PartyRecord, address_label
from bureau.formats.values import PaymentRecord
from bureau.rules.vocabulary import EntityKind


def test_what_is_left_out_is_counted_by_name():
    left = Left()
    for name in ("a", "a", "b"):
        left.note("{count} times {name}.", name)
    assert [warning.message for warning in left.warnings()] == ["2 times a.", "1 times b."]


def test_totals_count_parties_by_kind_and_add_up_payments():
    party = PartyRecord({"line": 1}, "1", EntityKind.PERSON, "Zee")
    paid = PaymentRecord({}, "1", "2024-05-07", "", 1250, "EUR", "A", "B")
    told = PartyFile("ftm", (party,), (), (paid,)).totals
    assert told == {"parties": {"person": 1}, "ties": 0, "payments": 1, "sums": {"EUR": "12.50"}}


def test_an_address_reads_as_one_line():
    assert address_label({"street": "Kade", "number": "1", "addition": "a"}) == "Kade 1-a"
    assert address_label({"postcode": "1234AB", "city": "Oord"}) == "1234AB Oord"
