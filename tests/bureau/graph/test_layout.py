from itertools import combinations

import networkx as nx
import pytest

from bureau.formats.network import label_lines
from bureau.graph.layout import LARGE, layout


def picture(simple):
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((f"n{node}", {"label": f"Company {node}"}) for node in simple)
    graph.add_edges_from((f"n{a}", f"n{b}") for a, b in simple.edges)
    return graph


@pytest.mark.parametrize("size", [1, 2, 3, 40, LARGE + 1])
def test_every_node_has_a_place_and_always_the_same(size):
    graph = picture(nx.barabasi_albert_graph(size, 1, seed=4) if size > 1 else nx.empty_graph(1))
    places = layout(graph)
    assert set(places) == set(graph)
    assert len(set(places.values())) == size
    assert places == layout(graph)
    assert all(x >= 0 and y >= 0 for x, y in places.values())


def test_places_do_not_depend_on_the_order_of_nodes():
    graph = picture(nx.path_graph(6))
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(graph.edges)
    assert layout(turned) == layout(graph)


LONG = "Administratiekantoor Zilverzicht en Dochters B.V."


def covered(places, graph):
    """Pairs whose marks or two lines of label below them cover each other."""
    boxes = {}
    for name, (x, y) in places.items():
        lines = label_lines(graph.nodes[name]["label"])
        half = max(30.0, 6.5 * max(map(len, lines))) / 2
        boxes[name] = (x - half, y - 15, x + half, y + 16 + 14 * len(lines))
    return [
        (one, other)
        for one, other in combinations(boxes, 2)
        if min(boxes[one][2], boxes[other][2]) - max(boxes[one][0], boxes[other][0]) > 0
        and min(boxes[one][3], boxes[other][3]) - max(boxes[one][1], boxes[other][1]) > 0
    ]


@pytest.mark.parametrize(
    "simple",
    [nx.star_graph(12), nx.balanced_tree(3, 3), nx.complete_graph(14), nx.path_graph(30)],
    ids=["star", "tree", "everybody", "chain"],
)
def test_no_name_or_mark_covers_another(simple):
    graph = picture(simple)
    for number, name in enumerate(sorted(graph)):
        graph.nodes[name]["label"] = f"{LONG} {number}" if number % 3 else f"P{number}"
    assert covered(layout(graph), graph) == []


def test_a_picture_with_hundreds_of_nodes_covers_no_name_either():
    graph = picture(nx.barabasi_albert_graph(250, 1, seed=2))
    assert covered(layout(graph), graph) == []


def test_nodes_without_a_tie_stand_in_rows_below_the_rest():
    graph = picture(nx.disjoint_union(nx.star_graph(5), nx.empty_graph(9)))
    for number in range(6, 15):
        graph.nodes[f"n{number}"]["label"] = f"{LONG} {number}"
    places = layout(graph)
    loose = [places[f"n{number}"] for number in range(6, 15)]
    assert min(y for _, y in loose) > max(places[f"n{number}"][1] for number in range(6))
    assert 1 < len({y for _, y in loose}) < 9
    assert len({x for x, _ in loose}) < 9
    assert covered(places, graph) == []


def test_a_tree_is_drawn_without_crossing_ties():
    graph = picture(nx.balanced_tree(2, 3))
    places = layout(graph)
    for (a, b, _), (c, d, _) in combinations(graph.edges, 2):
        if len({a, b, c, d}) == 4:
            assert not (
                aside(places[a], places[b], places[c], places[d])
                and aside(places[c], places[d], places[a], places[b])
            )


def aside(start, end, one, other):
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    left, right = (dx * (q - y) - dy * (p - x) for p, q in (one, other))
    return left * right < 0


def test_groups_without_a_tie_stand_side_by_side():
    graph = picture(nx.disjoint_union(nx.cycle_graph(5), nx.cycle_graph(5)))
    places = layout(graph)
    one = [places[f"n{i}"][0] for i in range(5)]
    other = [places[f"n{i}"][0] for i in range(5, 10)]
    heights = [places[f"n{i}"][1] for i in range(5)], [places[f"n{i}"][1] for i in range(5, 10)]
    assert max(one) < min(other) or max(heights[0]) < min(heights[1])


def test_nothing_can_be_drawn():
    assert layout(nx.MultiDiGraph()) == {}
