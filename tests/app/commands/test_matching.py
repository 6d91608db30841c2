"""Names compared from a terminal, without a house."""

import json

import pytest

from tests.app.commands.house import Terminal

PAIRS = (
    "left,right,kind,score\n"
    "Zon B.V.,Zon besloten vennootschap,organisation,7\n"
    "Anna Bakker,Anna Mulder,person,\n"
)


@pytest.fixture
def desk(elsewhere, capfd, monkeypatch):
    return Terminal(elsewhere, capfd, monkeypatch)


def test_each_row_gets_a_verdict_with_reasons_and_keeps_its_columns(desk):
    found = desk.run("match", "--pairs", "-", "--json", typed=PAIRS.encode())
    first, second = json.loads(found.out)
    assert first | {"for": 0} == {
        "left": "Zon B.V.", "right": "Zon besloten vennootschap", "kind": "organisation",
        "given_score": "7", "row": 1, "score": 1.0, "verdict": "match", "for": 0, "against": [],
    }  # fmt: skip
    assert second["verdict"] == "no"
    assert second["against"] == ["“Bakker” and “Mulder” are different words."]


def test_the_same_as_lines_and_a_wrong_kind_is_refused(desk):
    found = desk.run("match", "--pairs", "-", typed=PAIRS.encode())
    assert found.out.startswith("1 match 1.00: Zon B.V. | Zon besloten vennootschap\n  + ")
    wrong = desk.run("match", "--pairs", "-", "--json", typed=b"left,right,kind\nA,B,ship\n")
    assert json.loads(wrong.err)["where"] == {"line": 2, "column": "kind"}
