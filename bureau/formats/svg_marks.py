"""Shapes, colours and line styles of the network drawing: each tells by form, not colour alone."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bureau.rules.vocabulary import Certainty, EntityKind

RADIUS = 14.0
_QUARTER = math.pi / 2


@dataclass(frozen=True, slots=True)
class Mark:
    """The shape of a node: corners on a circle (none: the circle itself), turn and fill."""

    corners: int
    turn: float
    fill: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """The line of an edge: its dashes in drawing units (empty: unbroken) and its width."""

    dashes: str
    width: str


# Okabe and Ito's palette, which people with colour blindness can tell apart; every kind has
# a shape of its own, so that a black-and-white print says the same.
MARKS: Mapping[EntityKind, Mark] = MappingProxyType(
    {
        EntityKind.PERSON: Mark(0, 0.0, "#56B4E9"),
        EntityKind.COMPANY: Mark(4, math.pi / 4, "#E69F00"),
        EntityKind.PROPERTY: Mark(5, -_QUARTER, "#009E73"),
        EntityKind.ADDRESS: Mark(3, -_QUARTER, "#F0E442"),
        EntityKind.ACCOUNT: Mark(4, 0.0, "#CC79A7"),
    }
)
STROKES: Mapping[Certainty, Stroke] = MappingProxyType(
    {
        Certainty.CONFIRMED: Stroke("", "2.4"),
        Certainty.PROBABLE: Stroke("12 3", "2"),
        Certainty.POSSIBLE: Stroke("6 4", "1.6"),
        Certainty.DOUBTFUL: Stroke("2 4", "1.6"),
        Certainty.UNKNOWN: Stroke("1 6", "1.2"),
    }
)
WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "person": "person",
            "company": "company",
            "property": "property",
            "address": "address",
            "account": "account",
            "confirmed": "confirmed",
            "probable": "probable",
            "possible": "possible",
            "doubtful": "doubtful",
            "unknown": "not graded",
            "title": "Network drawing",
            "desc": "{nodes} nodes and {edges} links. A line shows how certain a link is; "
            "it says nothing of guilt.",
        },
        "nl": {
            "person": "persoon",
            "company": "onderneming",
            "property": "onroerende zaak",
            "address": "adres",
            "account": "rekening",
            "confirmed": "bevestigd",
            "probable": "waarschijnlijk",
            "possible": "mogelijk",
            "doubtful": "twijfelachtig",
            "unknown": "niet gewaardeerd",
            "title": "Netwerktekening",
            "desc": "{nodes} punten en {edges} verbanden. Een lijn toont hoe zeker een verband is; "
            "zij zegt niets over schuld.",
        },
    }
)


def outline(mark: Mark, x: float, y: float) -> list[tuple[float, float]]:
    """The corners of a mark around a point; none for a circle."""
    return [
        (
            x + RADIUS * 1.15 * math.cos(mark.turn + 2 * math.pi * corner / mark.corners),
            y + RADIUS * 1.15 * math.sin(mark.turn + 2 * math.pi * corner / mark.corners),
        )
        for corner in range(mark.corners)
    ]
