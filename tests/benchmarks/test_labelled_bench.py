"""The table of labelled laundering counts what is pointed at, and what innocents pay for it."""

from datetime import date

from bureau.graph.values import Payment
from tests.benchmarks.labelled_bench import City, naive, scored


def paid(name, source, target):
    return Payment(name, source, target, date(2026, 1, 1), None, 100, "EUR")


KNOWN = City(
    (*tuple(paid(f"T{n}", "hub", f"a{n}") for n in range(5)), paid("T9", "x", "y")),
    {**{f"T{n}": "ring" if n < 2 else "" for n in range(5)}, "T9": "other"},
    {f"T{n}": str(n) for n in range(10)},
)


def test_an_innocent_payment_lowers_precision_and_another_label_does_not():
    assert scored(frozenset({"T0", "T2", "T9"}), KNOWN, "ring", None) == (0.5, 0.5)
    assert scored(frozenset(), KNOWN, "ring", None) == (0.0, 0.0)


def test_the_naive_rule_accuses_whoever_has_five_others():
    assert naive(KNOWN.payments) == {f"T{n}" for n in range(5)}
