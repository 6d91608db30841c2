"""A refusal of the domain stays on the page on which it was provoked, beside its field."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import g
from flask_wtf import FlaskForm

from app import field_words
from app.errors import remedy, said, sought
from bureau.errors import BureauError, Invalid, NotAllowed, NotFound

UNUSABLE, CONFLICT = 422, 409


@contextmanager
def told(form: FlaskForm) -> Iterator[None]:
    """Put what is refused inside on `form`, in the reader's language; nothing was stored.

    Put it outside the unit of work, so that the work is undone first. A record that the reader
    may not know of goes on to be answered like an absence.
    """
    try:
        yield
    except (Invalid, NotAllowed) as refusal:
        g.refused = CONFLICT if isinstance(refusal, NotAllowed) else UNUSABLE
        _tell(form, refusal)
    except NotFound as refusal:
        if _field(form, refusal) is None:
            raise
        g.refused = UNUSABLE
        _tell(form, refusal)


def refused() -> int:
    """The status with which the page of a form answers that could not be stored."""
    return int(g.get("refused", UNUSABLE))


def _field(form: FlaskForm, refusal: BureauError) -> str | None:
    name = str(refusal.where.get("field", ""))
    return name if name and name in form else None


def _about(refusal: BureauError, message: str) -> str:
    """The message after what it is about, where neither a field of the form nor it says so."""
    word = str(field_words.WORDS.get(str(refusal.where.get("field", "")), ""))
    silent = word and "field" not in refusal.params
    return f"{word[:1].upper()}{word[1:]}: {message}" if silent else message


def _tell(form: FlaskForm, refusal: BureauError) -> None:
    places = (f"{word}: {value}." for word, value in sought(refusal.where))
    parts = [said(refusal), *places, remedy(refusal)]
    message = " ".join(part for part in parts if part)
    name = _field(form, refusal)
    if name is None:
        form.form_errors.append(_about(refusal, message))
    else:
        form[name].errors = [*form[name].errors, message]
