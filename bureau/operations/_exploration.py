"""A part of the network ready to be drawn: grouped where it is large, placed where it was kept."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bureau.formats.network import Network
from bureau.formats.svg_marks import WORDS
from bureau.graph.circles import CIRCLES, Group, folded, groups
from bureau.graph.exploring import Asked, Part, closed
from bureau.graph.layout import layout
from bureau.operations._network_picture import drawn
from bureau.operations._network_rows import Who, word
from bureau.rules.schema import Texts
from bureau.rules.vocabulary import EntityKind, TieKind

MOST_DRAWN = 5000  # nodes above which they are taken together whether or not it was asked
_BESIDE = 90.0

Places = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Exploration:
    """What is drawn of what was asked.

    `more` counts the neighbours of a node that are not drawn, `notes` the notes pinned to a part,
    `span` the first and last day on which anything in the case is dated.
    """

    network: Network
    asked: Asked
    steps: int
    groups: Mapping[str, Group]
    more: Mapping[str, int]
    notes: Mapping[str, int]
    way: frozenset[str]
    nodes_in_case: int
    edges_in_case: int
    span: tuple[date, date] | None
    statements: tuple[Texts, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """A part with its groups folded, whether its size forced that, and how many were left out."""

    graph: Any
    groups: Mapping[str, Group]
    forced: bool
    left: int = 0


def fold(found: Part, asked: Asked, language: str) -> Folded:
    """The part with what was asked together as groups; above `MOST_DRAWN` nodes always.

    Where groups are still more than can be drawn, the best connected of them are.
    """
    forced = len(found.graph) > MOST_DRAWN
    how = asked.together or (CIRCLES if forced else "")
    if not how:
        return Folded(found.graph, {}, forced=False)
    keep = {*asked.starts, *asked.opened, *(asked.ends or ()), *found.way}
    named = WORDS["nl" if language == "nl" else "en"]
    words: dict[str, str] = {kind: named[kind] for kind in EntityKind}
    words |= {kind: word(kind, language) for kind in TieKind}
    graph, shut = folded(found.graph, groups(found.graph, how, keep), asked.opened, words)
    if len(graph) > MOST_DRAWN and how != CIRCLES:
        graph, shut = folded(found.graph, groups(found.graph, CIRCLES, keep), asked.opened, words)
    return _cut(graph, shut, keep, forced=forced)


def _cut(graph: Any, shut: Mapping[str, Group], keep: Collection[str], *, forced: bool) -> Folded:
    """What can be drawn of `graph`: what was asked for by name, then the best connected."""
    left = max(0, len(graph) - MOST_DRAWN)
    if left:
        ranked = sorted(graph, key=lambda name: (name not in keep, -graph.degree(name), name))
        graph = graph.subgraph(ranked[:MOST_DRAWN]).copy()
        shut = {name: group for name, group in shut.items() if name in graph}
    return Folded(graph, shut, forced, left)


def picture(
    whole: Any, shown: Folded, who: Who, title: str, places: Places | None
) -> tuple[Network, Mapping[str, int]]:
    """The network as it is drawn, and how many neighbours of each node are not.

    Without `places` nothing is laid out.
    """
    nowhere = dict.fromkeys(shown.graph, (0.0, 0.0))
    laid = nowhere if places is None else placed(shown.graph, places)
    inside = {name for name in shown.graph if name in whole}
    inside |= {name for group in shown.groups.values() for name in group.members}
    more = {n: count for n, count in closed(whole, inside).items() if n in shown.graph}
    return drawn(shown.graph, laid, who, title), more


def placed(graph: Any, places: Places) -> dict[str, tuple[float, float]]:
    """Where each node stands: where it was kept, else beside a neighbour, else laid out anew."""
    known = {n: (float(places[n][0]), float(places[n][1])) for n in graph if n in places}
    if len(known) == len(graph):
        return known
    fresh = layout(graph)
    if not known:
        return fresh
    below = max(y for _, y in known.values()) + 2 * _BESIDE
    for number, name in enumerate(sorted(set(graph) - set(known))):
        near = [known[each] for each in graph.to_undirected(as_view=True)[name] if each in known]
        x, y = near[0] if near else (fresh[name][0], fresh[name][1] + below)
        shift = _BESIDE * (1 + number % 3) if near else 0.0
        known[name] = (x + shift, y + (shift if number % 2 else -shift))
    return known


def span(graph: Any) -> tuple[date, date] | None:
    """The first and the last day that any tie of the graph names."""
    days = [
        _day(text)
        for _, _, told in graph.edges(data=True)
        for text in (told["on"], told["valid_to"])
        if text
    ]
    return (min(days), max(days)) if days else None


def _day(text: str) -> date:
    parts = [int(each) for each in text.split("-")]
    return date(*[*parts, 1, 1][:3])


def statements(
    found: Part, shown: Folded, more: Mapping[str, int], asked: Asked
) -> tuple[Texts, ...]:
    """What the reader must know of what is not drawn, or not drawn one by one."""
    taken = sum(len(group.members) for group in shown.groups.values())
    told: list[tuple[Any, str, str]] = [
        (found.hidden, "{n} verborgen.", "{n} hidden."),
        (sum(more.values()) if asked.starts else 0, _MORE.nl, _MORE.en),
        (found.undated, _UNDATED.nl, _UNDATED.en),
        (taken, _TAKEN.nl, _TAKEN.en),
        (shown.left, _LEFT.nl, _LEFT.en),
    ]
    said = [Texts(nl.format(n=n), en.format(n=n)) for n, nl, en in told if n]
    said += [_FORCED] if shown.forced else []
    return (*said, *([_NO_WAY] if found.no_way else ()))


_MORE = Texts(
    "{n} verbindingen leiden naar wie niet getekend is; klap een partij uit om ze te zien.",
    "{n} connections lead to what is not drawn; open a party to see them.",
)
_UNDATED = Texts(
    "{n} verbanden zonder datum staan er altijd bij: wanneer zij golden is niet bekend.",
    "{n} ties without a date always stay: when they held is not known.",
)
_TAKEN = Texts(
    "{n} partijen zijn samengenomen in groepen, naar soort en naar wie bij elkaar hoort; "
    "een groep kan worden geopend.",
    "{n} parties are taken together in groups, by kind and by who belongs together; "
    "a group can be opened.",
)
_LEFT = Texts(
    "{n} partijen en groepen met de minste verbanden zijn niet getekend; begin bij een partij om "
    "ze te zien.",
    "{n} parties and groups with the fewest ties are not drawn; begin at a party to see them.",
)
_FORCED = Texts(
    f"Meer dan {MOST_DRAWN} partijen worden niet één voor één getekend.",
    f"More than {MOST_DRAWN} parties are not drawn one by one.",
)
_NO_WAY = Texts(
    "Tussen deze twee is geen weg in dit beeld.", "There is no way between these two in this view."
)
