import networkx as nx
import pytest

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


def test_labels_of_a_small_picture_do_not_overlap():
    places = list(layout(picture(nx.star_graph(12))).values())
    for i, (x, y) in enumerate(places):
        for left, top in places[:i]:
            assert abs(x - left) > 80 or abs(y - top) > 30


def test_groups_without_a_tie_stand_side_by_side():
    graph = picture(nx.disjoint_union(nx.cycle_graph(5), nx.cycle_graph(5)))
    places = layout(graph)
    one = [places[f"n{i}"][0] for i in range(5)]
    other = [places[f"n{i}"][0] for i in range(5, 10)]
    heights = [places[f"n{i}"][1] for i in range(5)], [places[f"n{i}"][1] for i in range(5, 10)]
    assert max(one) < min(other) or max(heights[0]) < min(heights[1])


def test_nothing_can_be_drawn():
    assert layout(nx.MultiDiGraph()) == {}
