"""Several layouts are tried; the clearest is taken, and always the same."""

import networkx as nx
import numpy as np
import pytest

from bureau.graph.boxes import overlapping
from bureau.graph.placing import STEP, forces, rings, untangled


def placed(simple):
    names = sorted(simple)
    sizes = np.array([[90.0, 60.0]] * len(names))
    return names, sizes, untangled(simple, names, sizes, np.array([1.25, 1.0]))


@pytest.mark.parametrize("simple", [nx.path_graph(2), nx.cycle_graph(7), nx.complete_graph(9)])
def test_boxes_are_apart_and_the_drawing_is_the_same_each_time(simple):
    _, sizes, points = placed(simple)
    assert overlapping(points, sizes) == 0
    assert (placed(simple)[2] == points).all()


def test_who_is_near_in_the_graph_is_near_in_the_drawing():
    names, _, points = placed(nx.path_graph(9))
    order = [float(np.hypot(*(points[names.index(n)] - points[0]))) for n in range(9)]
    assert order == sorted(order)


def test_a_tie_to_oneself_is_no_fault():
    graph = nx.path_graph(4)
    graph.add_edge(2, 2)
    _, sizes, points = placed(graph)
    assert overlapping(points, sizes) == 0


def test_rings_grow_with_the_distance_from_the_best_connected():
    points = rings(nx.star_graph(6), list(range(7)))
    assert np.allclose(np.hypot(*points[1:].T), STEP)
    assert not points[0].any()


def test_forces_keep_neighbours_nearer_than_strangers():
    points = forces(nx.path_graph(12), list(range(12)))
    near = np.hypot(*(points[1:] - points[:-1]).T).mean()
    assert near < np.hypot(*(points[6:] - points[:6]).T).mean()
