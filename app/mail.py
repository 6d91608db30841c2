"""A reminder as an e-mail: references, terms and days, never a name or a title."""

import os
import smtplib
import ssl
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from flask_babel import force_locale, gettext

from app.days import day
from app.words import word
from bureau import lasting
from bureau.operations.reminders import Digest
from config import Config

TIMEOUT = 20  # seconds
PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600


def message(digest: Digest, settings: Config) -> EmailMessage:
    """The reminder of one person, in the language of the account; needs an application context."""
    with force_locale(str(digest.language)):
        made = EmailMessage()
        made["Subject"] = gettext("Bureau: terms and tasks of %(day)s", day=day(digest.day))
        made["From"] = settings.mail_from
        made["To"] = f"{digest.login}@{settings.mail_domain}"
        made["Auto-Submitted"] = "auto-generated"
        made.set_content("\n".join(_lines(digest)) + "\n")
        return made


def _lines(digest: Digest) -> Iterator[str]:
    language = digest.language
    for over, title in ((True, gettext("Run out")), (False, gettext("About to end"))):
        terms = [line for line in digest.terms if line.over is over]
        if terms:
            yield from (title, "-" * len(title))
        for line in terms:
            yield f"{line.reference}  {line.clock.name.in_(language)}"
            yield f"    {line.clock.words.in_(language)}"
        if terms:
            yield ""
    if digest.tasks:
        title = gettext("To do")
        yield from (title, "-" * len(title))
    for kind, reference, count, due in digest.tasks:
        last = gettext(", last day %(day)s", day=day(due)) if due else ""
        yield f"{reference}  {word(f'task_{kind}')} ({count}){last}"
    yield from _tables(digest)
    yield from _endings(digest)
    yield from _pictures(digest)
    yield ""
    yield gettext("Sign in to Bureau for the rest. This message names nobody on purpose.")


def _tables(digest: Digest) -> Iterator[str]:
    """Meetings to come and own actions from meetings, by the reference of their case."""
    if digest.tables:
        title = gettext("Meetings and actions")
        yield from ("", title, "-" * len(title))
    for row in digest.tables:
        over = gettext(" (overdue)") if row.over else ""
        yield f"{row.reference}  {row.name.in_(digest.language)}, {day(row.day)}{over}"


def _endings(digest: Digest) -> Iterator[str]:
    """Own dates of admission by kind and day, and of how many others some end or are missing."""
    if digest.endings:
        title = gettext("Dates of admission that end or are missing")
        yield from ("", title, "-" * len(title))
    for row in digest.endings:
        if row.own and row.until_on:
            yield f"{row.kind.name.in_(digest.language)}, {day(row.until_on)}"
    if others := len({row.user_id for row in digest.endings if not row.own}):
        yield gettext("Accounts of partners: %(count)s", count=others)


def _pictures(digest: Digest) -> Iterator[str]:
    """What comes due in areas and on boards, and a survey that runs: never who answered."""
    if digest.pictures:
        title = gettext("Areas, boards and survey")
        yield from ("", title, "-" * len(title))
    for row in digest.pictures:
        over = gettext(" (overdue)") if row.over else ""
        yield f"{row.reference}  {row.name.in_(digest.language)}, {day(row.day)}{over}"


def put(made: EmailMessage, folder: Path, name: str) -> Path:
    """Write the message to `folder` as a file that a mail program opens, for its owner alone.

    A folder that is not there yet is made so too; one that is there keeps its rights.
    """
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    path = folder / f"{name}.eml"
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "wb") as file:
        file.write(made.as_bytes())
        file.flush()
        os.fsync(file.fileno())
    lasting.settle(folder)  # the trail is about to say that it was put there
    return path


def send(made: EmailMessage, settings: Config) -> None:
    """Hand the message to the mail server of the settings; raises OSError where it does not.

    With TLS the certificate of the server must be one for its name.
    """
    with smtplib.SMTP(settings.mail_host, settings.mail_port, timeout=TIMEOUT) as server:
        if settings.mail_tls:
            server.starttls(context=ssl.create_default_context())
        server.send_message(made)
