"""What a reporting desk heard about the café: rows that wait in the tray until they are graded."""

from typing import Any

from app.demo.intake import STORY
from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.operations import imports, row_mappings, trays
from bureau.work import Work


def acts() -> tuple[Act, ...]:
    """The spreadsheet of the desk, and the day on which one of its rows was left out."""
    return (
        Act(75, "11:20", "officer", _take_in, "meldingen over de zaak"),
        Act(74, "09:10", "officer", _leave_one, "meldingen over de zaak"),
    )


def _take_in(scene: Scene, work: Work) -> None:
    rows = _rows()
    row_mappings.save_row_mapping(
        work, rows["mapping"], "company", rows["columns"], {}, row_mappings.DAY_FIRST
    )
    imports.import_file(
        work,
        scene.id(STORY),
        "entities-csv",
        rows["file"],
        rows["content"].encode(),
        source_title=rows["title"],
        basis=rows["basis"],
        mapping=rows["mapping"],
        tray=True,
    )


def _leave_one(scene: Scene, work: Work) -> None:
    rows = _rows()
    case = scene.id(STORY)
    for item in trays.list_tray(work, case):
        if item.says == rows["left_out"]:
            trays.reject_item(work, case, item.id, rows["reason"])


def _rows() -> dict[str, Any]:
    return told("hearsay")
