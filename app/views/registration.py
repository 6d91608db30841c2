"""From the form of a new screening to the case it opens."""

from typing import Any

from flask_babel import gettext

from app.clock import now
from app.forms.registration import RegisterForm
from app.views.refusals import told
from bureau.errors import Invalid
from bureau.operations import cases, registrations
from bureau.operations.registrations import PLACE, Applicant, Words
from bureau.rules.dates import civil_date, not_ahead
from bureau.rules.identifiers import kvk_number
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

EMPTY = "00000000"  # a number that is left open passes


def fits(form: RegisterForm) -> bool:
    """Whether the application can be registered; what cannot be stands at each of its fields."""
    kvk, today, before = (form.kvk.data or "").strip(), civil_date(now()), len(form.errors)
    with told(form):
        not_ahead(form.received_on.data or today, "received_on", today)
    with told(form):
        not_ahead(form.registered_on.data or today, "registered_on", today)
    with told(form):
        kvk_number(kvk or EMPTY)
    with told(form):
        _insist_named(form)
    return len(form.errors) == before


def opened(work: Work, form: RegisterForm) -> Any:
    """The case, registered with its applicant where that was filled in."""
    title, about = form.title.data, _about(form)
    if not form.named:
        return cases.open_case(work, CaseKind.SCREENING, title, signal=form.signal.data, **about)
    day = form.registered_on.data
    return registrations.register(
        work, title, _applicant(form), _words(), registered_on=day, **about
    )


def _insist_named(form: RegisterForm) -> None:
    """Nothing that was typed about an applicant is dropped in silence; a signal has none."""
    if form.named and form.signal.data:
        raise Invalid(
            "With only a signal there is nobody who applies yet.",
            where={"field": "applicant_name"},
            hint="Leave the applicant open, or untick the signal.",
        )
    said = any((form[part].data or "").strip() for part in ("given_names", "kvk", *PLACE))
    if said and not form.named:
        raise Invalid(
            "Who applies has no name yet.",
            where={"field": "applicant_name"},
            hint="Write the name, or leave everything about the applicant open.",
        )


def _about(form: RegisterForm) -> dict[str, Any]:
    return {
        "scope": form.scope.data,
        "received_on": form.received_on.data,
        "stage": form.stage.data,
        "authority": form.authority.data or "",
        "weeks": form.weeks.data,
    }


def _applicant(form: RegisterForm) -> Applicant:
    place = {part: form[part].data or "" for part in PLACE}
    return Applicant(
        kind=form.applicant_kind.data,
        name=form.applicant_name.data,
        given_names=form.given_names.data or "",
        kvk=(form.kvk.data or "").strip(),
        **place,
    )


def _words() -> Words:
    return Words(
        source=gettext("The application"),
        how=gettext("handed in by the applicant"),
        reason=gettext("The application is registered."),
    )
