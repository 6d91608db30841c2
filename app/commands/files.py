"""The command that takes a file into a case."""

from pathlib import Path
from typing import Any

import click

from app.commands.door import Door, common, content
from bureau.errors import Invalid
from bureau.formats import boundaries
from bureau.formats.registry import READERS
from bureau.operations import areas, cases, imports
from bureau.operations.sources import Whose

AREAS = "boundaries"


@click.command(
    "import",
    epilog="Example: bureau import camt053 statement.xml --case SCR-2026-7K3QXA"
    " --source 'Statements with the form' --as officer",
)
@click.argument("format_name", metavar="FORMAT", type=click.Choice(sorted((*READERS, AREAS))))
@click.argument("file")
@click.option("--case", "reference", default="", help="The reference of the case.")
@click.option("--source", "source", required=True, help="Where the file comes from.")
@click.option("--basis", default="", help="The legal basis on which it was obtained.")
@click.option(
    "--owner", default="", help="Whose data: the code of another organisation; none is the own one."
)
@click.option("--category", default="", help="The category of data, such as FINANCE (WGS 2.22).")
@click.option("--mapping", default="", help="For entities-csv: the saved mapping that reads it.")
@click.option(
    "--tray", is_flag=True, help="For entities-csv: let new rows wait in the tray, ungraded."
)
@click.option("--rd", is_flag=True, help="For boundaries: coordinates in metres (RD).")
@click.option("--dry-run", is_flag=True, help="Read and check, store nothing.")
@common
def import_file(
    door: Door,
    format_name: str,
    file: str,
    reference: str,
    source: str,
    rd: bool,
    dry_run: bool,
    **how: Any,
) -> None:
    """Take FILE into a case: all of it or nothing; FILE may be - for standard input.

    The format boundaries draws areas and takes no --case.
    """
    found = content(file, door.settings().max_upload)
    if format_name == AREAS:
        _draw(door, found, reference, source, rd, dry_run)
        return
    _insist_case(reference)
    name = "standard input" if file == "-" else Path(file).name
    whose = Whose(how.pop("owner"), how.pop("category"))
    told = {"source_title": source, "dry_run": dry_run, "whose": whose, **how}
    with door.unit() as work:
        case = cases.find_case(work, reference)
        answer = imports.import_file(work, case, format_name, name, found, **told).as_json()
    door.say(answer, "\n".join(_words(answer)))


def _insist_case(reference: str) -> None:
    if not reference:
        raise Invalid(
            "A file of this format belongs to a case.",
            where={"field": "case"},
            hint="Give --case with the reference of the case.",
        )


def _words(answer: dict[str, Any]) -> list[str]:
    kept = "in the tray" if answer.get("tray") else "stored"
    words = [f"Read {answer['read']}, {kept} {answer['stored']}, known {answer['duplicates']}."]
    words += [f"  line {row['line']}: {row['outcome']} {row['says']}" for row in _rows(answer)]
    words += [f"  note: {warning['message']}" for warning in answer["warnings"]]
    return words


def _draw(door: Door, found: bytes, reference: str, source: str, rd: bool, dry_run: bool) -> None:
    if reference:
        raise Invalid(
            "Boundaries belong to no case.",
            where={"field": "case"},
            hint="Leave --case out: areas are of the partnership.",
        )
    system = boundaries.RD if rd else boundaries.WGS84
    with door.unit() as work:
        made = areas.import_boundaries(work, found, source=source, system=system, dry_run=dry_run)
    door.say(
        made.as_json(),
        f"Read {made.read}, stored {made.stored}, known {made.duplicates}; {made.hectares} ha.",
    )


def _rows(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return answer.get("rows", []) if answer["dry_run"] else []
