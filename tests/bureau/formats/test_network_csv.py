import pytest

from bureau.formats.network_csv import read_network_csv
from tests.bureau.formats.samples import refusal


def test_two_columns_are_enough():
    read = read_network_csv(b"source,target\na,b\nb,c\n")
    assert [(edge.source, edge.target, edge.weight) for edge in read.edges] == [
        ("a", "b", None),
        ("b", "c", None),
    ]
    assert read.totals == {"nodes": 3, "edges": 2}


def test_the_optional_columns_are_read_and_others_kept():
    (edge,) = read_network_csv(b"kind;source;target;date;weight;x\nowns;a;b;2024-03-01;0.5;y").edges
    assert (edge.kind, edge.date, edge.weight, edge.extra) == (
        "owns",
        "2024-03-01",
        0.5,
        {"x": "y"},
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"from,to\na,b", "lacks source, target"),
        (b"source,target\n", "no edges"),
        (b"source,target\na,\n", "has nothing in target"),
        (b"source,target,weight\na,b,-1", "weight -1 on line 2"),
        (b"source,target,weight\na,b,nan", "weight nan on line 2"),
        (b"source,target,weight\na,b,1e400", "weight 1e400 on line 2"),
        (b"source,target,date\na,b,1-3-2024", "is no date"),
        (b"source,target,weight\na,b," + b"9" * 5000, "is too long"),
    ],
)
def test_what_is_no_edge_is_refused(content, words):
    assert words in str(refusal(read_network_csv, content))
