"""The areas of the port city: drawn, described over the years, and who was heard."""

import json
from datetime import date
from itertools import groupby
from typing import Any

from app.demo.stage import Act, Doing, Scene
from app.demo.texts import told
from bureau.operations import area_entries, areas
from bureau.operations.area_entries import EntryFields
from bureau.work import Work

STORY, BY, CLOCK = "areas", "coordinator", "14:20"
DRAWN, WHY = 182, "beeld van gebied en verschijnsel"


def acts() -> tuple[Act, ...]:
    """The boundaries first, then what was said on each day."""
    rows = sorted(told(STORY)["entries"], key=lambda row: -int(row["ago"]))
    daily = groupby(rows, lambda row: int(row["ago"]))
    return (
        Act(DRAWN, CLOCK, BY, _draw, WHY),
        *(Act(ago, CLOCK, BY, _saying(tuple(found)), WHY) for ago, found in daily),
    )


def file() -> bytes:
    """The boundaries as a file of GeoJSON."""
    features = [
        {
            "type": "Feature",
            "properties": {"name": row["name"]},
            "geometry": {"type": "Polygon", "coordinates": [row["ring"]]},
        }
        for row in told(STORY)["shapes"]
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def _draw(scene: Scene, work: Work) -> None:
    text = told(STORY)
    areas.import_boundaries(work, file(), source=text["drawn_from"], drawn_on=scene.on(DRAWN))
    work.session.flush()
    chosen = (text["ring"], text["comparison"], text["reason"])
    areas.choose_neighbours(work, "zuidkade", 1, *chosen)


def _saying(rows: tuple[dict[str, Any], ...]) -> Doing:
    def act(scene: Scene, work: Work) -> None:
        for row in rows:
            area_entries.add_entry(work, row["area"], row["block"], _fields(scene, row))

    return act


def _fields(scene: Scene, row: dict[str, Any]) -> EntryFields:
    return EntryFields(
        kind=row["kind"],
        source=row["source"],
        on=_day(scene, row),
        text=row.get("text", ""),
        value=row.get("value", ""),
        until=scene.days.exact(row["until"]) if "until" in row else None,
        more=row.get("more", {}),
    )


def _day(scene: Scene, row: dict[str, Any]) -> date:
    if "on" in row:
        return scene.days.on(row["on"])
    # The first of January of the year in which the statement was made, or of one before it.
    return date(scene.days.on(row["ago"]).year - row["year"], 1, 1)
