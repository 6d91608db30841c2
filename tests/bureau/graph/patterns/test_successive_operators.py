import pytest

from bureau.graph.values import Node
from bureau.rules.vocabulary import EntityKind, RecordKind, TieKind
from tests.bureau.graph.builders import company, outcome, person, record, tie

UNIT = Node("unit", EntityKind.ADDRESS, "unit")
PHONE = Node("phone", EntityKind.PHONE, "phone")
NODES = (UNIT, PHONE, company("old"), company("new"), person("boss"))
OPERATES = (
    tie("old", TieKind.OPERATES_AT, "unit", on="2023-01-01"),
    tie("new", TieKind.OPERATES_AT, "unit", on="2024-06-01"),
)
SHARED = (tie("old", TieKind.USES, "phone"), tie("new", TieKind.USES, "phone"))


def decided(day, what="closed", applicant="old", name="d1"):
    return record(
        RecordKind.PERMIT_DECISION, day, name=name, premises="unit", applicant=applicant,
        fields={"decision": what},
    )  # fmt: skip


def found(*records, edges=(*OPERATES, *SHARED), nodes=NODES, **settings):
    return outcome("UB-44", records=records, nodes=nodes, edges=tuple(edges), settings=settings)


def test_a_new_operator_with_the_same_phone_after_a_closure_is_found():
    (hit,) = found(decided(100)).hits
    assert hit.subjects == ("unit", "old", "new", "phone")
    assert hit.evidence == (OPERATES[0].id, "d1", OPERATES[1].id, SHARED[0].id, SHARED[1].id)
    assert hit.metrics == {"decision": "closed", "days_after": 52, "shared": 1}


@pytest.mark.parametrize(
    ("record_of", "count"),
    [
        (decided(0, "refused"), 1),
        (decided(0, "withdrawn"), 1),
        (decided(0, "granted"), 0),
        (decided(152), 1),
        (decided(153), 0),
        (decided(-366, applicant="other"), 0),
    ],
)
def test_the_decision_must_lie_between(record_of, count):
    assert len(found(record_of).hits) == count


@pytest.mark.parametrize(("months", "count"), [(5, 1), (4, 0)])
def test_months_count_by_the_calendar(months, count):
    assert len(found(decided(0), m=months).hits) == count


def test_an_applicant_that_was_refused_is_an_operator_too():
    edges = (OPERATES[1], *SHARED)
    assert len(found(decided(100, "refused"), edges=edges).hits) == 1


def test_sharing_nothing_or_what_everybody_shares_is_an_ordinary_take_over():
    assert found(decided(100), edges=OPERATES).hits == ()
    crowd = tuple(company(f"c{n}") for n in range(7))
    many = (*OPERATES, *SHARED, *(tie(node.id, TieKind.USES, "phone") for node in crowd))
    assert found(decided(100), edges=many, nodes=(*NODES, *crowd)).hits == ()
    bank = (*OPERATES, *(tie("bank", TieKind.LENDS, name) for name in ("old", "new")))
    assert found(decided(100), edges=bank, nodes=(*NODES, company("bank", hub="bank"))).hits == ()
    boss = (*OPERATES, *(tie("boss", TieKind.DIRECTS, name) for name in ("old", "new")))
    assert len(found(decided(100), edges=boss).hits) == 1


def test_an_empty_case_is_silent():
    assert found(edges=(), nodes=()).subjects_tried == 0
