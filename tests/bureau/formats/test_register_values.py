from bureau.formats.register_values import CompanyRecord, RegisterAnswer


def test_an_answer_without_records_is_empty():
    assert RegisterAnswer("kvk").empty
    company = CompanyRecord(path="$", profile="zoeken", kvk="01234567", name="Fictie")
    answer = RegisterAnswer("kvk", companies=(company,), found=3)
    assert not answer.empty
    assert answer.totals == {"companies": 1, "properties": 0, "rights": 0, "found": 3}
