"""A part of the network ready to be drawn: places that stay, days that are named."""

from datetime import date
from itertools import pairwise

from bureau.graph.circles import ALIKE
from bureau.graph.exploring import Asked, part
from bureau.graph.project import project
from bureau.operations import _exploration
from bureau.operations._exploration import fold, placed, span, statements
from bureau.rules.vocabulary import TieKind
from tests.bureau.graph.builders import person, tie

GRAPH = project(
    [person("a"), person("b"), person("c")],
    [
        tie("a", TieKind.FAMILY, "b", on="2020", valid_to="2021-05"),
        tie("b", TieKind.ASSOCIATES, "c", on="2019-03-04"),
    ],
)


def test_the_span_runs_from_the_first_day_to_the_last():
    assert span(GRAPH) == (date(2019, 3, 4), date(2021, 5, 1))
    assert span(project([person("a")], [])) is None


def test_what_was_placed_stays_and_a_newcomer_stands_beside_its_neighbour():
    found = placed(GRAPH, {"a": [1, 2], "b": [500, 500]})
    assert (found["a"], found["b"]) == ((1.0, 2.0), (500.0, 500.0))
    x, y = found["c"]
    assert 0 < abs(x - 500) + abs(y - 500) < 500
    assert placed(GRAPH, {"a": [1, 2], "b": [3, 4], "c": [5, 6]})["c"] == (5.0, 6.0)


def test_no_more_is_drawn_than_can_be_however_it_is_taken_together(monkeypatch):
    monkeypatch.setattr(_exploration, "MOST_DRAWN", 4)
    names = [f"p{number}" for number in range(9)]
    chain = project(
        [person(name) for name in names],
        [tie(one, TieKind.FAMILY, other) for one, other in pairwise(names)],
    )
    lonely = project([person(name) for name in names], [])
    shown = fold(part(chain, Asked(together=ALIKE)), Asked(together=ALIKE), "en")
    assert (len(shown.graph) <= 4, shown.left, len(shown.groups)) == (True, 0, 1)
    asked = Asked(together=ALIKE, opened=(next(iter(shown.groups)),))
    opened = fold(part(chain, asked), asked, "en")
    assert (len(opened.graph), opened.left, opened.forced) == (4, 5, True)
    told = statements(part(chain, asked), opened, {}, asked)
    assert any(text.en.startswith("5 parties and groups") for text in told)
    assert len(fold(part(lonely, Asked()), Asked(), "en").graph) <= 4
