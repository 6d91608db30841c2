from datetime import timedelta

import pytest

from bureau.rules.vocabulary import RecordKind, TieKind
from tests.bureau.graph.builders import START, company, outcome, person, record, tie

FIRMS = ("f1", "f2", "f3", "f4")
NODES = (*(company(name) for name in (*FIRMS, "old")), person("front"), person("back"))


def day(n):
    return (START + timedelta(days=n)).isoformat()


def held(tenure=300, firms=FIRMS):
    return (
        *(tie("front", TieKind.DIRECTS, name, on=day(400 + n)) for n, name in enumerate(firms)),
        tie("front", TieKind.OWNS, "old", on=day(0), valid_to=day(tenure)),
    )


BEHIND = (tie("back", TieKind.OWNS, "f1"), tie("back", TieKind.LENDS, "f2"))


def income(euros=25_000, n=0, until=None):
    return record(RecordKind.INCOME, n, euros, name=f"w{n}", until=until, person="front",
                  fields={"sort": "wage"})  # fmt: skip


def found(*records, edges=None, nodes=NODES, **settings):
    edges = (*held(), *BEHIND) if edges is None else edges
    return outcome("UB-43", records=records, nodes=nodes, edges=tuple(edges), settings=settings)


def test_many_short_positions_beside_one_other_are_found():
    (hit,) = found(income()).hits
    assert hit.subjects == ("front", "back", *FIRMS)
    assert set(hit.evidence) == {"w0", *(edge.id for edge in (*held(), *BEHIND))}
    assert hit.metrics == {
        "currency": "EUR",
        "positions_together": 4,
        "positions": 5,
        "median_days": 300,
        "yearly_income": "25000.00",
        "shared_with_third": 2,
    }


@pytest.mark.parametrize(
    ("records", "edges"),
    [
        ([income(25_000.01)], (*held(), *BEHIND)),
        ([income(20_000), income(6_000, 30)], (*held(), *BEHIND)),
        ([income()], (*held(301), *BEHIND)),
        ([income()], (*held(firms=FIRMS[:3]), *BEHIND)),
        ([income()], (*held(), BEHIND[0])),
        ([income()], held()),
        ([income()], (*held()[:-1], *BEHIND)),
    ],
)
def test_each_part_must_hold(records, edges):
    assert found(*records, edges=edges).hits == ()


def test_without_an_income_nobody_is_tried_and_a_victim_never():
    assert found().subjects_tried == 0
    assert found(income(), nodes=(*NODES, person("front", protected=True))).subjects_tried == 0


def test_income_over_years_counts_by_the_year():
    assert len(found(income(50_000, until=730)).hits) == 1


def test_an_insolvency_trustee_marked_as_hub_is_no_third_person():
    assert found(income(), nodes=(*NODES, person("back", hub="other"))).hits == ()


def test_whoever_has_an_income_without_a_rate_is_left_out_and_counted():
    dollars = record(
        RecordKind.INCOME, 30, 90_000, name="usd", currency="USD", person="front",
        fields={"sort": "wage"},
    )  # fmt: skip
    without = found(income(), dollars)
    assert (without.hits, without.subjects_tried) == ((), 0)
    assert without.left_out == {"subject with an amount without rate": 1}
