"""The ordinary grounds to refuse or withdraw, which are looked at before the Wet Bibob."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.rules.schema import listed
from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.vocabulary import Stage


class GroundStanding(StrEnum):
    """How an ordinary ground stands in a case: met is in the way of the decision."""

    UNCHECKED = "unchecked"
    NOT_MET = "not_met"
    MET = "met"


def rests(standing: str, *, remark: bool, source: bool) -> bool:
    """Whether an answer rests on enough: met on words and a source, not met on either of them."""
    if standing == GroundStanding.UNCHECKED:
        return True
    return (remark and source) if standing == GroundStanding.MET else (remark or source)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinaryRow(Row):
    """A ground of the sector law; `basis` for an application, `running` for what runs already.

    `binding`: the law says that it is refused, not that it may be.
    """

    scopes: tuple[str, ...]
    name: Texts
    check: Texts
    running: str = ""
    binding: bool = False
    stages: tuple[Stage, ...] = tuple(Stage)

    def cited(self, stage: Stage | str) -> str:
        """Where the ground stands, at this stage."""
        return (Stage(stage) is Stage.EXISTING and self.running) or self.basis

    def told(self, stage: Stage | str) -> Texts:
        """The ground with its article, as a sentence wants it."""
        article = self.cited(stage)
        return Texts(f"{self.name.nl} ({article})", f"{self.name.en} ({article})")


def ordinary_grounds() -> Table[OrdinaryRow]:
    """Every ordinary ground, by kind of decision."""
    return table("ordinary_grounds", OrdinaryRow)


def checklist(scope: str, stage: Stage | str, on: date) -> tuple[OrdinaryRow, ...]:
    """The grounds to look at for a kind of decision, by the law of a day."""
    return tuple(
        row
        for row in ordinary_grounds().on(on)
        if scope in row.scopes and Stage(stage) in row.stages
    )


def found(code: str, on: date) -> OrdinaryRow | None:
    """The ground as it was on a day, or else as the table knows it at another time."""
    rows = ordinary_grounds()
    return rows.find(code, on) or next((row for row in rows if row.code == code), None)


def named(codes: Iterable[str], stage: Stage | str, on: date) -> Texts:
    """Grounds in words, each with its article; one that the table does not know by its code."""
    rows = [(code, found(code, on)) for code in codes]
    return listed((row.told(stage) if row else Texts(code, code)) for code, row in rows)


def bases(codes: Iterable[str], stage: Stage | str, on: date) -> str:
    """The articles of grounds, each once; empty where the table knows none of them."""
    rows = [row for code in codes if (row := found(code, on))]
    return "; ".join(dict.fromkeys(row.cited(stage) for row in rows))
