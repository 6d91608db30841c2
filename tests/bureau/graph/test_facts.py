from datetime import date
from fractions import Fraction

import pytest

from bureau.graph.facts import cents, euros, furthest, known_span, number, overlap, period, span
from bureau.graph.ledger import day_of
from bureau.graph.scene import stage
from bureau.graph.values import CaseEvidence
from bureau.rules.vocabulary import RecordKind, TieKind
from tests.bureau.graph.builders import START, pay, person, record, tie


def row(**said):
    return record(RecordKind.INVOICE, said.pop("day", 0), said.pop("euros", None), **said)


def test_a_moment_is_a_second_and_a_day_spans_it():
    begin, end = span(row(at=9))
    assert begin == end
    assert span(row())[1] - span(row())[0] == 86_399
    assert span(row(day=None)) is None
    assert furthest((0, 10), (5, 30)) == 30


@pytest.mark.parametrize(
    ("value", "known"),
    [("12.50", Fraction(25, 2)), (3, 3), ("x", None), (True, None), (None, None), ("1/0", None)],
)
def test_numbers_are_exact_or_none(value, known):
    assert number(row(fields={"n": value}), "n") == known


def test_amounts_come_in_euro_cents_where_a_rate_is_known():
    scene = stage(CaseEvidence(rates={"USD": "0.9"}))
    assert euros(row(euros=10), scene) == 1000
    assert euros(row(euros=10, currency="USD"), scene) == 900
    assert euros(row(euros=10, currency="CHF"), scene) is None
    assert cents(None, "EUR", {}) is None


def test_partial_dates_reach_as_far_as_they_can():
    (first,) = [tie("a", TieKind.USES, "b", on="2024-02", valid_to="2024")]
    assert period({"on": first.on, "valid_to": first.valid_to}) == (
        date(2024, 2, 1),
        date(2024, 12, 31),
    )
    assert period({"on": "", "valid_to": ""}) == (None, None)
    assert overlap((None, START), (START, None))
    assert not overlap((None, date(2023, 12, 31)), (START, None))


def test_a_case_spans_from_its_first_to_its_last_dated_thing():
    assert known_span(stage(CaseEvidence())) == (0, 0)
    nodes = (person("a"), person("b"))
    edges = (tie("a", TieKind.FAMILY, "b", on="2020"),)
    found = stage(CaseEvidence(nodes, edges, (pay("a", "b", 5, 1),)))
    assert [day_of(moment) for moment in known_span(found)] == [date(2020, 1, 1), date(2024, 1, 6)]
