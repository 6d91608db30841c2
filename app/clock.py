"""What time it is: the real moment, or the fixed one of a demonstration that can be repeated."""

from datetime import UTC, datetime

from flask import current_app
from sqlalchemy.orm import Session, sessionmaker

from bureau import founding
from bureau.errors import NotAllowed
from config import Config


def now() -> datetime:
    """The present moment, in UTC."""
    settings: Config = current_app.extensions["settings"]
    return moment(settings)


def moment(settings: Config) -> datetime:
    """The present moment under `settings`."""
    return settings.now or datetime.now(UTC)


def insist_honest(settings: Config, factory: sessionmaker[Session]) -> None:
    """Raises NotAllowed where a fixed moment is set in a house that is no demonstration."""
    if settings.now is None or founding.is_demonstration(factory):
        return
    raise NotAllowed(
        "BUREAU_NOW sets the clock of the demonstration only, and this house is none.",
        where={"setting": "BUREAU_NOW"},
        hint="Take BUREAU_NOW out of the environment. `bureau demo` fills an empty house.",
    )
