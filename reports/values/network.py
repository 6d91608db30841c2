"""Persons and entities as a dossier may name them, and the ties drawn between them."""

from dataclasses import dataclass
from enum import StrEnum

from bureau.errors import Invalid
from bureau.rules.vocabulary import Certainty, EntityKind
from reports.values import checks


class PartRole(StrEnum):
    """As what somebody appears; the list is closed: a victim has no place in it."""

    SUBJECT = "subject"
    RELATED = "related"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the index of persons and entities."""

    key: str
    label: str
    kind: EntityKind
    role: PartRole
    sources: tuple[int, ...]
    identifiers: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        checks.words_in("name in the index", self.label)
        if not self.sources:
            raise Invalid("{label} stands in the index without a source.", label=self.label)


@dataclass(frozen=True, slots=True)
class ChartNode:
    """A node and where it is drawn; any unit, the drawing is scaled to the page."""

    key: str
    label: str
    kind: EntityKind
    x: float
    y: float
    subject: bool = False


@dataclass(frozen=True, slots=True)
class ChartTie:
    """A tie, in words of the trade, with the sources it rests on."""

    start: str
    end: str
    relation: str
    certainty: Certainty
    sources: tuple[int, ...]
    period: str = ""

    def __post_init__(self) -> None:
        if not self.sources:
            raise Invalid(
                "The tie from {start} to {end} has no source.", start=self.start, end=self.end
            )


@dataclass(frozen=True, slots=True)
class RelationChart:
    """The approved selection of nodes and ties; `svg` may carry a drawing made elsewhere."""

    description: str
    selected_by: str
    nodes: tuple[ChartNode, ...]
    ties: tuple[ChartTie, ...]
    svg: str = ""

    def __post_init__(self) -> None:
        checks.words_in("description of the chart", self.description)
        known = {node.key for node in self.nodes}
        for tie in self.ties:
            if tie.start not in known or tie.end not in known:
                raise Invalid(
                    "The tie from {start} to {end} ends outside the chart.",
                    start=tie.start,
                    end=tie.end,
                )

    def label(self, key: str) -> str:
        """The name of the node with `key`."""
        return next(node.label for node in self.nodes if node.key == key)
