"""What administrators do with organisations: add partner bodies, list them, give another name."""

import re
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotFound
from bureau.founding import FIRST_KIND
from bureau.model import Organisation
from bureau.operations._checks import one_of, said
from bureau.operations._houses import managed, manages
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.partners import PartnerKind, partners
from bureau.work import Work

CODE = re.compile(r"[a-z0-9][a-z0-9-]{1,39}")


def list_organisations(work: Work) -> list[Organisation]:
    """The own organisation first, then the partner bodies that its administrators added."""
    work.require(Permission.USER_MANAGE)
    own = work.actor.organisation_id
    work.record(EventKind.ORGANISATION_LISTED, f"organisation:{own}")
    rows = work.session.scalars(select(Organisation).where(managed(work)))
    return sorted(rows, key=lambda body: (body.id != own, body.name.casefold(), body.code))


def list_kinds(work: Work) -> tuple[PartnerKind, ...]:
    """The kinds of organisation that can be added: all of the law today but a municipality's own.

    Another municipality is a house of its own, with its own administrator.
    """
    work.require(Permission.USER_MANAGE)
    work.record(EventKind.ORGANISATION_LISTED, f"organisation:{work.actor.organisation_id}")
    return _kinds(work)


def read_law(work: Work) -> tuple[PartnerKind, ...]:
    """Every kind of organisation in force today, participants first: what each may give and get."""
    work.require(Permission.WORK_READ)
    work.record(EventKind.ORGANISATION_LISTED, "organisation:kinds")
    return tuple(sorted(partners().on(work.today), key=lambda row: not row.participant))


def read_organisation(work: Work, organisation_id: UUID) -> Organisation:
    """One organisation that the administrator manages."""
    work.require(Permission.USER_MANAGE)
    body = _body(work, organisation_id)
    work.record(EventKind.ORGANISATION_LISTED, body)
    return body


def add_organisation(work: Work, code: str, name: str, kind: str) -> Organisation:
    """A new partner body of the own house; `kind` is a code of the partner table (WGS 2.19).

    Raises Invalid for a code that is taken or not plain, and for a kind that is not listed.
    """
    work.require(Permission.USER_MANAGE)
    body = Organisation(
        code=_free(work, code),
        name=said(name, "name", 200),
        kind=one_of(kind, "kind", tuple(row.code for row in _kinds(work))),
        house_id=work.actor.organisation_id,
    )
    work.session.add(body)
    work.record(EventKind.ORGANISATION_ADDED, body, code=body.code, body_kind=body.kind)
    return body


def rename(work: Work, organisation_id: UUID, version: int, name: str) -> Organisation:
    """Another name for an organisation; code and kind stay as they are."""
    work.require(Permission.USER_MANAGE)
    body = _body(work, organisation_id)
    work.expect(body, version, {"name": name})
    body.name = said(name, "name", 200)
    work.record(EventKind.ORGANISATION_CHANGED, body)
    return body


def _kinds(work: Work) -> tuple[PartnerKind, ...]:
    return tuple(row for row in partners().on(work.today) if row.code != FIRST_KIND)


def _body(work: Work, organisation_id: UUID) -> Organisation:
    body = work.session.get(Organisation, organisation_id)
    if body is None or not manages(work, body):
        raise NotFound("There is nothing here that you may see.")
    return body


def _free(work: Work, code: str) -> str:
    if not CODE.fullmatch(code):
        raise Invalid(
            "{code} cannot be the code of an organisation.",
            where={"field": "code"},
            hint="Use 2 to 40 small letters, digits or dashes.",
            code=code[:40],
        )
    if work.session.scalar(select(Organisation.id).where(Organisation.code == code)):
        raise Invalid(
            "The code {code} is taken.",
            where={"field": "code"},
            hint="Choose another code.",
            code=code,
        )
    return code
