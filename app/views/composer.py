"""The page on which a dossier is composed: for whom, what goes in, and what stays behind why."""

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, gettext

from app.composing_words import GATES, KINDS
from app.context import language
from app.forms import redacting
from app.forms.composing import ComposeForm
from app.guard import Permission, guard
from app.places import settings
from app.queue import put
from app.unit import unit
from app.views.refusals import refused, told
from bureau.operations import jobs
from bureau.rules.vocabulary import Language
from reports import composing, issue
from reports.assembly.order import Selection
from reports.composing import Composing
from reports.values.ledger import Item, ItemKind

bp = Blueprint("composer", __name__)
PATH = "/cases/<uuid:case_id>/dossiers/compose"
SENT = "/cases/<uuid:case_id>/dossiers/<uuid:dossier_id>/sent"


@bp.get(PATH)
@guard(Permission.DOSSIER_PREPARE, loads="case")
def compose(case_id: UUID) -> ResponseReturnValue:
    """Item by item what a reader would get; from an earlier draft with what was chosen for it."""
    form = ComposeForm(formdata=None)
    earlier = request.args.get("from", type=UUID)
    chosen = Selection()
    if earlier:
        with unit() as work:
            kept, chosen = composing.read_selection(work, case_id, earlier)
            form.recipient.data, form.basis.data = kept.recipient, kept.basis
            form.language.data = kept.language.value
            form.picture.data = str(chosen.picture or "")
    reader = request.args.get("reader", chosen.reader)
    return _page(case_id, form, replace(chosen, reader=reader))


@bp.post(PATH)
@guard(Permission.DOSSIER_PREPARE, loads="case")
def preview(case_id: UUID) -> ResponseReturnValue:
    """Ask the worker for the pages as this reader would get them; nothing is sent yet."""
    form = ComposeForm()
    _offer(case_id, form)
    if not form.validate_on_submit():
        return _page(case_id, form, _draft(form)), 422
    with told(form):
        chosen, tongue = form.chosen(request.form), Language(form.language.data)
        with unit() as work:
            found = composing.open_composer(work, case_id, tongue, chosen)
            issue.insist_complete(work, case_id, found.reader.track, tongue, chosen)
            track = found.reader.track.value
        with unit() as work:
            wanted = {"recipient": form.recipient.data, "basis": form.basis.data}
            wanted |= {"language": tongue.value, "track": track}
            job = jobs.ask_preparation(work, case_id, {**wanted, "selection": chosen.plain()})
            job_id = job.id
        put(settings(), job_id)
        return redirect(url_for("jobs.show", job_id=job_id))
    return _page(case_id, form, _draft(form)), refused()


@bp.post(SENT)
@guard(Permission.DOSSIER_PREPARE, loads="case")
def send(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """Send the draft that was looked at for approval by somebody else."""
    with unit() as work:
        composing.send_dossier(work, case_id, dossier_id)
    flash(gettext("Sent. Somebody else reads it now and approves it, or sends it back."), "success")
    return redirect(url_for("dossiers.show", case_id=case_id, dossier_id=dossier_id))


def _draft(form: ComposeForm) -> Selection:
    """What was typed, kept on the page without being tried."""
    return replace(form.chosen(request.form), picture=None)


def _offer(case_id: UUID, form: ComposeForm) -> None:
    with unit() as work:
        found = composing.open_composer(work, case_id, Language(language()), Selection())
        form.offer((view.id, f"{view.name} ({view.number})") for view in found.views)


def _page(case_id: UUID, form: ComposeForm, chosen: Selection) -> str:
    with unit() as work:
        found = composing.open_composer(work, case_id, Language(language()), chosen)
        form.reader.data = found.reader.code
        form.offer((view.id, f"{view.name} ({view.number})") for view in found.views)
        return render_template(
            "dossiers/compose.html",
            case=found.case,
            found=found,
            form=form,
            groups=_groups(found),
            gates=[(gate, *GATES[gate.code]) for gate in found.gates],
            why=dict(chosen.left_out),
            words_out=redacting.rows(chosen.taken, areas=False),
            areas_out=redacting.rows(chosen.taken, areas=True),
        )


def _groups(found: Composing) -> list[tuple[str, LazyString, list[Item], int]]:
    """Kind, its name, its items with those that stay behind last, and how many go along."""
    groups: list[tuple[str, LazyString, list[Item], int]] = []
    for kind in ItemKind:
        items = found.ledger.of(kind)
        if items:
            ordered = sorted(items, key=lambda item: not item.goes)
            groups.append((kind.value, KINDS[kind], ordered, sum(i.goes for i in items)))
    return groups
