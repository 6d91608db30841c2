"""What came of a file that was taken in, as a page shows it and the command prints it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bureau.formats.values import FileWarning
from bureau.operations._import_rows import RowMade


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What came of one file; `source_id` is None where nothing of it had to be kept.

    With `tray` what is stored are rows that wait in the tray.
    """

    format: str
    read: int
    stored: int
    duplicates: int
    warnings: tuple[Mapping[str, Any], ...]
    totals: Mapping[str, Any]
    dry_run: bool
    source_id: UUID | None
    notes: tuple[FileWarning, ...] = ()
    rows: tuple[RowMade, ...] = ()
    tray: bool = False

    def as_json(self) -> dict[str, Any]:
        """The result as the import command prints it (interfaces 4)."""
        told = {
            "format": self.format,
            "read": self.read,
            "stored": self.stored,
            "duplicates": self.duplicates,
            "warnings": [dict(warning) for warning in self.warnings],
            "totals": dict(self.totals),
            "dry_run": self.dry_run,
        }
        told |= {"tray": True} if self.tray else {}
        return told | ({"rows": [row.plain() for row in self.rows]} if self.rows else {})
