"""The command that reminds people once a day."""

import re
from pathlib import Path

import click

from app import mail
from app.commands.door import Door, common
from app.factory import build
from bureau import acting
from bureau.errors import OutOfOrder
from bureau.operations import alerts, reminders
from bureau.work import begin

PURPOSE = "reminding people of their terms"
TROUBLE = "trouble"
SAFE = re.compile(r"[^A-Za-z0-9._-]")


@click.command(epilog="Example: bureau remind --as admin --out /var/spool/bureau")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the .eml files; without it the folder reminders in BUREAU_HOME.",
)
@common
def remind(door: Door, out: Path | None) -> None:
    """Remind everybody of the house of terms and tasks, at most once a day.

    First the rules about looks run over what is new in the trail (bureau watch).

    Messages are written to a folder; with BUREAU_MAIL_HOST they are sent to that server instead.
    """
    with door.unit() as work:
        alerts.watch(work)  # first, so that reviewers are reminded of what it asks
        logins = reminders.list_people(work)
    with build(door.settings()).app_context():
        done = {login: _tried(door, login, out) for login in logins}
    sent = sorted(login for login, way in done.items() if way and way is not TROUBLE)
    failed = sorted(login for login, way in done.items() if way is TROUBLE)
    if failed:
        raise OutOfOrder(
            "These people could not be reminded: {logins}.",
            where={"reminded": sent, "failed": failed},
            hint="Check BUREAU_MAIL_HOST and BUREAU_MAIL_PORT, or the folder; run it again.",
            logins=", ".join(failed),
        )
    door.say({"reminded": sent}, f"Reminded: {', '.join(sent) or 'nobody'}.")


def _tried(door: Door, login: str, out: Path | None) -> str:
    """How one person was reminded; what stands in the way of one does not stop the others."""
    try:
        return _remind(door, login, out)
    except OSError:
        return TROUBLE


def _remind(door: Door, login: str, out: Path | None) -> str:
    """Remind one person, in their name and with their leave; how, or nothing where not needed."""
    factory, settings = door.sessions(), door.settings()
    now = door.now(factory)
    actor = acting.actor_called(factory, login, now)
    with begin(factory, actor, now, purpose=PURPOSE, via="remind") as work:
        digest = reminders.own_digest(work)
        if digest is None or digest.empty:
            return ""
        way = "smtp" if settings.mail_host else "folder"
        reminders.mark_sent(work, digest, way)
        made = mail.message(digest, settings)
        if settings.mail_host:
            mail.send(made, settings)
        else:
            name = f"{digest.day.isoformat()}-{SAFE.sub('_', login)}"
            mail.put(made, out or settings.home / "reminders", name)
    return way
