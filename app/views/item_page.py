"""The page of an agenda item as one seat may see it, with the forms that this seat may use."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm
from wtforms.fields import SelectChoice

from app.clock import now
from app.forms import parts
from app.forms.attendance import SeatsForm
from app.forms.meetings import ActionForm, ReportForm
from app.forms.minutes import (
    CorrectionAnswerForm,
    CorrectionForm,
    DissentAnswerForm,
    DissentForm,
    MinutesForm,
)
from app.forms.power_maps import DespiteForm, SubjectForm
from app.forms.table import ContributionForm, OptionsForm, PaperForm, RecallForm, ReleaseForm
from app.unit import unit
from app.views.acts import acted
from bureau.operations import agenda_items, papers, voices
from bureau.operations.agenda_items import ItemView
from bureau.operations.papers import Offer
from bureau.rules import meeting as law
from bureau.rules.agenda import Phase
from bureau.rules.categories import categories_open, data_categories
from bureau.rules.partners import phases_open
from bureau.rules.powers import powers_of
from bureau.work import Work

FORMS: dict[str, type[FlaskForm]] = {
    "action": ActionForm,
    "report": ReportForm,
    "dissent": DissentForm,
    "dissent_answer": DissentAnswerForm,
    "correction": CorrectionForm,
    "correction_answer": CorrectionAnswerForm,
    "paper": PaperForm,
    "contribution": ContributionForm,
    "release": ReleaseForm,
    "recall": RecallForm,
    "power_subject": SubjectForm,
    "despite": DespiteForm,
    "options": OptionsForm,
    "attendance": SeatsForm,
}


def page(work: Work, case_id: UUID, item_id: UUID, **given: FlaskForm) -> str:
    """One agenda item for its reader; a form in `given` comes back with what is wrong in it."""
    view = agenda_items.read_item(work, case_id, item_id)
    offers = papers.list_offers(work, case_id, item_id) if view.may_run else ()
    forms = {name: given.get(name) or kind(formdata=None) for name, kind in FORMS.items()}
    forms["minutes"] = given.get("minutes") or _minutes(view)
    for form in forms.values():
        fill(form, view, offers)
    _offer(forms["power_subject"], view)
    return render_template(
        "meetings/item.html",
        view=view,
        item=view.item,
        f=forms,
        typed=request.form,
        voices=voices.read_voices(work, case_id, item_id),
        tracks=tuple(law.tracks()),
        kinds={row.code: row.name for row in data_categories()},
        powers=tuple(_powers(view)),
    )


def answered(
    form: FlaskForm,
    case_id: UUID,
    item_id: UUID,
    name: str,
    do: Callable[[Work], object],
    done: str,
) -> ResponseReturnValue:
    """Do what the form asks and go back to the item, or show the item with what is wrong."""
    with unit() as work:
        view = agenda_items.read_item(work, case_id, item_id)
        offers = papers.list_offers(work, case_id, item_id) if view.may_run else ()
        fill(form, view, offers)
    onward = url_for("meetings.show_item", case_id=case_id, item_id=item_id)
    return acted(form, do, lambda work: page(work, case_id, item_id, **{name: form}), onward, done)


def fill(form: FlaskForm, view: ItemView, offers: tuple[Offer, ...]) -> None:
    """Give the choices of a form: the seats, organisations, papers and actions of the item."""
    others = [seat for seat in view.item.seats if seat.user_id != view.seat.user_id]
    seats = parts.listed((each.id, _named(each)) for each in others)
    bodies = [parts.NOTHING, *(SelectChoice(body.code, body.name) for body in _receiving(view))]
    who = [view.seat, *(others if view.may_run else ())]
    owners = [SelectChoice(seat.user.login, _named(seat)) for seat in view.item.seats]
    owners.insert(0, SelectChoice("", gettext("choose a person")))
    known: dict[str, list[SelectChoice]] = {
        "paper_seats": seats,
        "brought_seats": seats,
        "seats": seats,
        "thing": [SelectChoice(f"{row.kind}:{row.id}", _offered(row)) for row in offers],
        "facts": parts.listed((p.entity.id, p.entity.label) for p in view.papers if p.entity),
        "category": _categories(view),
        "to": bodies,
        "owner": owners,
        "dissenter": parts.listed((seat.id, _named(seat)) for seat in who),
        "replaced_by": parts.listed(
            ((row.id, f"{row.number}. {row.text}") for row in view.actions), empty=True
        ),
    }
    for name, choices in known.items():
        if name in form:
            form[name].choices = choices


def _receiving(view: ItemView) -> list[Any]:
    """The organisations to which a decision on the item may go; about persons, not to all."""
    bare, phase, on = view.item.without_persons, view.item.phase, now().date()
    return [body for body in view.bodies if bare or phase in phases_open(body.kind, on)]


def _categories(view: ItemView) -> list[SelectChoice]:
    """The kinds of data that the phase opens; without persons, only what is about nobody."""
    rows = categories_open(Phase(view.item.phase).number, now().date())
    bare = view.item.without_persons
    return [
        SelectChoice(row.code, row.name.in_(parts.tongue()))
        for row in rows
        if not (bare and row.personal)
    ]


def _powers(view: ItemView) -> Iterator[tuple[str, str]]:
    """The powers of the organisations at the table: their articles, and whose they are."""
    bodies = {seat.user.organisation for seat in view.item.seats}
    for body in sorted(bodies, key=lambda one: one.name.casefold()):
        for power in powers_of(body.kind, now().date()):
            yield power.basis, f"{body.name}: {power.name.in_(parts.tongue())}"


def _named(seat: Any) -> str:
    return f"{seat.user.name}, {seat.user.organisation.name}"


def _offered(row: Offer) -> str:
    kinds = {"document": gettext("Document"), "party": gettext("Party")}
    return f"{kinds[row.kind]}: {row.name}"


def _offer(form: Any, view: ItemView) -> None:
    """The subjects of the power map, with the one that was chosen."""
    form.offer()
    if not form.is_submitted():
        form.power_subject.data = view.item.subject


def _minutes(view: ItemView) -> MinutesForm:
    item = view.item
    form = MinutesForm(obj=item, formdata=None)
    form.decided_phase.data = item.decision_phase
    form.decided_power.data, form.held_until.data = item.decision_power, item.decision_until
    form.to.data = item.decision_to.code if item.decision_to else ""
    return form
