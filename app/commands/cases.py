"""Commands for cases: open, show, take a step."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from app import held_paper
from app.commands.door import Door, common, content, place_for
from app.factory import build
from bureau.errors import NotFound
from bureau.formats import mapping_json
from bureau.formats.cases_csv import PORTFOLIO
from bureau.operations import (
    case_files,
    cases,
    import_undoing,
    mappings,
    parties,
    person_exports,
    portfolios,
    row_mappings,
    steps,
    supports,
)
from bureau.rules.regimes import RegimeChoice
from bureau.rules.vocabulary import CaseKind, Language
from reports.sheet import printed

SUPPORT_PREFIX = "SUP-"
MOST_MAPPING = 256 * 1024


class Day(click.ParamType[date]):
    """A civil date as 2026-11-20."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a civil date
        except ValueError:
            self.fail(f"{value!r} is no date; write it as 2026-11-20.", param, ctx)


@click.group()
def case() -> None:
    """Case files: screening, partnership, support."""


@case.command(
    "open",
    epilog="Example: bureau case open --kind screening --title 'Café De Kade' --scope SC01"
    " --received 2026-03-02 --as officer",
)
@click.option("--kind", required=True, type=click.Choice([kind.value for kind in CaseKind]))
@click.option("--title", required=True, help="What the file is about; a code name for support.")
@click.option("--scope", default="", help="What is screened, SC01 to SC26.")
@click.option("--received", type=Day(), help="The day the application was received.")
@click.option("--regime", default="RIEC", help="For a partnership: RIEC (joint) or MUNICIPAL.")
@click.option("--reason", default="", help="For a partnership: why this regime.")
@click.option("--basis", default="", help="For a partnership: the article that it rests on.")
@common
def open_case(
    door: Door,
    kind: str,
    title: str,
    scope: str,
    received: date | None,
    regime: str,
    reason: str,
    basis: str,
) -> None:
    """Open a file; its reference is printed."""
    chosen = RegimeChoice(regime, reason, basis)
    with door.unit() as work:
        if kind == CaseKind.SUPPORT:
            reference = supports.open_file(work, title, "", "").reference
        else:
            made = cases.open_case(
                work, kind, title, scope=scope, received_on=received, regime=chosen
            )
            reference = made.reference
    door.say({"case": reference}, f"The file {reference} is open.")


@case.command(epilog="Example: bureau case show SCR-2026-7K3QXA --as officer --json")
@click.argument("reference")
@common
def show(door: Door, reference: str) -> None:
    """What you may see of a file: state, clocks, parties, findings, decisions."""
    with door.unit() as work:
        if reference.startswith(SUPPORT_PREFIX):
            found = supports.show_plain(work, reference)
        else:
            view = case_files.read_case(work, cases.find_case(work, reference))
            found = view.plain(Language.EN)
    door.say(found)


@case.command(epilog="Example: bureau case step SCR-2026-7K3QXA T04 --reason 'policy' --as officer")
@click.argument("reference")
@click.argument("step")
@click.option("--reason", required=True, help="Why; kept with the step.")
@click.option("--on", "on", type=Day(), help="The day of the step; today when left out.")
@common
def step(door: Door, reference: str, step: str, reason: str, on: date | None) -> None:
    """Take one step of the procedure; a refusal names the guard and its legal basis."""
    with door.unit() as work:
        taken = steps.take_step(work, cases.find_case(work, reference), step, reason, on)
        answer = taken.plain(Language.EN)
    door.say(answer, f"{answer['case']}: {answer['from']} to {answer['to']}.")


@case.command(
    "export-person",
    epilog="Example: bureau case export-person SCR-2026-7K3QXA 'J. Voorbeeld' --as officer --json",
)
@click.argument("reference")
@click.argument("name")
@click.option("--language", type=click.Choice([each.value for each in Language]), default="nl")
@click.option("--pdf", type=click.Path(file_okay=False), help="The folder for a PDF.")
@common
def export_person(door: Door, reference: str, name: str, language: str, pdf: str | None) -> None:
    """Everything held about one person (AVG 15); names of others are taken out."""
    folder = place_for(Path(pdf), folder=True) if pdf else None
    with door.unit() as work:
        case_id = cases.find_case(work, reference)
        named = [row.id for row in parties.list_parties(work, case_id) if row.label == name]
        if len(named) != 1:
            raise NotFound(
                "There is no one party of that name in this case.",
                where={"argument": "NAME"},
                hint="Write the name as the list of parties shows it.",
            )
        found = person_exports.export_person(work, case_id, named[0])
    answer = found.plain(language)
    if folder:
        with build(door.settings()).app_context():
            paper = printed(held_paper.sheet(found, Language(language)))
        answer["path"] = str(folder / paper.name)
        (folder / paper.name).write_bytes(paper.pdf)
    door.say(answer)


@case.command(
    "import",
    epilog="Example: bureau case import cases.csv --mapping 'Running cases' --preview --as officer",
)
@click.argument("file")
@click.option("--mapping", required=True, help="The name of a mapping of your organisation.")
@click.option("--preview", is_flag=True, help="Show what each row would make, store nothing.")
@click.option("--language", type=click.Choice([each.value for each in Language]), default="nl")
@common
def import_cases(door: Door, file: str, mapping: str, preview: bool, language: str) -> None:
    """Take over the running cases of a spreadsheet: every row or none; FILE may be -."""
    found = content(file, PORTFOLIO.size)
    name = "standard input" if file == "-" else Path(file).name
    with door.unit() as work:
        result = portfolios.import_cases(work, name, found, mapping, preview=preview)
    answer = result.plain(language)
    door.say(answer, "\n".join(_told(answer)))


@case.command(
    "map", epilog="Example: bureau case map 'Running cases' mapping.json --as officer --json"
)
@click.argument("name")
@click.argument("file")
@common
def map_columns(door: Door, name: str, file: str) -> None:
    """Keep a mapping: {"columns": {FIELD: HEADING}, "words": {WORD: CODE}, "dates": "dmy"}."""
    given = mapping_json.read(content(file, MOST_MAPPING))
    with door.unit() as work:
        row = mappings.save_mapping(work, name, given.columns, given.words, given.dates)
        answer = {"mapping": row.name, "version": row.number}
    door.say(answer, f"{answer['mapping']}, version {answer['version']}.")


@case.command(
    "map-rows", epilog="Example: bureau case map-rows Persons mapping.json --as officer --json"
)
@click.argument("name")
@click.argument("file")
@common
def map_rows(door: Door, name: str, file: str) -> None:
    """Keep a mapping for entities-csv: {"makes": KIND, "columns": {FIELD: HEADING}, ...}."""
    given = mapping_json.read(content(file, MOST_MAPPING))
    with door.unit() as work:
        row = row_mappings.save_row_mapping(
            work, name, given.makes, given.columns, given.words, given.dates
        )
        answer = {"mapping": row.name, "version": row.number}
    door.say(answer, f"{answer['mapping']}, version {answer['version']}.")


@case.command(
    "import-undo",
    epilog="Example: bureau case import-undo SCR-2026-7K3QXA 4 --reason 'wrong file' --as officer",
)
@click.argument("reference")
@click.argument("number", type=int)
@click.option("--reason", required=True, help="Why; kept with the import and in the trail.")
@common
def undo_import(door: Door, reference: str, number: int, reason: str) -> None:
    """Take back all that an import made, unless it is used; NUMBER is that of its source."""
    with door.unit() as work:
        case_id = cases.find_case(work, reference)
        batch = import_undoing.find_import(work, case_id, number)
        row = import_undoing.undo_import(work, case_id, batch, reason)
        answer = {"import": str(row.id), "source": number, "undone": True}
    door.say(answer, f"The import with source {number} is taken back.")


def _told(answer: dict[str, Any]) -> list[str]:
    """The rows of a spreadsheet as lines to read."""
    made = "would be made" if answer["preview"] else "made"
    lines = [
        f"Read {answer['read']}: {answer['new']} {made}, {answer['known']} known already, "
        f"{answer['refused']} refused."
    ]
    for row in answer["rows"]:
        what = [row["case"], row["title"], row["state_name"], row["due"] and f"due {row['due']}"]
        said = ", ".join(part for part in what if part)
        lines.append(f"  line {row['line']} {row['own_number']}: {row['standing']} {said}".rstrip())
        lines += [
            f"    {each['column']}: {each['message']} {each['hint']}" for each in row["faults"]
        ]
    return lines
