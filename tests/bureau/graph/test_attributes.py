import pytest

from bureau.graph.attributes import Use, uses
from bureau.graph.scene import stage
from bureau.graph.values import CaseEvidence
from bureau.rules.vocabulary import TieKind
from tests.bureau.graph.builders import account, company, holds, person, tie
from tests.bureau.graph.patterns.planted import address, phone


def test_what_parties_have_is_listed_by_what_it_is():
    nodes = (
        *(person("ann"), person("bob"), company("shop"), company("desk", hub="bank")),
        *(phone("tel"), address("unit"), account("acc")),
    )
    edges = (
        tie("ann", TieKind.USES, "tel"),
        tie("shop", TieKind.USES, "tel"),
        tie("desk", TieKind.USES, "tel"),
        tie("shop", TieKind.OPERATES_AT, "unit"),
        tie("ann", TieKind.FAMILY, "bob"),
        tie("bob", TieKind.DIRECTS, "shop"),
        holds("ann", "acc"),
    )
    found = uses(stage(CaseEvidence(nodes=nodes, edges=edges)))
    assert {name: [use.holder for use in having] for name, having in found.items()} == {
        "tel": ["ann", "shop"],
        "unit": ["shop"],
        "acc": ["ann"],
        "bob": ["shop"],
    }


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (("", ""), ("", ""), True),
        (("2020", "2021"), ("2022", ""), False),
        (("2020", "2022"), ("2022-05", ""), True),  # some day of 2022: it cannot be told
        (("2020", "2022-04-30"), ("2022-05", ""), False),
        (("2022-05", ""), ("2020", "2022-04"), False),
        (("", "2022"), ("", ""), True),
    ],
)
def test_two_uses_overlap_unless_one_had_ended_before(one, other, overlap):
    first, then = Use("a", "x", "t1", *one), Use("b", "x", "t2", *other)
    assert first.overlaps(then) is then.overlaps(first) is overlap
    assert first.dated_with(then) is bool(one[0] and other[0])
