"""The command for the figures of a year: to read, as CSV and as a report on paper."""

from pathlib import Path

import click

from app import yearly_paper
from app.clock import moment
from app.commands.door import Door, common, place_for
from app.factory import build
from bureau.operations import overviews
from bureau.rules.dates import civil_date
from bureau.rules.vocabulary import Language
from reports.sheet import printed


@click.command(epilog="Example: bureau yearly --year 2026 --pdf . --csv . --as officer")
@click.option("--year", type=click.IntRange(2000, 2100), help="This year when left out.")
@click.option("--pdf", type=click.Path(file_okay=False), help="The folder for a PDF.")
@click.option("--csv", type=click.Path(file_okay=False), help="The folder for a CSV file.")
@click.option("--language", default="nl", type=click.Choice([one.value for one in Language]))
@common
def yearly(door: Door, year: int | None, pdf: str | None, csv: str | None, language: str) -> None:
    """Numbers of a year over the screenings you may see: scope, outcome, lead time, objections."""
    folders = {each: place_for(Path(each), folder=True) for each in (pdf, csv) if each}
    chosen = year or civil_date(moment(door.settings())).year
    with door.unit() as work:
        found = overviews.read_year(work, chosen, handed_out=bool(folders))
    answer = yearly_paper.plain(found)
    if pdf:
        with build(door.settings()).app_context():
            paper = printed(yearly_paper.sheet(found, Language(language)))
        answer["pdf"] = _kept(folders[pdf] / paper.name, paper.pdf)
        answer["sha256"] = paper.sha256
    if csv:
        path = folders[csv] / f"bureau-{found.year}.csv"
        answer["csv"] = _kept(path, yearly_paper.text(found).encode())
    door.say(answer)


def _kept(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return str(path)
