"""The chart of a dossier for other programs: exactly the nodes and ties that stand on its page."""

from bureau.formats.anx import write_anx
from bureau.formats.graphml import write_graphml
from bureau.formats.network import Edge, Network, Node
from reports.chart import relation_svg
from reports.payload.tables import numbers
from reports.values.network import RelationChart
from reports.wording import Texts

ALONE = '<svg xmlns="http://www.w3.org/2000/svg" '  # how a drawing outside a page begins


def files(chart: RelationChart, t: Texts) -> dict[str, bytes]:
    """The drawing of the page, and what is drawn as GraphML and as a chart of i2."""
    network = drawn(chart)
    picture = relation_svg(chart, t).replace("<svg ", ALONE, 1)
    return {
        "graph.svg": picture.encode(),
        "graph.graphml": write_graphml(network),
        "graph.anx": write_anx(network),
    }


def drawn(chart: RelationChart) -> Network:
    """The nodes and ties of the chart, under numbers of their own: keys of the house stay in it."""
    known = {node.key: f"N{number}" for number, node in enumerate(chart.nodes, 1)}
    return Network(
        nodes=[
            Node(
                known[node.key],
                node.kind,
                node.label,
                node.x,
                node.y,
                {"subject": True} if node.subject else {},
            )
            for node in chart.nodes
        ],
        edges=[
            Edge(
                f"T{number}",
                known[tie.start],
                known[tie.end],
                "tie",
                tie.certainty,
                tie.relation,
                tie.period,
                attributes={"sources": numbers(tie.sources)},
            )
            for number, tie in enumerate(chart.ties, 1)
        ],
        title=chart.description,
    )
