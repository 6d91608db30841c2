"""Which of one's cases the worklist shows, and by what they can be told apart."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.context import language
from app.forms.cases import FilterForm
from app.words import word
from bureau.operations.cases import CaseRow
from bureau.rules.scope import scopes
from bureau.rules.vocabulary import CaseKind


def offer(form: FilterForm, rows: Iterable[CaseRow]) -> None:
    """Offer the handlers, states and decisions that these cases have."""
    found = list(rows)
    speaker = language()
    names = {row.code: f"{row.code} · {row.name.in_(speaker)}" for row in scopes()}
    form.offer("handler", {key: name for row in found for key, name in row.handlers.items()})
    form.offer("state", {row.state: _state(row, speaker) for row in found})
    form.offer("scope", {row.scope: names[row.scope] for row in found if row.scope in names})


def wanted(row: CaseRow, form: FilterForm, today: date) -> bool:
    """Whether a case fits everything that is asked; what is asked by no known word asks nothing."""
    words = (form.q.data or "").strip().casefold()
    asked = {
        "kind": row.kind == form.kind.data,
        "state": row.state == form.state.data,
        "scope": row.scope == form.scope.data,
        "handler": form.handler.data in row.handlers,
    }
    named = not words or words in f"{row.reference} {row.title}".casefold()
    fits = all(found for part, found in asked.items() if form[part].data)
    return named and fits and _on_time(row, today).get(form.clock.data or "", True)


def _on_time(row: CaseRow, today: date) -> Mapping[str, bool]:
    return {
        "overdue": row.overdue(today) is not None,
        "soon": row.near(today) is not None,
        "none": row.next_clock is None,
    }


def _state(row: CaseRow, speaker: str) -> str:
    partners = row.kind == CaseKind.PARTNERSHIP
    return str(word(row.state)) if partners else row.state_name.in_(speaker)
