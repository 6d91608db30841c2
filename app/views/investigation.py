"""The own investigation: the log of consulted registers."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.investigation import ConsultForm
from app.forms.parts import chosen
from app.guard import Permission, guard
from app.unit import unit
from app.views.choices import offer_documents, offer_parties
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import case_files, documents, investigations, parties
from bureau.rules.sources import sources
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

bp = Blueprint("investigation", __name__)
PATH = "/cases/<uuid:case_id>/investigation"
WHO = (EntityKind.PERSON, EntityKind.COMPANY)


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def show_log(case_id: UUID) -> ResponseReturnValue:
    """Every register that was consulted: by whom, about whom, on which basis, with what result."""
    with unit() as work:
        return _page(work, case_id)


@bp.route(f"{PATH}/consult", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def consult(case_id: UUID) -> ResponseReturnValue:
    """Record that a register was consulted."""
    form = ConsultForm()
    with unit() as work:
        offer_parties(form, "subject", parties.list_parties(work, case_id), WHO)
        offer_documents(form, documents.list_documents(work, case_id))
    if form.validate_on_submit():
        with told(form), unit(form.question.data) as work:
            investigations.consult(
                work,
                case_id,
                form.register.data,
                UUID(form.subject.data),
                form.question.data,
                form.result.data,
                subject_role=form.subject_role.data or "",
                basis=form.basis.data or "",
                on=form.on.data,
                document_id=chosen(form.document.data),
            )
            flash(gettext("The look-up is in the log, and its answer is a source."), "success")
            return redirect(url_for(".show_log", case_id=case_id))
    with unit() as work:
        known = sources().on(work.today)
        page = framed(work, case_id, "screening/consult.html", form=form, registers=known)
    return (page, refused()) if form.is_submitted() else page


@bp.post(f"{PATH}/close-light")
@guard(Permission.SCREENING_SIGN, loads="case")
def close_light_check(case_id: UUID) -> ResponseReturnValue:
    """The second reader agrees that the light check can be closed."""
    with unit() as work:
        investigations.close_light_check(work, case_id)
    flash(gettext("The light check is closed by the second reader."), "success")
    return redirect(url_for(".show_log", case_id=case_id))


def _page(work: Work, case_id: UUID) -> str:
    return framed(
        work,
        case_id,
        "screening/investigation.html",
        file=case_files.read_case(work, case_id),
        registers={row.code: row for row in sources().on(work.today)},
    )
