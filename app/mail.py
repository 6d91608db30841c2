"""A reminder as an e-mail: references, terms and days, never a name or a title."""

import smtplib
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from flask_babel import force_locale, gettext

from app.words import word
from bureau.operations.reminders import Digest
from config import Config

TIMEOUT = 20  # seconds


def message(digest: Digest, settings: Config) -> EmailMessage:
    """The reminder of one person, in the language of the account; needs an application context."""
    with force_locale(str(digest.language)):
        made = EmailMessage()
        made["Subject"] = gettext("Bureau: terms and tasks of %(day)s", day=digest.day.isoformat())
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
        last = gettext(", last day %(day)s", day=due.isoformat()) if due else ""
        yield f"{reference}  {word(f'task_{kind}')} ({count}){last}"
    yield ""
    yield gettext("Sign in to Bureau for the rest. This message names nobody on purpose.")


def put(made: EmailMessage, folder: Path, name: str) -> Path:
    """Write the message to `folder` as a file that a mail program opens."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.eml"
    path.write_bytes(made.as_bytes())
    return path


def send(made: EmailMessage, settings: Config) -> None:
    """Hand the message to the mail server of the settings; raises OSError where it does not."""
    with smtplib.SMTP(settings.mail_host, settings.mail_port, timeout=TIMEOUT) as server:
        if settings.mail_tls:
            server.starttls()
        server.send_message(made)
