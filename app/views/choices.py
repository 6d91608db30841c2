"""Puts the records of a case before the reader as the choices of a form."""

from collections.abc import Iterable
from typing import Any

from flask_wtf import FlaskForm

from app.forms.parts import NOTHING, listed, words
from bureau.operations._outcomes import OUTCOMES
from bureau.operations.case_files import CaseView
from bureau.operations.parties import PartyLine
from bureau.operations.sources import SourceView
from bureau.rules.grounds import Options
from bureau.rules.scope import scopes
from bureau.rules.vocabulary import EntityKind


def offer_outcomes(form: FlaskForm, field: str, case: CaseView, options: Options) -> None:
    """Let an outcome that stands open be chosen; none of them is chosen beforehand."""
    screening = case.screening
    if screening is None:
        form[field].choices = [NOTHING]
        return
    kind = scopes().row(screening.scope, screening.law_date).decision
    fitting = [
        name
        for name, rule in OUTCOMES.items()
        if screening.stage in rule.stages and kind in rule.kinds and getattr(options, rule.option)
    ]
    form[field].choices = [NOTHING, *words(fitting)]


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
