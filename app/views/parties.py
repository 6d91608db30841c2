"""Parties of a case: persons, companies, real estate, addresses, accounts, things."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms import parties as forms
from app.forms.parts import LearntForm
from app.forms.rights import correcting
from app.guard import Permission, guard
from app.unit import unit
from app.views import groups, traying
from app.views.choices import offer_sources
from app.views.frames import framed
from app.views.learning import learnt
from app.views.party_fields import fields, named, present
from app.views.refusals import refused, told
from bureau.errors import NotFound
from bureau.operations import frames, matches, parties, party_corrections, sources, ties
from bureau.rules.vocabulary import EntityKind
from bureau.work import Work

bp = Blueprint("parties", __name__)
_PAGES = ("page", "ties")
ALL = "/cases/<uuid:case_id>/parties"
ONE = f"{ALL}/<uuid:entity_id>"


@bp.get(ALL)
@guard(Permission.NETWORK_READ, loads="case")
def list_parties(case_id: UUID) -> ResponseReturnValue:
    """Everybody and everything in the case, and the ties between them."""
    wanted, asked = request.args.get("kind", ""), request.args.get("q", "")[:200]
    kind = EntityKind(wanted) if wanted in set(EntityKind) else None
    with unit() as work:
        known = parties.list_parties(work, case_id)
        some = groups.found(known, asked, kind) if kind or asked.strip() else None
        told = groups.grouped(known)
        listed = told.others if some is None else some
        return framed(
            work,
            case_id,
            "parties/list.html",
            known=known,
            groups=told,
            page_of=_paged(listed, "page", case_id),
            narrowed=some is not None,
            ties=_paged(ties.list_ties(work, case_id), "ties", case_id),
            kinds=list(EntityKind),
            kind=kind,
            asked=asked,
            named=parties.list_named(work, case_id),
        )


def _paged(rows: Sequence[Any], name: str, case_id: UUID) -> groups.Page:
    """The page of `rows` that the address asks for under `name`; the rest of it stays."""
    given = {key: value for key, value in request.args.items() if key in ("q", "kind", *_PAGES)}

    def address(at: int) -> str:
        asked: dict[str, Any] = {**given, name: at}
        return url_for(".list_parties", case_id=case_id, _anchor=name, **asked)

    return groups.paged(rows, request.args.get(name, 1, type=int), address)


@bp.get(ONE)
@guard(Permission.NETWORK_READ, loads="case")
def show_party(case_id: UUID, entity_id: UUID) -> ResponseReturnValue:
    """One party: each fact with its source and grade."""
    with unit() as work:
        return _page(work, case_id, entity_id)


@bp.route(f"{ALL}/new/<kind>", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def add_party(case_id: UUID, kind: str) -> ResponseReturnValue:
    """Record a party with its source."""
    if kind not in set(EntityKind):
        raise NotFound("There is nothing here that you may see.")
    wanted = EntityKind(kind)
    form = forms.NEW[wanted](data=named(wanted, request.args))
    with unit() as work:
        offer_sources(form, sources.list_sources(work, case_id))
    if form.validate_on_submit():
        with told(form), unit() as work:
            if traying.asked():
                return traying.put(work, case_id, wanted, form, _said(wanted, form))
            kept = _record(work, case_id, wanted, form)
            flash(gettext("The party is recorded."), "success")
            return redirect(url_for(".show_party", case_id=case_id, entity_id=kept.id))
    with unit() as work:
        page = framed(work, case_id, "parties/add.html", form=form, kind=wanted)
    return (page, refused()) if form.is_submitted() else page


@bp.route(f"{ONE}/change", methods=["GET", "POST"])
@guard(Permission.FACT_RECORD, loads="case")
def change_party(case_id: UUID, entity_id: UUID) -> ResponseReturnValue:
    """Correct what is recorded about a party; what was used already is followed to its uses."""
    with unit() as work:
        party = parties.read_party(work, case_id, entity_id)
        used = party_corrections.is_used(work, case_id, entity_id)
    shape = correcting(party.kind) if used else forms.changing(party.kind)
    form = shape(data=present(party))
    if form.validate_on_submit():
        version, given = int(form["version"].data), fields(form)
        with told(form), unit() as work:
            if used:
                why = form["reason"].data
                party_corrections.correct_party(work, case_id, entity_id, version, given, why)
                return _corrected(case_id)
            parties.change_party(work, case_id, entity_id, version, given)
            return _stored(case_id, entity_id)
    with unit() as work:
        page = framed(work, case_id, "parties/change.html", form=form, party=party, used=used)
    return (page, refused()) if form.is_submitted() else page


@bp.post(f"{ONE}/identifiers")
@guard(Permission.FACT_RECORD, loads="case")
def add_identifier(case_id: UUID, entity_id: UUID) -> ResponseReturnValue:
    """Record a number of a register."""
    form = forms.IdentifierForm()
    with unit() as work:
        offer_sources(form, sources.list_sources(work, case_id))
    if form.validate_on_submit():
        with told(form), unit() as work:
            parties.add_identifier(
                work, case_id, entity_id, form.scheme.data, form.value.data, learnt=learnt(form)
            )
            return _stored(case_id, entity_id)
    with unit() as work:
        return _page(work, case_id, entity_id, identifier=form), refused()


@bp.post(f"{ONE}/roles")
@guard(Permission.FACT_RECORD, loads="case")
def assign_role(case_id: UUID, entity_id: UUID) -> ResponseReturnValue:
    """Say which position a party has towards the person concerned."""
    form = forms.RoleForm()
    with unit() as work:
        form.offer(frames.read_frame(work, case_id).kind)
        offer_sources(form, sources.list_sources(work, case_id))
    if form.validate_on_submit():
        with told(form), unit() as work:
            parties.assign_role(
                work,
                case_id,
                entity_id,
                form.role.data,
                learnt=learnt(form),
                direct=form.direct.data,
                remark=form.remark.data or "",
            )
            return _stored(case_id, entity_id)
    with unit() as work:
        return _page(work, case_id, entity_id, role=form), refused()


def _page(work: Work, case_id: UUID, entity_id: UUID, **given: LearntForm) -> str:
    known = sources.list_sources(work, case_id)
    party = parties.read_party(work, case_id, entity_id)
    identifier = given.get("identifier") or forms.IdentifierForm(formdata=None)
    role = given.get("role") or forms.RoleForm(formdata=None)
    role.offer(party.case_kind)
    for form in (identifier, role):
        offer_sources(form, known)
    return framed(
        work,
        case_id,
        "parties/show.html",
        party=party,
        pairs=matches.list_judged(work, case_id, entity_id),
        identifier_form=identifier,
        role_form=role,
    )


def _stored(case_id: UUID, entity_id: UUID) -> ResponseReturnValue:
    flash(gettext("Stored."), "success")
    return redirect(url_for(".show_party", case_id=case_id, entity_id=entity_id))


def _corrected(case_id: UUID) -> ResponseReturnValue:
    flash(gettext("Corrected. Follow up each place where the old value stood."), "success")
    return redirect(url_for("corrections.list_corrections", case_id=case_id))


def _said(kind: EntityKind, form: LearntForm) -> dict[str, Any]:
    """What the form says, as the operation that records such a party takes it."""
    given = fields(form)
    if "label" in given:
        given["name"] = given.pop("label")
    return {**given, "kvk": form["kvk"].data or ""} if kind is EntityKind.COMPANY else given


def _record(work: Work, case_id: UUID, kind: EntityKind, form: LearntForm) -> Any:
    source, given = learnt(form), _said(kind, form)
    match kind:
        case EntityKind.PERSON:
            return parties.record_person(work, case_id, source, **given)
        case EntityKind.COMPANY:
            return parties.record_company(work, case_id, source, **given)
        case EntityKind.PROPERTY:
            return parties.record_property(work, case_id, source, **given)
        case EntityKind.ADDRESS:
            return parties.record_address(work, case_id, source, **given)
        case EntityKind.ACCOUNT:
            return parties.record_account(work, case_id, source, **given)
        case _:
            return parties.record_thing(work, case_id, source, kind, **given)
