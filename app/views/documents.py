"""Documents and sources of a case; what one may not read is not even counted."""

from uuid import UUID

from flask import Blueprint, Response, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.http import dump_options_header

from app.forms.documents import DocumentForm, ReaderForm, SourceForm
from app.forms.parts import chosen, listed
from app.guard import Permission, guard
from app.unit import unit
from app.views.choices import kind_of, offer_documents, offer_owners
from app.views.frames import framed
from app.views.refusals import refused, told
from bureau.operations import documents, frames, sources
from bureau.operations.sources import Whose
from bureau.rules.categories import data_categories
from bureau.rules.vocabulary import Reliability
from bureau.work import Work

bp = Blueprint("documents", __name__)
CASE = "/cases/<uuid:case_id>"
ONE = f"{CASE}/documents/<uuid:document_id>"
SHOWN = ("application/pdf", "image/png", "image/jpeg", "text/plain")


@bp.get(f"{CASE}/documents")
@guard(Permission.NETWORK_READ, loads="case")
def list_documents(case_id: UUID) -> ResponseReturnValue:
    """The documents that the reader may see, and every source."""
    with unit() as work:
        return _page(work, case_id)


@bp.post(f"{CASE}/documents")
@guard(Permission.DOCUMENT_ADD, loads="case")
def add_document(case_id: UUID) -> ResponseReturnValue:
    """Keep a file."""
    form = DocumentForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            documents.add_document(
                work,
                case_id,
                form.file.data.filename or "",
                form.file.data.read(),
                title=form.title.data,
                kind=form.kind.data,
                restricted=form.restricted.data,
                whose=Whose(form.owner.data or "", form.category.data or ""),
            )
            flash(gettext("The document is kept."), "success")
            return redirect(url_for(".list_documents", case_id=case_id))
    with unit() as work:
        return _page(work, case_id, form), refused()


@bp.get(ONE)
@guard(Permission.DOCUMENT_READ, loads="document")
def read_document(case_id: UUID, document_id: UUID) -> ResponseReturnValue:
    """The bytes of a document; never run by the browser."""
    with unit() as work:
        found = documents.read_document(work, case_id, document_id, handed_out=True)
    safe = found.media_type in SHOWN
    response = Response(
        found.content, mimetype=found.media_type if safe else "application/octet-stream"
    )
    disposition = "inline" if safe else "attachment"
    response.headers["Content-Disposition"] = dump_options_header(
        disposition, {"filename": found.filename}
    )
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@bp.route(f"{ONE}/readers", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_ADD, loads="document")
def share_document(case_id: UUID, document_id: UUID) -> ResponseReturnValue:
    """Name one more reader of a restricted document."""
    form = ReaderForm()
    with unit() as work:
        form.reader.choices = listed(frames.read_frame(work, case_id).members)
    if form.validate_on_submit():
        with told(form), unit() as work:
            documents.share_document(
                work, case_id, document_id, UUID(form.reader.data), form.reason.data
            )
            flash(gettext("This person may read it from now on."), "success")
            return redirect(url_for(".list_documents", case_id=case_id))
    with unit() as work:
        page = framed(
            work, case_id, "screening/share_document.html", form=form, document_id=document_id
        )
    return (page, refused()) if form.is_submitted() else page


@bp.route(f"{CASE}/sources/new", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def add_source(case_id: UUID) -> ResponseReturnValue:
    """Record where something was learnt."""
    form = SourceForm()
    with unit() as work:
        offer_documents(form, documents.list_documents(work, case_id))
        offer_owners(form, sources.list_owners(work, case_id))
    if form.validate_on_submit():
        with told(form), unit() as work:
            sources.add_source(
                work,
                case_id,
                title=form.title.data,
                kind=form.kind.data,
                origin=form.origin.data,
                obtained_on=form.obtained_on.data,
                obtained_how=form.obtained_how.data,
                basis=form.basis.data,
                reliability=Reliability(form.reliability.data),
                document_id=chosen(form.document.data),
                whose=Whose(form.owner.data or "", form.category.data or ""),
            )
            flash(gettext("The source is added; facts can now rest on it."), "success")
            return redirect(url_for(".list_documents", case_id=case_id))
    with unit() as work:
        page = framed(work, case_id, "screening/source.html", form=form)
    return (page, refused()) if form.is_submitted() else page


def _page(work: Work, case_id: UUID, form: DocumentForm | None = None) -> str:
    form = form or DocumentForm(formdata=None)
    offer_owners(form, sources.list_owners(work, case_id))
    return framed(
        work,
        case_id,
        "screening/documents.html",
        kind_of=kind_of,
        categories={row.code: row.name for row in data_categories()},
        documents=documents.list_documents(work, case_id),
        sources=sources.list_sources(work, case_id),
        form=form,
    )
