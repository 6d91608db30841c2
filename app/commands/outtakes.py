"""What one took out against the quota of the house, and asking a colleague to lift it once."""

import click

from app.commands.door import Door, common
from bureau.operations import outtakes
from bureau.rules.export_quota import Place


@click.group("quota")
def quota_group() -> None:
    """What you took out: files, copies, prints and exports, and how many are left."""


@quota_group.command("show", epilog="Example: bureau quota show --as officer")
@common
def show(door: Door) -> None:
    """So many of so many, and when there is room again; nobody else is told."""
    with door.unit() as work:
        found = outtakes.read_own(work)
    told = [
        {
            "place": each.row.place,
            "hours": each.row.hours,
            "used": each.used,
            "number": each.row.number,
            "opens": each.opens.isoformat() if each.opens else None,
        }
        for each in found
    ]
    words = [
        f"{row['place']:6} {row['used']} of {row['number']} in {row['hours']} hours"
        + (f", room again at {row['opens']}" if row["opens"] else "")
        for row in told
    ]
    door.say(told, "\n".join(words))


@quota_group.command(
    "ask", epilog="Example: bureau quota ask --number 5 --hours 4 --reason 'Hearing' --as officer"
)
@click.option("--place", default=Place.HOUSE.value, type=click.Choice([one.value for one in Place]))
@click.option("--number", required=True, type=int, help="How many more.")
@click.option("--hours", required=True, type=int, help="Within how many hours.")
@click.option("--reason", required=True, help="Why; a colleague reads it.")
@common
def ask(door: Door, place: str, number: int, hours: int, reason: str) -> None:
    """Ask a colleague of your organisation to lift a full quota once; answered on a page."""
    with door.unit() as work:
        row = outtakes.ask_lift(work, place, number, hours, reason)
        work.session.flush()
        told = {"request": str(row.id), "until": row.expires_at.isoformat()}
    words = "Asked. A colleague answers under Waiting for a second person."
    door.say(told, f"{words} Until {told['until']}.")
