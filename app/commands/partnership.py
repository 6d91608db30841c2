"""The command for the public yearly report of the partnership: data, CSV and paper."""

from pathlib import Path

import click

from app import evaluation_paper, partnership_report
from app.clock import moment
from app.commands.door import Door, common, place_for
from app.factory import build
from bureau.operations import evaluations
from bureau.rules.dates import civil_date
from bureau.rules.vocabulary import Language
from reports.sheet import printed


@click.command(
    "partnership-report",
    epilog="Example: bureau partnership-report --year 2026 --pdf . --csv . --as coordinator",
)
@click.option("--year", type=click.IntRange(2000, 2100), help="This year when left out.")
@click.option("--pdf", type=click.Path(file_okay=False), help="The folder for a PDF.")
@click.option("--csv", type=click.Path(file_okay=False), help="The folder for a CSV file.")
@click.option("--language", default="nl", type=click.Choice([one.value for one in Language]))
@common
def partnership_report_of(
    door: Door, year: int | None, pdf: str | None, csv: str | None, language: str
) -> None:
    """The public report of a year (WGS 1.12): counts over partnership cases, none of few people."""
    folders = {each: place_for(Path(each), folder=True) for each in (pdf, csv) if each}
    chosen, told = year or civil_date(moment(door.settings())).year, Language(language)
    with door.unit() as work:
        found = evaluations.read_evaluation(work, chosen, handed_out=True)
    answer = partnership_report.content(found, told)
    if pdf:
        with build(door.settings()).app_context():
            paper = printed(partnership_report.sheet(found, told))
        answer["pdf"] = _kept(folders[pdf] / paper.name, paper.pdf)
        answer["sha256"] = paper.sha256
    if csv:
        path = folders[csv] / f"bureau-partnership-{found.year}.csv"
        public = partnership_report.public(found)
        answer["csv"] = _kept(path, evaluation_paper.text(public, told).encode())
    door.say(answer)


def _kept(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return str(path)
