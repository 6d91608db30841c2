"""The ordinary grounds: a list for the kind of decision, answered before danger is assessed."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.ordinary import GroundForm, GroundsForm
from app.forms.parts import chosen, tongue
from app.guard import Permission, guard
from app.unit import unit
from app.views.choices import offer_sources
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import ordinary, sources
from bureau.operations.ordinary import GroundAnswer, GroundLine
from bureau.operations.sources import SourceView
from bureau.rules.ordinary_grounds import OrdinaryRow, rests
from bureau.work import Work

bp = Blueprint("ordinary", __name__)
PATH = "/cases/<uuid:case_id>/ordinary-grounds"


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def show_grounds(case_id: UUID) -> ResponseReturnValue:
    """Every ordinary ground of this decision, and how it stands."""
    with unit() as work:
        return _page(work, case_id, GroundsForm(formdata=None))


@bp.post(PATH)
@guard(Permission.CASE_EDIT, loads="case")
def check_grounds(case_id: UUID) -> ResponseReturnValue:
    """Store the answers that changed."""
    form = GroundsForm()
    with unit() as work:
        lines = ordinary.read_grounds(work, case_id).ordinary
        known = sources.list_sources(work, case_id)
        rows = _rows(lines, known)
        unseen = _unseen(lines, known)
        kept = {line.row.code: line.answer.standing for line in lines if line.answer}
        changed = [line.row for line in lines if _changes(rows[line.row.code], kept)]
    fits = [row.validate() for row in rows.values()]
    valid = form.validate_on_submit()
    _tell_bare(form, changed, rows, unseen)
    if valid and all(fits) and not form.form_errors:
        with told(form), unit() as work:
            given = {code: _answer(row, unseen.get(code)) for code, row in rows.items()}
            ordinary.check_grounds(work, case_id, given)
            flash(gettext("Stored."), "success")
            return redirect(url_for(".show_grounds", case_id=case_id))
    with unit() as work:
        return _page(work, case_id, form, rows), refused()


def _tell_bare(
    form: GroundsForm,
    changed: Iterable[OrdinaryRow],
    rows: Mapping[str, GroundForm],
    unseen: Mapping[str, UUID],
) -> None:
    """Say of every answer that changed and rests on nothing what it lacks, all at once."""
    lacking = gettext("A ground that is met needs a source and a remark; not met, either of them.")
    for ground in changed:
        row = rows[ground.code]
        remark, source = (row.remark.data or "").strip(), row.source.data or ground.code in unseen
        if not rests(row.standing.data or "", remark=bool(remark), source=bool(source)):
            row.remark.errors = [*row.remark.errors, lacking]
            form.form_errors.append(f"{ground.name.in_(tongue())}: {lacking}")


def _unseen(lines: Iterable[GroundLine], known: Iterable[SourceView]) -> Mapping[str, UUID]:
    """The sources that the reader may not see, by ground; they go on carrying the answer."""
    seen = {row.id for row in known}
    carrying = {line.row.code: line.answer.source_id for line in lines if line.answer}
    return {code: source for code, source in carrying.items() if source and source not in seen}


def _answer(row: GroundForm, unseen: UUID | None) -> GroundAnswer:
    text = row.version.data or ""
    return GroundAnswer(
        standing=row.standing.data,
        remark=row.remark.data or "",
        source_id=chosen(row.source.data) or unseen,
        version=int(text) if text.isdecimal() else None,
    )


def _changes(row: GroundForm, kept: Mapping[str, str]) -> bool:
    """Whether a ground now stands otherwise than what was stored."""
    return bool(row.standing.data != kept.get(row.standing.name.partition("-standing")[0]))


def _rows(lines: Iterable[GroundLine], known: Sequence[SourceView]) -> Mapping[str, GroundForm]:
    """A form for each ground, filled with what was sent or else with what is kept."""
    rows = {}
    for line in lines:
        kept = line.answer
        row = GroundForm(
            formdata=request.form or None,
            prefix=line.row.code,
            data={
                "standing": line.standing.value,
                "remark": kept.remark if kept else "",
                "source": str(kept.source_id or "") if kept else "",
                "version": str(kept.version) if kept else "",
            },
        )
        offer_sources(row, known, empty=True)
        rows[line.row.code] = row
    return rows


def _page(
    work: Work,
    case_id: UUID,
    form: GroundsForm,
    rows: Mapping[str, GroundForm] | None = None,
) -> str:
    file = ordinary.read_grounds(work, case_id)
    known = sources.list_sources(work, case_id)
    return framed(
        work,
        case_id,
        "screening/ordinary.html",
        file=file,
        rows=rows or _rows(file.ordinary, known),
        unseen=_unseen(file.ordinary, known),
        form=form,
    )
