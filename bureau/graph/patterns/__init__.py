"""The patterns that can be run, by the id under which the catalogue describes them."""

from collections.abc import Mapping
from types import MappingProxyType

from bureau.graph.patterns import (
    loan_back,
    offsetting,
    pass_through,
    resale,
    round_trip,
    structuring,
)
from bureau.graph.scene import Pattern

PATTERNS: Mapping[str, Pattern] = MappingProxyType(
    {
        module.PATTERN.id: module.PATTERN
        for module in (offsetting, round_trip, pass_through, structuring, loan_back, resale)
    }
)
