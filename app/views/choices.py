"""Puts the records of a case before the reader as the choices of a form."""

from collections.abc import Iterable
from typing import Any

from flask_babel import format_datetime
from flask_wtf import FlaskForm
from wtforms.fields import SelectChoice

from app.forms.parts import NOTHING, listed, tongue, words
from app.words import word
from bureau.operations._outcomes import OUTCOMES
from bureau.operations.case_files import CaseView
from bureau.operations.parties import PartyLine
from bureau.operations.sources import SourceView
from bureau.rules.grounds import Options
from bureau.rules.questionnaire import documents as papers
from bureau.rules.scope import scopes
from bureau.rules.vocabulary import EntityKind

OTHER = "OTHER"
# How much of a title and of a kind a choice shows, so that the moment is never cut off.
TITLE, KIND, MOMENT = 40, 28, "d MMM yyyy, HH:mm"


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
    pairs = [(document.id, told_apart(document)) for document in known]
    form["document"].choices = listed(pairs, empty=empty)


def offer_owners(form: FlaskForm, known: Iterable[tuple[str, str]]) -> None:
    """Let `form.owner` choose among the organisations around the case, the own one first."""
    form["owner"].choices = [SelectChoice(code, name) for code, name in known]


def told_apart(document: Any) -> str:
    """A document with its kind and the moment it was kept: many files have the same name."""
    name = kind_of(document.kind)[:KIND]
    return f"{document.title[:TITLE]} · {name} · {format_datetime(document.added_at, MOMENT)}"


def kind_of(code: str) -> str:
    """What a document of the checklist is, or that it is another one."""
    name = next((row.name for row in papers() if row.code == code), None)
    if name:
        return f"{code} {name.in_(tongue())}"
    return str(word("document_other")) if code == OTHER else code


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
