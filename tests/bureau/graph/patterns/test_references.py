import pytest

from bureau.rules.vocabulary import TieKind
from tests.bureau.graph.builders import company, outcome, pay, person, tie
from tests.bureau.graph.patterns.planted import references


def test_one_text_by_many_strangers_is_found():
    (hit,) = outcome("UB-29", **references()).hits
    assert hit.subjects == ("firm",)
    assert hit.evidence == ("r0", "r1", "r2", "r3", "r4")
    assert hit.metrics == {
        "currency": "EUR",
        "shape": "repeated",
        "senders": 5,
        "reference": "goods no",
        "payments": 5,
        "paid": "4500.00",
    }


def test_four_strangers_or_five_of_one_family_are_not_enough():
    assert outcome("UB-29", **references(4)).hits == ()
    family = (tie("p0", TieKind.FAMILY, "p1"),)
    assert outcome("UB-29", **references(), edges=family).hits == ()


def test_payments_without_a_text_or_with_a_code_alone_say_nothing():
    for said in ("", "  ", "12-34 !", "nr 5"):
        rows = [pay(f"p{i}", "firm", i, 900, name=f"r{i}") for i in range(9)]
        assert outcome("UB-29", rows, references={p.id: said for p in rows}).hits == ()


@pytest.mark.parametrize(
    ("payer", "payee", "text", "purpose"),
    [
        ("firm", "shop", "Salaris mei", "wage"),
        ("firm", "ann", "Salaris mei", None),
        ("ann", "shop", "voor familie", "family"),
        ("ann", "bob", "voor familie", None),
        ("ann", "bob", "collegegeld 2024", "tuition"),
        ("ann", "shop", "collegegeld 2024", None),
        ("ann", "shop", "salarisadministratie", None),
        ("acc", "x", "salaris", None),  # kinds not known
    ],
)
def test_a_purpose_that_these_parties_cannot_have_is_found(payer, payee, text, purpose):
    nodes = (company("firm"), company("shop"), person("ann"), person("bob"))
    found = outcome(
        "UB-29", [pay(payer, payee, 0, 900, name="r")], nodes=nodes, references={"r": text}
    ).hits
    assert [hit.metrics["reference"] for hit in found] == ([purpose] if purpose else [])
