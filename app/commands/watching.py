"""The command that runs the rules about how people look over what is new in the trail."""

import click

from app.commands.door import Door, common
from bureau.operations import alerts


@click.command(epilog="Example: bureau watch --as admin")
@common
def watch(door: Door) -> None:
    """Run the rules about looks over what is new since the last run; `bureau remind` does it too.

    Questions that come of it are kept for the reviewers of each house and are not told here. A
    second run over the same lines keeps nothing new.
    """
    with door.unit() as work:
        done = alerts.watch(work)
    answer = {"since": done.since, "until": done.until, "looks": done.looks}
    door.say(answer, f"Looked at {done.looks} new looks, up to line {done.until} of the trail.")
