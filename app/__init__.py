"""The web, the commands and the worker: thin doors to the same operations."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from config import Config


def create_app(settings: "Config") -> "Flask":
    """An application for `settings`; raises OutOfOrder while any route stands unguarded."""
    from app import factory  # noqa: PLC0415 - commands that need no web must not load it

    return factory.build(settings)
