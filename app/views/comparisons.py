"""Two versions of a dossier beside each other, on a page and as a printed sheet."""

from uuid import UUID

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.answers import file_of
from app.context import language
from app.guard import Permission, guard
from app.unit import unit
from bureau.rules.vocabulary import Language
from reports import versions
from reports.sheet import printed
from reports.wording import texts

bp = Blueprint("comparisons", __name__)
PATH = "/cases/<uuid:case_id>/dossiers/<uuid:dossier_id>/compared"


@bp.get(PATH)
@guard(Permission.DOSSIER_READ, loads="case")
def compare(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """What was added, taken out and changed, item by item."""
    tongue = Language(language())
    with unit() as work:
        found = versions.compare_dossiers(work, case_id, dossier_id, _other())
        sections = dict.fromkeys(one.section for one in found.differences)
        groups = [
            (versions.title(name, tongue), [d for d in found.differences if d.section == name])
            for name in sections
        ]
        named = texts(tongue)
        return render_template(
            "dossiers/compared.html",
            case=found.new.case,
            found=found,
            groups=groups,
            field=lambda name: versions.field(name, named),
            said=lambda text: versions.said(text, named),
            redrawn=lambda name: named("compared.redrawn") if name in versions.UNTOLD else "",
            value=lambda name, text: versions.value(name, text, named),
        )


@bp.get(f"{PATH}/file")
@guard(Permission.DOSSIER_READ, loads="case")
def compared_file(case_id: UUID, dossier_id: UUID) -> ResponseReturnValue:
    """The comparison as a sheet to print and to send along."""
    with unit() as work:
        found = versions.compare_dossiers(work, case_id, dossier_id, _other(), handed_out=True)
        page = versions.sheet(found, found.new.language)
    paper = printed(page)
    return file_of(paper.pdf, "application/pdf", paper.name)


def _other() -> UUID | None:
    return request.args.get("with", type=UUID)
