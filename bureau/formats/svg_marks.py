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
    """The shape of a node: corners on a circle (none: the circle itself), turn and fill.

    `dent` is how far the sides come in halfway, as a part of the circle; 1 leaves them straight.
    """

    corners: int
    turn: float
    fill: str
    dent: float = 1.0


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
        EntityKind.PHONE: Mark(6, 0.0, "#FFFFFF"),
        EntityKind.DEVICE: Mark(3, _QUARTER, "#BBBBBB"),
        EntityKind.VEHICLE: Mark(4, 0.0, "#D55E00", 0.4),
        EntityKind.WALLET: Mark(5, -_QUARTER, "#0072B2", 0.45),
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
            "phone": "phone",
            "device": "device",
            "vehicle": "vehicle",
            "wallet": "wallet",
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
            "phone": "telefoonnummer",
            "device": "apparaat",
            "vehicle": "voertuig",
            "wallet": "wallet",
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
    points = []
    for half in range(2 * mark.corners):
        reach = RADIUS * 1.15 * (mark.dent if half % 2 else 1.0)
        angle = mark.turn + math.pi * half / mark.corners
        if mark.dent < 1 or not half % 2:
            points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return points
