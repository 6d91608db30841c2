"""The command that takes a file into a case."""

from pathlib import Path
from typing import Any

import click

from app.commands.door import Door, common, content
from bureau.formats.registry import READERS
from bureau.operations import cases, imports


@click.command(
    "import",
    epilog="Example: bureau import camt053 statement.xml --case SCR-2026-7K3QXA"
    " --source 'Statements with the form' --as officer",
)
@click.argument("format_name", metavar="FORMAT", type=click.Choice(sorted(READERS)))
@click.argument("file")
@click.option("--case", "reference", required=True, help="The reference of the case.")
@click.option("--source", "source", required=True, help="Where the file comes from.")
@click.option("--basis", default="", help="The legal basis on which it was obtained.")
@click.option("--dry-run", is_flag=True, help="Read and check, store nothing.")
@common
def import_file(
    door: Door,
    format_name: str,
    file: str,
    reference: str,
    source: str,
    basis: str,
    dry_run: bool,
) -> None:
    """Take FILE into a case: all of it or nothing; FILE may be - for standard input."""
    found = content(file, door.settings().max_upload)
    name = "standard input" if file == "-" else Path(file).name
    with door.unit() as work:
        result = imports.import_file(
            work,
            cases.find_case(work, reference),
            format_name,
            name,
            found,
            source_title=source,
            dry_run=dry_run,
            basis=basis,
        )
        answer: dict[str, Any] = result.as_json()
    words = [f"Read {answer['read']}, stored {answer['stored']}, known {answer['duplicates']}."]
    words += [f"  note: {warning['message']}" for warning in answer["warnings"]]
    door.say(answer, "\n".join(words))
