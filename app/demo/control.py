"""A control after the decision: money and things that were seen, entered when all was issued."""

from typing import Any

from app.demo import numbers
from app.demo.cast import Cast, Row, enter
from app.demo.intake import STORY
from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.operations import parties, records
from bureau.operations.records import RecordTerms
from bureau.rules.handling import USUAL
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

WHY = "toezicht op de voorwaarden"


def acts() -> tuple[Act, ...]:
    """The afternoon on which the officer enters what the control brought."""
    return (Act(1, "14:20", "officer", _enter, WHY),)


def _enter(scene: Scene, work: Work) -> None:
    cast, seen = Cast(scene, STORY), told(STORY)["control"]
    enter(cast, work, {"sources": seen["sources"]})
    for row in seen["things"]:
        thing(cast, work, row)
    enter(cast, work, {"ties": seen["ties"]})
    for row in seen["records"]:
        record(cast, work, row)


def thing(cast: Cast, work: Work, row: Row) -> None:
    """Record a phone, device, vehicle or wallet."""
    made = parties.record_thing(
        work,
        cast.case,
        cast.learnt(row),
        EntityKind(row["kind"]),
        number=row["number"],
        note=row.get("note", ""),
    )
    cast.keep(row["key"], made)


def record(cast: Cast, work: Work, row: Row) -> None:
    """Record a fact about money or things, as the table of records asks it."""
    taking: dict[str, Any] = {role: cast.id(key) for role, key in row["parties"].items()}
    if "account" in row:
        taking["account"] = cast.called(numbers.account(row["account"]))
    terms = RecordTerms(
        on=cast.scene.on(row["on"]) if "on" in row else None,
        time=row.get("time", ""),
        until=cast.scene.on(row["last"]) if "last" in row else None,
        amount=row.get("amount", ""),
        parties=taking,
        fields=row.get("fields", {}),
        handling=row.get("handling", USUAL),
    )
    records.add_record(work, cast.case, row["kind"], terms, cast.learnt(row))
