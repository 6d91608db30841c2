"""Puts the records of a case before the reader as the choices of a form."""

from collections.abc import Iterable
from typing import Any

from flask_wtf import FlaskForm

from app.forms.parts import listed
from bureau.operations.parties import PartyLine
from bureau.operations.sources import SourceView
from bureau.rules.vocabulary import EntityKind


def offer_sources(form: FlaskForm, known: Iterable[SourceView], *, empty: bool = False) -> None:
    """Let `form.source` choose among the sources of the case."""
    pairs = [(source.id, f"{source.number}. {source.title}") for source in known]
    form["source"].choices = listed(pairs, empty=empty)


def offer_documents(form: FlaskForm, known: Iterable[Any], *, empty: bool = True) -> None:
    """Let `form.document` choose among the documents that the reader may see."""
    pairs = [(document.id, document.title) for document in known]
    form["document"].choices = listed(pairs, empty=empty)


def offer_parties(
    form: FlaskForm,
    field: str,
    known: Iterable[PartyLine],
    kinds: Iterable[EntityKind] = tuple(EntityKind),
    *,
    empty: bool = False,
) -> None:
    """Let a field choose among the parties of these kinds."""
    wanted = set(kinds)
    pairs = [(party.id, party.label) for party in known if party.kind in wanted]
    form[field].choices = listed(pairs, empty=empty)
