import pytest

from bureau.rules.vocabulary import RecordKind, TieKind
from tests.bureau.graph.builders import company, outcome, person, record, tie

FIRMS = ("a", "b", "c")
NODES = (*(company(name) for name in FIRMS), person("boss"))
BOSS = (tie("boss", TieKind.DIRECTS, "a"), tie("boss", TieKind.DIRECTS, "b"))


def circle(*prices, days=(0, 10, 60), firms=FIRMS, codes=("8517",) * 9):
    count = len(prices)
    return [
        record(
            RecordKind.INVOICE, days[n], 1000, name=f"i{n}",
            fields={"goods_code": codes[n], "unit_price": str(price)},
            seller=firms[n], buyer=firms[(n + 1) % count],
        )
        for n, price in enumerate(prices)
    ]  # fmt: skip


def found(records, nodes=NODES, edges=BOSS, **settings):
    return outcome("UB-34", records=tuple(records), nodes=nodes, edges=edges, settings=settings)


def test_goods_that_come_back_through_firms_of_one_director_are_found():
    (hit,) = found(circle(100, 102, 104)).hits
    assert hit.subjects == FIRMS
    assert hit.evidence == ("i0", "i1", "i2")
    assert hit.metrics == {
        "goods_code": "8517",
        "invoices": 3,
        "shared_hops": 1,
        "kept": "1.000000",
        "days": 60,
    }


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (circle(100, 103, 103), 1),
        (circle(100, 103.01, 103), 0),
        (circle(100, 97, 97), 1),
        (circle(100, 100, 100, days=(0, 10, 61)), 0),
        (circle(100, 100, 100, days=(0, 10, 10)), 0),
        (circle(100, 100, 100, codes=("8517", "8517", "x")), 0),
        (circle(100, 100, days=(0, 10)), 0),
    ],
)
def test_margin_time_goods_and_length_count_from_one_side_only(rows, count):
    assert len(found(rows).hits) == count


def test_without_a_shared_director_or_address_it_is_ordinary_trade():
    assert found(circle(100, 100, 100), edges=()).hits == ()
    at = tuple(tie(name, TieKind.LOCATED_AT, "yard") for name in ("b", "c"))
    yard = (*NODES, company("yard"))
    assert len(found(circle(100, 100, 100), nodes=yard, edges=at).hits) == 1


def test_a_longer_circle_than_asked_an_empty_case_and_a_hub_are_silent():
    firms = tuple("abcdef")
    nodes = (*(company(name) for name in firms), person("boss"))
    six = circle(*[100] * 6, days=range(6), firms=firms)
    assert found(six, nodes=nodes).hits == ()
    assert len(found(six, nodes=nodes, k_max=6).hits) == 1
    assert found([]).subjects_tried == 0
    assert found(circle(100, 100, 100), nodes=(*NODES, company("c", hub="other"))).hits == ()


def test_the_search_stops_where_its_work_is_spent():
    crowd = [row for n in range(6) for row in circle(100, 100, 100, days=(n, n + 7, n + 14))]
    said = [
        record(r.kind, n, 1000, name=f"x{n}", fields=r.fields, **dict(r.parties))
        for n, r in enumerate(crowd)
    ]
    stopped = outcome("UB-34", records=tuple(said), nodes=NODES, edges=BOSS, max_steps=5)
    assert not stopped.complete
