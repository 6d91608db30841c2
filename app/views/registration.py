"""From the form of a new screening to the case it opens."""

from typing import Any

from flask_babel import gettext

from app.forms.registration import RegisterForm
from bureau.errors import Invalid
from bureau.operations import cases, registrations
from bureau.operations.registrations import PLACE, Applicant, Words
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work


def opened(work: Work, form: RegisterForm) -> Any:
    """The case, registered with its applicant where that was filled in."""
    title, about = form.title.data, _about(form)
    if not form.named:
        _insist_empty(form)
        return cases.open_case(work, CaseKind.SCREENING, title, signal=form.signal.data, **about)
    if form.signal.data:
        raise Invalid(
            "With only a signal there is nobody who applies yet.",
            where={"field": "applicant_name"},
            hint="Leave the applicant open, or untick the signal.",
        )
    return registrations.register(work, title, _applicant(form), _words(), **about)


def _insist_empty(form: RegisterForm) -> None:
    """Nothing that was typed about an applicant is dropped in silence."""
    if any((form[part].data or "").strip() for part in ("given_names", "kvk", *PLACE)):
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
