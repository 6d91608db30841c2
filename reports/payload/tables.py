"""The registers of a dossier as tables for a spreadsheet, which finds no formula in them."""

import csv
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from io import StringIO

from bureau.formats.formulas import guarded
from reports.values.annex import Annex
from reports.values.evidence import Evidence, Transfer
from reports.values.network import Entry
from reports.values.steps import TimelineEvent

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"  # by which a spreadsheet knows UTF-8


def evidence(register: Sequence[Evidence], files: dict[int, str]) -> bytes:
    """The register of evidence; `files` are those that go along, by number."""
    heads = (
        *("number", "id", "title", "kind", "origin", "obtained", "power", "obtained_on"),
        *("custodian", "sha256", "form", "language", "restrictions", "phase", "file"),
    )
    return _table(
        heads,
        (
            (one.number, one.evidence_id, one.title, one.kind, one.origin, one.obtained, one.power,
             one.obtained_on, one.custodian, one.sha256, one.form, one.language,
             one.restrictions, one.phase, files.get(one.number, ""))
            for one in register
        ),
    )  # fmt: skip


def annexes(listed: Sequence[Annex]) -> bytes:
    """The register of annexes: which file is which, made of which document."""
    heads = ("number", "title", "file", "sources", "source_sha256", "sha256", "pages")
    return _table(
        heads,
        (
            (one.number, one.title, one.path, numbers(one.sources), one.source_sha256,
             one.sha256, one.pages)
            for one in listed
        ),
    )  # fmt: skip


def custody(transfers: Sequence[Transfer]) -> bytes:
    """The chain of custody, a line for each source and hand-over."""
    heads = ("source", "at", "from", "to", "reason", "sha256_before", "sha256_after", "intact")
    return _table(
        heads,
        (
            (number, one.at, one.giver, one.taker, one.reason, one.sha256_before,
             one.sha256_after, "yes" if one.intact else "no" if one.measured else "not measured")
            for one in transfers
            for number in one.sources
        ),
    )  # fmt: skip


def timeline(events: Sequence[TimelineEvent]) -> bytes:
    """What happened when, as precisely as the sources say."""
    rows = ((one.on, one.text, numbers(one.sources), one.conflict) for one in events)
    return _table(("on", "what", "sources", "conflict"), rows)


def entities(index: Sequence[Entry]) -> bytes:
    """The index of persons and entities."""
    heads = ("key", "name", "kind", "role", "identifiers", "aliases", "note", "sources")
    return _table(
        heads,
        (
            (one.key, one.label, one.kind, one.role,
             "; ".join(f"{scheme} {value}" for scheme, value in one.identifiers),
             "; ".join(one.aliases), one.note, numbers(one.sources))
            for one in index
        ),
    )  # fmt: skip


def numbers(sources: Iterable[int]) -> str:
    """The numbers of sources as one cell."""
    return " ".join(map(str, sources))


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")
    sheet.writerow(heads)
    sheet.writerows([guarded(_cell(value)) for value in row] for row in rows)
    return (BOM + out.getvalue()).encode()


def _cell(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
