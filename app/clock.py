"""What time it is: the real moment, or the fixed one of a demonstration that can be repeated."""

from datetime import UTC, datetime

from flask import current_app

from config import Config


def now() -> datetime:
    """The present moment, in UTC."""
    settings: Config = current_app.extensions["settings"]
    return moment(settings)


def moment(settings: Config) -> datetime:
    """The present moment under `settings`."""
    return settings.now or datetime.now(UTC)
