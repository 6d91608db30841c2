"""Conditions on the form of a decision: chosen from the library, put among one's own words."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from flask import request
from wtforms.fields import SelectChoice

from app.context import language
from app.forms.decision import LibraryForm, condition_line
from app.forms.hearing import IntentionForm
from bureau.operations.condition_library import LibraryLine

INSERT = "insert"


def offer_library(form: LibraryForm | IntentionForm, known: Iterable[LibraryLine]) -> None:
    """Let conditions be chosen that fit the decision."""
    tongue = language()
    form.library.choices = [SelectChoice(row.code, row.name.in_(tongue)) for row in known]


def inserting() -> bool:
    """Whether the button was pressed that puts chosen conditions into the text."""
    return request.form.get("do") == INSERT


def insert(form: LibraryForm, known: Iterable[LibraryLine], today: date) -> None:
    """Put what was chosen among the conditions, each with the day of its first check."""
    chosen = set(form.library.data or ())
    lines = [
        condition_line(row.text.in_(language()), today + timedelta(days=row.days), row.code)
        for row in known
        if row.code in chosen
    ]
    form.conditions.data = "\n".join([*(form.conditions.data or "").splitlines(), *lines])
    form.library.data = []


def announce(form: IntentionForm, known: Iterable[LibraryLine]) -> None:
    """Put what was chosen among the reasons, so that a view can be given on it."""
    chosen = set(form.library.data or ())
    lines = [row.text.in_(language()) for row in known if row.code in chosen]
    form.reasons.data = "\n".join([*(form.reasons.data or "").splitlines(), *lines])
    form.library.data = []


def kept(rows: Iterable[Any], today: date) -> str:
    """The conditions that are watched now, to decide on them anew."""
    watched = (row for row in rows if row.status == "open")
    return "\n".join(
        condition_line(row.text, max(row.check_on, today), row.code) for row in watched
    )
