"""Clusters: indicators that ask one question together; there is no total and no weight."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bureau.rules.schema import Texts
from bureau.rules.tables import Row, Table, table

FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster(Row):
    """A question that its member indicators ask together."""

    name: Texts
    question: Texts
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """A cluster of which at least two members raise a question, and which these are."""

    cluster: Cluster
    raised: tuple[str, ...]


def clusters() -> Table[Cluster]:
    """The clusters of the jurisdiction."""
    return table("clusters", Cluster)


def together(raised: Collection[str], on: date) -> tuple[Together, ...]:
    """The clusters of which two members or more are among the indicators that raise a question."""
    found = (
        Together(row, tuple(code for code in row.members if code in raised))
        for row in clusters().on(on)
    )
    return tuple(each for each in found if len(each.raised) >= FEWEST)
