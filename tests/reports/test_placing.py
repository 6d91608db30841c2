"""Nodes of a chart stand within the paper and a page, and no name covers another."""

import numpy as np
import pytest

from bureau.graph.boxes import overlapping
from bureau.rules.vocabulary import EntityKind
from reports.placing import _TOP, LABEL, LEADING, RADIUS, WIDTH, lines_of, places
from reports.values.network import ChartNode

LONG = "Stichting Administratiekantoor Onroerendezaakbelastingadviescommissie Noord " * 3
PAGE = 720.0  # what a page holds of a drawing this wide, without its legend


def crowd(count, label):
    return tuple(
        ChartNode(f"n{i}", label, EntityKind.COMPANY, i * 37 % 11, i * 53 % 7) for i in range(count)
    )


def names(nodes, found):
    """The middle and the size of the lines under each node."""
    lines = [lines_of(node.label, len(nodes)) for node in nodes]
    middles = [found[node.key] for node in nodes]
    deep = [LEADING * len(each) for each in lines]
    at = [(x, y + RADIUS + 4 + d / 2) for (x, y), d in zip(middles, deep, strict=True)]
    size = [(max(map(len, each)) * LABEL * 0.45, d) for each, d in zip(lines, deep, strict=True)]
    return np.array(at), np.array(size)


@pytest.mark.parametrize(("count", "label"), [(3, LONG), (14, LONG), (15, "B.V."), (26, LONG)])
def test_nothing_leaves_the_paper_and_no_name_covers_another(count, label):
    nodes = crowd(count, label)
    found = places(nodes)
    assert all(0 < x < WIDTH and _TOP <= y < PAGE for x, y in found.values())
    assert not overlapping(*names(nodes, found))


def test_a_chart_that_fits_keeps_the_shape_it_was_given():
    corners = tuple(
        ChartNode(name, name, EntityKind.PERSON, x, y)
        for name, x, y in (("a", 0, 0), ("b", 9, 0), ("c", 0, 9))
    )
    found = places(corners)
    assert found["a"][1] == found["b"][1] < found["c"][1]
    assert found["a"][0] == found["c"][0] < found["b"][0]


def test_a_word_that_is_too_long_is_parted_with_a_hyphen_and_the_rest_is_told_to_be_there():
    lines = lines_of(LONG, 26)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert lines[1].split()[0].endswith("-")
    assert all(len(line) <= 19 for line in lines)


def test_a_node_without_a_name_and_a_chart_without_nodes_are_no_fault():
    assert lines_of("", 1) == [""]
    assert places(()) == {}
