"""What people do with agreements of organisations: draw up, answer, offer, sign, end, renew."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Agreement, AgreementParty, Organisation
from bureau.operations import _agreements
from bureau.operations._agreement_view import AgreementView, draft, kept, readable, signs, view
from bureau.operations._checks import fitting, not_before, past, said
from bureau.operations._power_map import carry
from bureau.policy import Permission
from bureau.rules import agreements as law
from bureau.rules.events import EventKind
from bureau.work import Work

NAME, TITLE = 200, 200


def list_agreements(work: Work) -> tuple[AgreementView, ...]:
    """The agreements that the own organisation drew up or takes part in, the latest first."""
    work.require(Permission.WORK_READ)
    own = work.actor.organisation_id
    mine = select(AgreementParty.agreement_id).where(AgreementParty.organisation_id == own)
    query = select(Agreement).where(or_(Agreement.organisation_id == own, Agreement.id.in_(mine)))
    found = [row for row in work.session.scalars(query) if readable(work, row)]
    work.record(EventKind.AGREEMENT_LISTED, f"organisation:{own}", shown=len(found))
    ordered = sorted(found, key=lambda row: (row.begins_on, row.number), reverse=True)
    return tuple(view(work, row) for row in ordered)


def read_agreement(work: Work, agreement_id: UUID) -> AgreementView:
    """One agreement, for who drew it up and for those who are asked to sign it."""
    work.require(Permission.WORK_READ)
    row = work.session.get(Agreement, agreement_id)
    if row is None or not readable(work, row):
        raise NotFound("There is nothing here that you may see.")
    work.record(EventKind.AGREEMENT_LISTED, row)
    return view(work, row)


def read_draft(work: Work, agreement_id: UUID) -> AgreementView:
    """A draft of the own house, to answer its checklist."""
    row = kept(work, agreement_id)
    work.record(EventKind.AGREEMENT_LISTED, row)
    return view(work, draft(work, agreement_id, row.version))


def list_bodies(work: Work) -> tuple[Organisation, ...]:
    """The organisations that may be a party: partner bodies, and those of members of own cases."""
    work.require(Permission.AGREEMENT_KEEP)
    work.record(EventKind.AGREEMENT_LISTED, f"organisation:{work.actor.organisation_id}")
    return _agreements.bodies(work)


def draw_up(
    work: Work, title: str, begins_on: date, ends_on: date, bodies: Sequence[str]
) -> Agreement:
    """A first version between the own organisation and `bodies`, by their codes."""
    work.require(Permission.AGREEMENT_KEEP)
    row = Agreement(
        organisation_id=work.actor.organisation_id,
        title=said(title, "title", TITLE),
        number=1,
        answers={},
        begins_on=begins_on,
        ends_on=not_before(ends_on, "ends_on", begins_on),
        drawn_up_by_id=work.actor.id,
    )
    own = work.session.get_one(Organisation, work.actor.organisation_id)
    wanted = dict.fromkeys((own.code, *bodies))
    row.parties = [
        AgreementParty(organisation=_agreements.body(work, code)) for code in wanted if code
    ]
    work.session.add(row)
    work.record(EventKind.AGREEMENT_DRAWN_UP, row, bodies=len(row.parties))
    return row


def answer_checklist(
    work: Work, agreement_id: UUID, version: int, answers: Mapping[str, str]
) -> Agreement:
    """What was agreed, by item of the checklist; an empty text leaves the item open."""
    row = draft(work, agreement_id, version)
    known = law.checklist().codes()
    if strange := sorted(set(answers) - set(known)):
        raise Invalid(
            "{item} is no item of the checklist.",
            where={"field": "answers"},
            hint="Items: {names}.",
            item=strange[0][:40],
            names=", ".join(known),
        )
    given = {code: fitting(text, "answers", 4000) for code, text in answers.items()}
    row.answers = {code: text for code, text in {**row.answers, **given}.items() if text}
    work.record(EventKind.AGREEMENT_CHANGED, row, answered=len(row.answers))
    return row


def commit_party(
    work: Work, agreement_id: UUID, version: int, code: str, owner: str, commitments: str
) -> Agreement:
    """Who owns the co-operation at a party, and what it commits: hours, powers, data."""
    row = draft(work, agreement_id, version)
    party = next((one for one in row.parties if one.organisation.code == code), None)
    if party is None:
        party = AgreementParty(organisation=_agreements.body(work, code))
        row.parties.append(party)
    party.owner = said(owner, "owner", NAME)
    party.commitments = said(commitments, "commitments", 4000)
    work.record(EventKind.AGREEMENT_CHANGED, row, body=code)
    return row


def offer(work: Work, agreement_id: UUID, version: int) -> Agreement:
    """Offer an agreement for signature; from then on its words stand.

    Raises NotAllowed naming every item of the checklist that is open.
    """
    row = draft(work, agreement_id, version)
    law.insist_complete(row.answers, len(row.parties), work.today)
    row.offered_on = work.today
    work.record(EventKind.AGREEMENT_OFFERED, row, number=row.number)
    return row


def sign(
    work: Work, agreement_id: UUID, code: str, name: str, function: str, signed_on: date
) -> Agreement:
    """Record that a named person signed for an organisation, on which day and in which function.

    The coordinator of the house that drew it up records it, or somebody of that organisation.
    """
    row = read_agreement(work, agreement_id).agreement
    party = next((one for one in row.parties if one.organisation.code == code), None)
    if party is None or not signs(work, row, party):
        raise NotFound("There is nothing here that you may see.")
    if row.offered_on is None or party.signed_on is not None:
        raise NotAllowed(
            "There is nothing to sign for {organisation}.",
            where={"guard": "offered", "basis": law.BASIS},
            hint="An agreement is signed once per organisation, after it was offered.",
            organisation=party.organisation.name,
        )
    party.signed_on = past(work, signed_on, "signed_on", row.offered_on)
    party.signed_by = said(name, "signed_by", NAME)
    party.signed_as = said(function, "signed_as", NAME)
    party.recorded_by_id, party.recorded_at = work.actor.id, work.now
    work.record(EventKind.AGREEMENT_SIGNED, row, body=code)
    return row


def end(work: Work, agreement_id: UUID, version: int, ended_on: date, reason: str) -> Agreement:
    """The last day of an agreement, today or later; what was done until then stands."""
    row = kept(work, agreement_id)
    work.expect(row, version, {"ended_on": ended_on})
    row.ended_on = not_before(ended_on, "ended_on", work.today)
    row.ended_reason = said(reason, "reason", 1000)
    work.record(EventKind.AGREEMENT_ENDED, row, until=ended_on.isoformat(), reason=row.ended_reason)
    return row


def renew(
    work: Work, agreement_id: UUID, version: int, begins_on: date, ends_on: date
) -> Agreement:
    """The next version as a draft with the same words and parties; it has to be signed anew."""
    row = kept(work, agreement_id)
    work.expect(row, version, {})
    if row.offered_on is None or _agreements.next_of(work, row) is not None:
        raise NotAllowed(
            "There is a draft that can be changed; a next version follows what was offered.",
            where={"guard": "version"},
            hint="Change the draft, or renew the latest version.",
        )
    made = Agreement(
        organisation_id=row.organisation_id,
        title=row.title,
        number=row.number + 1,
        renews=row,
        answers=dict(row.answers),
        begins_on=begins_on,
        ends_on=not_before(ends_on, "ends_on", begins_on),
        drawn_up_by_id=work.actor.id,
    )
    made.parties = [_again(one) for one in row.parties]
    work.session.add(made)
    carry(work, row, made)
    work.record(EventKind.AGREEMENT_DRAWN_UP, made, number=made.number, bodies=len(made.parties))
    return made


def _again(party: AgreementParty) -> AgreementParty:
    """The same organisation in a next version, which it has to sign anew."""
    return AgreementParty(
        organisation=party.organisation,
        owner=party.owner,
        commitments=party.commitments,
        role=dict(party.role),
    )
