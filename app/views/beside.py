"""A document beside the form: what is read on a page is recorded with that page as its place."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.facts import TieForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.choices import offer_parties, offer_sources
from app.views.frames import framed
from app.views.learning import learnt
from app.views.refusals import refused, told
from bureau.errors import Invalid
from bureau.operations import documents, parties, sources, ties
from bureau.operations.documents import FileRead
from bureau.operations.sources import SourceView
from bureau.rules.vocabulary import TieKind
from reports import readable
from reports.picture import picture

bp = Blueprint("beside", __name__)
ONE = "/cases/<uuid:case_id>/documents/<uuid:document_id>"
WIDE = 1100
PICTURES = ("image/png", "image/jpeg")


@dataclass(frozen=True, slots=True)
class Paper:
    """One page of a document as it is shown beside the form."""

    id: UUID
    title: str
    media_type: str
    number: int
    pages: int
    text: str
    restricted: bool


@bp.get(f"{ONE}/beside")
@guard(Permission.NETWORK_READ, loads="case")
def read_beside(case_id: UUID, document_id: UUID) -> ResponseReturnValue:
    """The page and the form."""
    paper = _paper(case_id, document_id)
    form = TieForm(formdata=None, place=_place(paper), credibility="6")
    return _page(case_id, paper, form)


@bp.post(f"{ONE}/beside")
@guard(Permission.FACT_RECORD, loads="case")
def record_beside(case_id: UUID, document_id: UUID) -> ResponseReturnValue:
    """Record a tie that was read on this page, and stay on it."""
    form = TieForm()
    paper = _paper(case_id, document_id)
    _offer(case_id, paper, form)
    if form.validate_on_submit():
        with told(form), unit() as work:
            ties.record_tie(
                work,
                case_id,
                TieKind(form.kind.data),
                UUID(form.start.data),
                UUID(form.end.data),
                learnt=learnt(form),
                share=form.share.data or "",
                detail=form.detail.data or "",
            )
            flash(gettext("The tie is recorded with its place in the document."), "success")
            return redirect(
                url_for(".read_beside", case_id=case_id, document_id=document_id, page=paper.number)
            )
    return _page(case_id, paper, form), refused()


@bp.get(f"{ONE}/pages/<int:number>")
@guard(Permission.DOCUMENT_READ, loads="document")
def show_page(case_id: UUID, document_id: UUID, number: int) -> ResponseReturnValue:
    """One page of a PDF as a picture, drawn in a confined process."""
    with unit() as work:
        found = documents.read_document(work, case_id, document_id)
    if found.media_type != readable.PDF:
        raise Invalid(
            "Only a PDF has pages that can be shown as pictures.",
            where={"media_type": found.media_type},
            hint="Open the document itself.",
        )
    return Response(picture(found.content, number, WIDE), mimetype="image/png")


def _paper(case_id: UUID, document_id: UUID) -> Paper:
    with unit("reading a document beside the form") as work:
        found = documents.read_document(work, case_id, document_id)
    words = _words(found)
    number = min(max(1, request.args.get("page", 1, type=int)), max(1, len(words)))
    text = words[number - 1] if words else ""
    return Paper(
        found.id, found.title, found.media_type, number, len(words) or 1, text, found.restricted
    )


def _words(found: FileRead) -> tuple[str, ...]:
    if found.media_type == readable.PDF:
        return readable.pages(found.content)
    if found.media_type in PICTURES:
        return ()
    return (readable.words(found.content, found.media_type).text,)


def _place(paper: Paper) -> str:
    place = gettext("%(title)s, page %(page)s", title=paper.title[:150], page=paper.number)
    return place if paper.pages > 1 or paper.media_type == readable.PDF else paper.title[:150]


def _offer(case_id: UUID, paper: Paper, form: TieForm) -> tuple[SourceView, ...]:
    """Let the form choose the source that is this document, and the parties of the case.

    Where no source names the document, any may be chosen: the place tells the document. Not where
    it has named readers: who reads the place of another source would learn of it (Wet Bibob 28).
    """
    with unit() as work:
        every = sources.list_sources(work, case_id)
        known = parties.list_parties(work, case_id)
    own = tuple(row for row in every if row.document_id == paper.id)
    offer_sources(form, own if own or paper.restricted else every)
    for end in ("start", "end"):
        offer_parties(form, end, known)
    return own


def _page(case_id: UUID, paper: Paper, form: TieForm) -> str:
    own = _offer(case_id, paper, form)
    with unit() as work:
        return framed(
            work,
            case_id,
            "screening/beside.html",
            paper=paper,
            form=form,
            own=own,
            drawn=paper.media_type == readable.PDF,
            shown=paper.media_type in PICTURES,
        )
