from bureau.operations._import_result import ImportResult


def test_the_command_prints_the_fields_of_the_contract_in_their_order():
    result = ImportResult(
        "mt940", 3, 2, 1, ({"line": 4, "message": "odd"},), {"payments": 3}, True, None
    )
    told = result.as_json()
    assert list(told)[:6] == ["format", "read", "stored", "duplicates", "warnings", "totals"]
    assert (told["read"], told["dry_run"]) == (3, True)
    assert told["warnings"] == [{"line": 4, "message": "odd"}]
