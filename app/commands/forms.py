"""Commands for the form of an applicant: a private link, and a form filled in elsewhere."""

from datetime import date

import click

from app.api.forms import files, plain, read_form
from app.commands.cases import Day
from app.commands.door import Door, common, content
from bureau.operations import applicant_links, cases, intakes
from bureau.rules.vocabulary import Language

MOST = 64 * 1024 * 1024


@click.group()
def form() -> None:
    """The form of an applicant: a private link to it, or one that was filled in elsewhere."""


@form.command(epilog="Example: bureau form link SCR-2026-7K3QXA --until 2026-04-01 --as officer")
@click.argument("reference")
@click.option("--until", type=Day(), help="The last day; when the form is due when left out.")
@click.option("--language", default="nl", type=click.Choice([one.value for one in Language]))
@click.option("--code/--no-code", default=True, help="With a code of six digits to hand over.")
@click.option("--address", default="", help="Where the house answers: https://bibob.example.nl")
@common
def link(
    door: Door, reference: str, until: date | None, language: str, code: bool, address: str
) -> None:
    """Make a private link for the applicant; it is printed this once and ends the one before."""
    with door.unit() as work:
        made = applicant_links.issue_link(
            work,
            cases.find_case(work, reference),
            language=Language(language),
            expires_on=until,
            with_code=code,
        )
    path = f"{address.rstrip('/')}/a/{made.secret}"
    last = made.line.expires_on.isoformat()
    answer = {"case": reference, "link": path, "code": made.code or None, "until": last}
    told = f"\nCode, to be handed over apart: {made.code}" if made.code else ""
    door.say(answer, f"{path}\nUntil {last}.{told}")


@form.command(epilog="Example: bureau form post SCR-2026-7K3QXA form.json --as officer --json")
@click.argument("reference")
@click.argument("file")
@common
def post(door: Door, reference: str, file: str) -> None:
    """Take in a form in the JSON of the interface; all of it or nothing; - reads standard input."""
    given = read_form(content(file, MOST))
    with door.unit() as work:
        case_id = cases.find_case(work, reference)
        done = plain(
            intakes.take_form(
                work, case_id, given["form"]["version"], given["answers"], files(given)
            )
        )
    words = f"{reference}: {done['answers']} answers and {len(done['documents'])} files taken in."
    missing = ", ".join(done["missing"])
    door.say(done, f"{words}\nMissing: {missing}." if missing else words)
