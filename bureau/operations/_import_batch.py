"""What one import is about to add: known keys looked up in chunks, nothing kept before the end."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from bureau.errors import Invalid
from bureau.formats.values import FileWarning
from bureau.model import Case, Source
from bureau.model.base import Base
from bureau.operations._bulk import Lot
from bureau.operations._import_grades import FileGrade
from bureau.rules import dates
from bureau.work import Work

MANY = 10_000  # from here on one look at the whole case is cheaper
CHUNK = 500  # SQLite and PostgreSQL both take far more parameters in one statement


@dataclass(slots=True)
class Batch:
    """New rows of one file; they reach the session together or, in a rehearsal, never."""

    work: Work
    case: Case
    source: Source
    grade: FileGrade
    rehearsal: bool
    rows: list[Base] = field(default_factory=list)
    lots: list[Lot] = field(default_factory=list)
    warnings: list[FileWarning] = field(default_factory=list)
    stored: int = 0
    duplicates: int = 0

    def add(self, row: Base) -> None:
        """Keep `row` at the end."""
        self.rows.append(row)

    def count(self, *, new: bool) -> None:
        """One record of the file that was new, or was known already."""
        self.stored += new
        self.duplicates += not new

    def warn(self, template: str, where: Mapping[str, Any], **params: Any) -> None:
        """Something a person must see."""
        self.warnings.append(FileWarning(template, where, params))

    def facts(self, place: str, valid_from: str = "") -> dict[str, Any]:
        """The columns of a fact learnt from this file at `place`."""
        return {
            "case_id": self.case.id,
            "learnt_from_id": self.source.id,
            "credibility": self.grade.credibility,
            "place_in_source": place[:200],
            "valid_from": dates.parse(valid_from),
            "valid_to": dates.parse(""),
        }

    def known(
        self, key: InstrumentedAttribute[str], value: Any, keys: Iterable[str]
    ) -> dict[str, Any]:
        """What the case holds already: `value` by `key`, for those of `keys` that exist."""
        table = key.class_
        found: dict[str, Any] = {}
        wanted = list(keys)
        every = select(key, value).where(table.case_id == self.case.id)
        if len(wanted) > MANY:
            asked = set(wanted)
            return {name: told for name, told in self.work.session.execute(every) if name in asked}
        for start in range(0, len(wanted), CHUNK):
            chunk = wanted[start : start + CHUNK]
            rows = self.work.session.execute(every.where(key.in_(chunk)))
            found.update((name, told) for name, told in rows)
        return found


def hashed(prefix: str, *parts: object) -> str:
    """A key of bounded length that is equal only for equal parts."""
    said = "\x1f".join(map(str, parts))
    return f"{prefix}:{sha256(said.encode()).hexdigest()[:40]}"


def hashed_all(prefix: str, parts: Iterable[tuple[str, ...]]) -> list[str]:
    """The keys of many, each as `hashed` makes it."""
    said = map(str.encode, map("\x1f".join, parts))
    return [f"{prefix}:{sha256(each).hexdigest()[:40]}" for each in said]


def fit(text: str, limit: int, what: str, where: Mapping[str, Any]) -> str:
    """`text`; raises Invalid with its place where it is longer than can be kept whole."""
    if len(text) > limit:
        raise Invalid(
            "The {what} has more than {limit} characters.",
            where=where,
            hint="Check the columns of the file: this looks like text in the wrong place.",
            what=what,
            limit=limit,
        )
    return text


def place(where: Mapping[str, Any]) -> str:
    """A place in a file as one short text."""
    return ", ".join(f"{name} {value}" for name, value in where.items())[:200]
