"""The chart for other programs: what the page shows and nothing more."""

from bureau.formats import anx, graphml
from bureau.rules.vocabulary import Language, Track
from reports.payload import graph
from reports.wording import texts
from tests.reports.samples import sample


def test_each_form_has_the_nodes_and_ties_of_the_page():
    chart = sample(Track.CRIMINAL).chart
    files = graph.files(chart, texts(Language.NL))
    for read, name in ((graphml.read_back, "graph.graphml"), (anx.read_back, "graph.anx")):
        nodes, ties = read(files[name])
        assert sorted(one["label"] for one in nodes.values()) == sorted(
            n.label for n in chart.nodes
        )
        assert len(ties) == len(chart.ties)
    assert files["graph.svg"].startswith(b'<svg xmlns="http://www.w3.org/2000/svg"')


def test_keys_of_the_house_stay_in_the_house():
    chart = sample(Track.CRIMINAL).chart
    assert {node.id for node in graph.drawn(chart).nodes} == {
        f"N{number}" for number in range(1, len(chart.nodes) + 1)
    }
