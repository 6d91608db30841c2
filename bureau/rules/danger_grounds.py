"""The grounds on which danger is measured (Wet Bibob 3), each with its factors."""

from dataclasses import dataclass

from bureau.rules.tables import Row, Table, Texts, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground(Row):
    """A ground on which danger is measured, with the factors that the law names."""

    name: Texts
    meaning: Texts
    factors: tuple[Texts, ...]


def grounds() -> Table[Ground]:
    """The grounds a, b, art. 3 lid 6 and the exclusion grounds."""
    return table("grounds", Ground)
