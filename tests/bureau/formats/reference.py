"""Every reference file about ownership, real estate and persons: its format, and its fate.

A fate of "" is to be taken in; any other is a piece of the reason why it is rightly refused.
"""

import csv
import io
import json
import zipfile
from fnmatch import fnmatch
from pathlib import Path

from tests.bureau.formats.samples import DATA

FOLDERS = ("a-ownership", "b-real-estate", "b2-persons")
_ZAVOD = {"Membership": ("member", "organization"), "Ownership": ("owner", "asset")}

# The first pattern that fits the path decides.
FATES = (
    ("a-ownership/bods-0.4-*/*.json", "bods", ""),
    ("a-ownership/gleif-fixtures/*/*/*.json", "bods", ""),
    ("a-ownership/uk-psc-fixtures/psc_totals.json", "bods", "no person or company"),
    ("a-ownership/uk-psc-fixtures/psc_unknown_kind.json", "bods", "no person or company"),
    ("a-ownership/uk-psc-fixtures/*.json", "bods", ""),
    ("a-ownership/zavod-testdatasets/*/dataset.csv", "ftm", ""),
    ("a-ownership/followthemoney-model/*.json", "ftm", "is not JSON"),
    ("a-ownership/kvk-test-api/*__40?.json", "kvk", "answered that"),
    ("a-ownership/kvk-test-api/*.json", "kvk", ""),
    ("b-real-estate/brk-test-api/*__404.json", "brk", "answered that"),
    ("b-real-estate/brk-test-api/*.json", "brk", ""),
    ("b-real-estate/brk-openapi/*.json", "brk", "no answer of the land register"),
    ("b-real-estate/brk-testcases/testcases.json", "brk", "one object"),
    ("b-real-estate/brk-testcases/*.csv", "brk", "is not JSON"),
    ("b-real-estate/bag2-extract-test/*/Leveringsdocument*.xml", "bag", "holds no objects"),
    ("b-real-estate/bag2-extract-test/*/GEM-WPL-RELATIE*.xml", "bag", "holds no objects"),
    ("b-real-estate/bag2-extract-test/*/*OPR*.xml", "bag", "no parties of a case"),
    ("b-real-estate/bag2-extract-test/*/*WPL*.xml", "bag", "no parties of a case"),
    ("b-real-estate/bag2-extract-test/*.xml", "bag", ""),
    ("b2-persons/*.csv", "brp-csv", ""),
)
_WRITING = (".md", ".txt", "LICENSE", "NOTICE", "COPYING")


def files() -> list[Path]:
    """Every file with data; licences and notes beside them are no data."""
    found = (path for folder in FOLDERS for path in sorted((DATA / folder).rglob("*")))
    return [path for path in found if path.is_file() and not path.name.endswith(_WRITING)]


def fate(path: Path) -> tuple[str, str]:
    """The format for a file, and why it is refused; raises LookupError for one forgotten."""
    deep = path.relative_to(DATA).as_posix()
    for pattern, name, reason in FATES:
        if fnmatch(deep, pattern):
            return name, reason
    raise LookupError(deep)


def content(path: Path) -> bytes:
    """The bytes to hand in; a table of a crawler is first written as its entities."""
    return _entities(path) if "zavod" in path.as_posix() else path.read_bytes()


def extract() -> bytes:
    """The files of the extract of addresses and buildings, as one zip."""
    folder = DATA / "b-real-estate/bag2-extract-test/data"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*.xml")):
            archive.writestr(path.name, path.read_bytes())
    return out.getvalue()


def _entities(path: Path) -> bytes:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    told = [entity for number, row in enumerate(rows) for entity in _entity(row, number)]
    return "\n".join(json.dumps(each) for each in told).encode()


def _entity(row, number):
    name = row.get("id") or f"row-{number}"
    schema = row.get("type") or row.get("schema") or ("Person" if "position" in row else "Company")
    said = {
        "name": row.get("name"),
        "alias": row.get("alias"),
        "notes": row.get("notes"),
        "country": row.get("country"),
        "position": row.get("position"),
        "idNumber": row.get("id_number"),
        "birthDate" if schema == "Person" else "incorporationDate": row.get("dob"),
        "parent": row.get("parent_id"),
        "imoNumber": row.get("imo"),
    }
    yield _told(name, schema, said)
    if row.get("owner_id"):
        yield _told(f"{name}-owner", "Ownership", {"owner": row["owner_id"], "asset": name})
    if row.get("rel_type"):
        start, end = _ZAVOD.get(row["rel_type"], ("person", "relative"))
        ties = {start: name, end: row["rel_other"], "startDate": row["rel_start"]}
        yield _told(f"{name}-tie", row["rel_type"], {**ties, "endDate": row["rel_end"]})


def _told(name, schema, said):
    values = {key: [value] for key, value in said.items() if value}
    return {"id": name, "schema": schema, "properties": values}
