"""The tray of a case: what waits to be graded, and whether it becomes a fact."""

from collections import Counter
from functools import partial
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from app.forms.row_mappings import field_label, makes_word
from app.forms.tray import GradeForm, LeaveOutForm, SeveralForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.frames import framed
from app.views.refusals import refused, told
from app.words import word
from bureau.operations import parties, trays
from bureau.rules.money import Money
from bureau.rules.vocabulary import Credibility, Reliability
from bureau.work import Work

bp = Blueprint("tray", __name__)
PATH = "/cases/<uuid:case_id>/tray"
ONE = f"{PATH}/<uuid:tray_id>"
PAGE = 100
_APART = ("parties", "fields", "numbers", "kind", "from", "to", "name", "currency", "handling")


@bp.get(PATH)
@guard(Permission.NETWORK_READ, loads="case")
def list_items(case_id: UUID) -> ResponseReturnValue:
    """What waits, oldest first, and what was settled; `tick` names a source to be ticked."""
    with unit() as work:
        return _list(work, case_id, SeveralForm(formdata=None))


@bp.post(PATH)
@guard(Permission.FACT_RECORD, loads="case")
def settle_items(case_id: UUID) -> ResponseReturnValue:
    """Accept the ticked rows with one grade and reason, or leave them out for a reason."""
    form = SeveralForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            flash(_settled(work, case_id, form), "success")
            return redirect(url_for(".list_items", case_id=case_id))
    with unit() as work:
        return _list(work, case_id, form), refused()


def _settled(work: Work, case_id: UUID, form: SeveralForm) -> str:
    ids, reason = form.ticked.data or [], form.reason.data
    if request.form.get("do") == "leave":
        trays.reject_items(work, case_id, ids, reason)
        text = ngettext(
            "%(num)s is left out of the file.", "%(num)s are left out of the file.", len(ids)
        )
        return str(text)
    grade = Reliability(form.reliability.data), Credibility(form.credibility.data)
    trays.accept_items(work, case_id, ids, *grade, reason)
    text = ngettext(
        "%(num)s is graded, and a fact of the case now.",
        "%(num)s are graded, and facts of the case now.",
        len(ids),
    )
    return str(text)


def _list(work: Work, case_id: UUID, form: SeveralForm) -> str:
    number = max(1, request.args.get("page", 1, type=int))
    source = request.args.get("tick", type=UUID)
    rows = trays.list_tray(work, case_id)
    waiting = [row for row in rows if row.state == trays.WAITING]
    settled = [row for row in rows if row.state != trays.WAITING]
    shown = waiting[(number - 1) * PAGE : number * PAGE]
    ticked = set(form.ticked.data or ()) | {row.id for row in shown if row.source.id == source}
    sources = {row.source.id: row.source for row in shown}
    counts = Counter(row.source.id for row in shown)
    return framed(
        work,
        case_id,
        "tray/list.html",
        waiting=shown,
        settled=settled[:PAGE],
        older=len(settled) > PAGE,
        makes=makes_word,
        form=form,
        ticked=ticked,
        number=number,
        sources=[(sources[key], count) for key, count in counts.items()],
        pages=_pages(case_id, number, len(waiting)),
    )


def _pages(case_id: UUID, number: int, total: int) -> dict[str, Any] | None:
    def address(page: int) -> str:
        return url_for(".list_items", case_id=case_id, page=page)

    if total <= PAGE:
        return None
    return {
        "first": (number - 1) * PAGE + 1,
        "last": min(number * PAGE, total),
        "total": total,
        "previous_url": address(number - 1) if number > 1 else "",
        "next_url": address(number + 1) if number * PAGE < total else "",
    }


@bp.get(ONE)
@guard(Permission.NETWORK_READ, loads="case")
def show_item(case_id: UUID, tray_id: UUID) -> ResponseReturnValue:
    """One thing in the tray, with all that it says."""
    with unit() as work:
        return _page(work, case_id, tray_id)


@bp.post(f"{ONE}/accept")
@guard(Permission.FACT_RECORD, loads="case")
def accept_item(case_id: UUID, tray_id: UUID) -> ResponseReturnValue:
    """Grade it on both axes: then it is a fact."""
    form = GradeForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            trays.accept_item(
                work,
                case_id,
                tray_id,
                Reliability(form.reliability.data),
                Credibility(form.credibility.data),
                form.reason.data,
            )
            flash(gettext("It is graded, and a fact of the case now."), "success")
            return redirect(url_for(".list_items", case_id=case_id))
    with unit() as work:
        return _page(work, case_id, tray_id, grade=form), refused()


@bp.post(f"{ONE}/reject")
@guard(Permission.FACT_RECORD, loads="case")
def reject_item(case_id: UUID, tray_id: UUID) -> ResponseReturnValue:
    """Leave it out of the file, for a reason."""
    form = LeaveOutForm()
    if form.validate_on_submit():
        with told(form), unit() as work:
            trays.reject_item(work, case_id, tray_id, form.reason.data)
            flash(gettext("It is left out of the file."), "success")
            return redirect(url_for(".list_items", case_id=case_id))
    with unit() as work:
        return _page(work, case_id, tray_id, leave=form), refused()


def _page(
    work: Work,
    case_id: UUID,
    tray_id: UUID,
    grade: GradeForm | None = None,
    leave: LeaveOutForm | None = None,
) -> str:
    item = trays.read_tray_item(work, case_id, tray_id)
    names = {str(row.id): row.label for row in parties.list_parties(work, case_id)}
    return framed(
        work,
        case_id,
        "tray/show.html",
        item=item,
        kind=makes_word(item.makes),
        says=_says(item, names),
        waiting=item.state == trays.WAITING,
        grade=grade or GradeForm(formdata=None, data={"reliability": item.reliability.value}),
        leave=leave or LeaveOutForm(formdata=None),
    )


def _says(item: trays.TrayView, names: dict[str, str]) -> list[tuple[str, str]]:
    """Each thing that it says, in words and plain values."""
    given: dict[str, Any] = dict(item.said)
    label = partial(field_label, item.makes)
    if item.row:
        return [(label(name), _cell(name, text)) for name, text in given.items()]
    told_ = [(name, value) for name, value in given.items() if name not in _APART]
    told_ += given.get("fields", {}).items()
    who = {name: given[name] for name in ("from", "to") if name in given}
    told_ += [
        (role, names.get(each, "?")) for role, each in {**who, **given.get("parties", {})}.items()
    ]
    told_ += [("kind", str(given["kind"]))] if "kind" in given else []
    told_ += [(scheme, _masked(scheme, value)) for scheme, value in given.get("numbers", [])]
    return [(label(name), _plain(name, value)) for name, value in told_ if value]


def _masked(scheme: str, value: str) -> str:
    return str(trays.mask_bsn(value)) if scheme == "bsn" else value


def _cell(name: str, text: str) -> str:
    """What a row of a file says in one column."""
    return str(word(f"tie_{text.lower()}")) if name == "kind" else _masked(name, text)


def _plain(name: str, value: Any) -> str:
    if value is True:
        return str(gettext("yes"))
    if name == "valuation_minor":
        return Money(int(value)).text()
    if name == "kind":
        return str(word(f"tie_{value}"))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
