"""Commands for cases: open, show, take a step."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from app import held_paper
from app.commands.door import Door, common, place_for
from app.factory import build
from bureau.errors import NotFound
from bureau.operations import case_files, cases, parties, person_exports, steps, supports
from bureau.rules.vocabulary import CaseKind, Language
from reports.sheet import printed

SUPPORT_PREFIX = "SUP-"


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
@common
def open_case(door: Door, kind: str, title: str, scope: str, received: date | None) -> None:
    """Open a file; its reference is printed."""
    with door.unit() as work:
        if kind == CaseKind.SUPPORT:
            reference = supports.open_file(work, title, "", "").reference
        else:
            made = cases.open_case(work, kind, title, scope=scope, received_on=received)
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
