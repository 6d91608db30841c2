"""The statement of an account or a party: each payment with its balance, a lead marked in it."""

from uuid import UUID

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from wtforms.fields import SelectChoice

from app.forms.explorer import StatementForm
from app.forms.parts import NOTHING, listed
from app.guard import Permission, guard
from app.unit import unit
from app.views import drawings
from app.views.frames import framed
from bureau.operations import parties, statements
from bureau.operations.statements import PAGE, StatementSheet
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

bp = Blueprint("statements", __name__)
PATH = "/cases/<uuid:case_id>/network/statement"
HOLDERS = (EntityKind.PERSON, EntityKind.COMPANY, EntityKind.ACCOUNT)


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def show(case_id: UUID) -> ResponseReturnValue:
    """One page of a statement; without a party only the choice of one."""
    form = StatementForm(request.args)
    with unit() as work:
        return _page(work, case_id, form)


def _page(work: Work, case_id: UUID, form: StatementForm) -> str:
    known = parties.list_parties(work, case_id)
    holders = [(row.id, row.label) for row in known if row.kind in HOLDERS]
    form.party.choices = listed(holders, empty=True)
    form.lead.choices = [NOTHING]
    asked = drawings.party(form.party.data)
    found = None
    if asked:
        found = statements.read_statement(
            work,
            case_id,
            asked,
            lead_id=drawings.party(form.lead.data),
            page=max(0, request.args.get("page", 0, type=int)),
        )
        form.lead.choices += [
            SelectChoice(str(line.id), f"{line.number} \N{MIDDLE DOT} {line.pattern} ({count})")
            for line, count in found.leads
        ]
    values = {"form": form, "found": found, "pages": _way(found, case_id) if found else None}
    return framed(work, case_id, "network/statement.html", **values)


def _way(found: StatementSheet, case_id: UUID) -> dict[str, object] | None:
    if found.pages == 1:
        return None
    first = (found.page - 1) * PAGE + 1
    lead = found.lead_id

    def address(page: int) -> str:
        return url_for(".show", case_id=case_id, party=found.party_id, lead=lead, page=page)

    return {
        "first": first,
        "last": first + len(found.rows) - 1,
        "total": found.total,
        "previous_url": address(found.page - 1) if found.page > 1 else "",
        "next_url": address(found.page + 1) if found.page < found.pages else "",
    }
