"""A network as plain values, ready to be written to any format or drawn."""

import textwrap
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bureau.errors import Invalid
from bureau.rules.vocabulary import Certainty, EntityKind

Attribute = str | int | float | bool
LABEL_WIDE = 22  # characters on a line of a label
LABEL_LINES = 2
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_LAST_PLAIN = "\ud7ff"
_AFTER_SURROGATES = "\ue000"
_NEVER_XML = "\ufffe\uffff"


@dataclass(frozen=True, slots=True)
class Node:
    """A point of the network; x and y are where it is drawn, None where nobody placed it."""

    id: str
    kind: EntityKind
    label: str
    x: float | None = None
    y: float | None = None
    attributes: Mapping[str, Attribute] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """A line of the network; `kind` is a word for machines, `label` one for people."""

    id: str
    source: str
    target: str
    kind: str
    certainty: Certainty = Certainty.UNKNOWN
    label: str = ""
    on: str = ""
    until: str = ""
    attributes: Mapping[str, Attribute] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and the edges between them; raises Invalid where an edge ends nowhere."""

    nodes: Sequence[Node]
    edges: Sequence[Edge]
    title: str = ""

    def __post_init__(self) -> None:
        known = {node.id for node in self.nodes}
        if len(known) != len(self.nodes) or len({e.id for e in self.edges}) != len(self.edges):
            raise Invalid(
                "Two nodes or two edges of the network share one id.",
                where={"path": "network"},
                hint="Give every node and every edge its own id.",
            )
        for edge in self.edges:
            if edge.source not in known or edge.target not in known:
                raise Invalid(
                    "Edge {id} ends at a node that is not in the network.",
                    where={"path": edge.id},
                    hint="Hand over every node at which an edge ends.",
                    id=edge.id,
                )


def xml_text(text: str) -> str:
    """The text as XML can carry it: characters it forbids become a replacement character."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(character if _in_xml(character) else _REPLACEMENT for character in lines)


def label_lines(text: str) -> tuple[str, ...]:
    """The name of a node as the one or two short lines under its mark; never none."""
    clean = drawn_text(text, len(text) or 1)
    lines = textwrap.wrap(clean, LABEL_WIDE, max_lines=LABEL_LINES, placeholder="…")
    return tuple(lines) or ("",)


def drawn_text(text: str, length: int) -> str:
    """The text as one drawn line: no control or direction characters, cut at `length`."""
    kept = "".join(
        " " if character.isspace() else character
        for character in xml_text(text)
        if character.isspace() or unicodedata.category(character) not in {"Cc", "Cf"}
    )
    words = " ".join(kept.split())
    return words if len(words) <= length else words[: length - 1] + "…"


def _in_xml(character: str) -> bool:
    if character < " ":
        return character in "\t\n"
    return (character <= _LAST_PLAIN or character >= _AFTER_SURROGATES) and (
        character not in _NEVER_XML
    )
