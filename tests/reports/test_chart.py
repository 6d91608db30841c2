"""The relation chart: every node, every tie, kind by shape and certainty by line."""

from dataclasses import replace

import pytest
from defusedxml.ElementTree import fromstring

from bureau.errors import Invalid
from bureau.rules.vocabulary import Certainty, EntityKind, Language, Track
from reports.chart import relation_svg
from reports.values.network import ChartNode, ChartTie, RelationChart
from reports.wording import texts
from tests.reports.samples import sample

T = texts(Language.EN)


def words_of(svg):
    return [element.text or "" for element in fromstring(svg).iter("text")]


def test_every_node_and_tie_is_drawn_and_explained():
    chart = sample(Track.CRIMINAL, Language.EN).chart
    found = words_of(relation_svg(chart, T))
    assert {str(n) for n in range(1, len(chart.ties) + 1)} <= set(found)
    assert {"P. Zeegers", "W. Roggeveen"} <= set(found)
    assert {T.name(kind) for kind in list(EntityKind)[:5]} <= set(found)
    assert {T.name(certainty) for certainty in Certainty} <= set(found)


def test_a_thing_that_is_drawn_stands_in_the_legend_too():
    van = ChartNode("v", "V", EntityKind.VEHICLE, 0, 0)
    found = words_of(relation_svg(RelationChart("d", "x", (van,), ()), T))
    assert T.name(EntityKind.VEHICLE) in found
    assert T.name(EntityKind.PHONE) not in found


def test_the_same_chart_gives_the_same_drawing():
    assert relation_svg(sample(Track.CRIMINAL).chart, T) == relation_svg(
        sample(Track.CRIMINAL).chart, T
    )


def test_the_description_is_the_alternative_text():
    chart = sample(Track.CRIMINAL).chart
    assert fromstring(relation_svg(chart, T))[0].text == chart.description


def test_two_ties_between_the_same_nodes_do_not_lie_on_each_other():
    nodes = (
        ChartNode("a", "A", EntityKind.PERSON, 0, 0),
        ChartNode("b", "B", EntityKind.PERSON, 9, 0),
    )
    out = ChartTie("a", "b", "pays", Certainty.CONFIRMED, (1,))
    back = ChartTie("b", "a", "pays", Certainty.CONFIRMED, (1,))
    svg = fromstring(relation_svg(RelationChart("d", "x", nodes, (out, back, out)), T))
    middles = {path.get("d").split("Q")[1].split()[1] for path in svg.iter("path")}
    assert len(middles) == 3


@pytest.mark.parametrize("count", [0, 1])
def test_a_chart_of_nothing_or_of_one_is_still_a_chart(count):
    node = ChartNode("a", "A very long name that has to be cut " * 4, EntityKind.ADDRESS, 5, 5)
    chart = RelationChart("d", "x", (node,) * count, ())
    assert any("…" in text for text in words_of(relation_svg(chart, T))) is bool(count)


def test_a_tie_of_a_node_to_itself_is_drawn_without_a_fault():
    node = ChartNode("a", "A", EntityKind.ACCOUNT, 0, 0)
    tie = ChartTie("a", "a", "pays", Certainty.UNKNOWN, (1,))
    assert "1" in words_of(relation_svg(RelationChart("d", "x", (node,), (tie,)), T))


def test_a_drawing_made_elsewhere_is_checked():
    chart = replace(sample(Track.CRIMINAL).chart, svg="<svg><script/></svg>")
    with pytest.raises(Invalid, match="script"):
        relation_svg(chart, T)
    good = replace(chart, svg='<svg viewBox="0 0 1 1"><rect/></svg>')
    assert chart.description in relation_svg(good, T)


def test_no_number_of_a_tie_is_hidden_behind_a_name_or_a_mark():
    nodes = tuple(
        ChartNode(
            f"n{i}", f"Vennootschap met een lange naam {i}", EntityKind.COMPANY, i % 4, i // 4
        )
        for i in range(12)
    )
    ties = tuple(
        ChartTie(f"n{i}", f"n{(i * 5 + 1) % 12}", "owns", Certainty.CONFIRMED, (1,))
        for i in range(12)
        if i != (i * 5 + 1) % 12
    )
    svg = fromstring(relation_svg(RelationChart("d", "x", nodes, ties), T))
    badges = [
        (float(c.get("cx")), float(c.get("cy"))) for c in svg.iter("circle") if c.get("r") == "7.50"
    ]
    names = [
        tuple(float(r.get(side)) for side in ("x", "y", "width", "height"))
        for r in svg.iter("rect")
        if r.get("fill-opacity")
    ]
    assert len(badges) == len(ties)
    for x, y in badges:
        for left, top, wide, high in names:
            assert not (left - 6 < x < left + wide + 6 and top - 6 < y < top + high + 6)
    for i, (x, y) in enumerate(badges):
        assert all(abs(x - p) >= 15 or abs(y - q) >= 15 for p, q in badges[:i])
