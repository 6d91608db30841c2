"""What people do with role cards: list, write and confirm them, and hold actions against them."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from bureau.errors import Changed, Invalid, NotAllowed, NotFound
from bureau.model import Case, Organisation, RoleCard, RoleCardVersion
from bureau.operations._agreed import insist_joint
from bureau.operations._checks import not_before, said
from bureau.operations._meeting_texts import insist_unnamed
from bureau.operations._role_cards import (
    TEXT,
    CardStart,
    CardWords,
    bringing,
    cards_of,
    involved,
    shown,
    start,
)
from bureau.policy import Permission
from bureau.rules import powers
from bureau.rules.events import EventKind
from bureau.rules.role_cards import insist_brought
from bureau.work import Work

__all__ = ["CardLine", "CardStart", "CardWords"]
OWNER, REASON = 200, 500


@dataclass(frozen=True, slots=True)
class CardLine:
    """An organisation that takes part in a case and its card, none where it is missing."""

    organisation: Organisation
    card: RoleCard | None
    may_write: bool
    may_confirm: bool


def list_cards(work: Work, case_id: UUID) -> tuple[CardLine, ...]:
    """Every organisation that takes part in a case, with its card or without.

    Who is no participant finds its own only.
    """
    case = work.case(case_id, Permission.PLAN_READ)
    cards = cards_of(work, case)
    lines = tuple(_line(work, case, body, cards.get(body.id)) for body in shown(work, case))
    work.record(EventKind.CARD_LISTED, case, missing=sum(not line.card for line in lines))
    return lines


def read_card(work: Work, case_id: UUID, role_card_id: UUID) -> CardLine:
    """One card with all its versions."""
    case = work.case(case_id, Permission.PLAN_READ)
    card = work.within(RoleCard, role_card_id, case)
    if card.organisation not in shown(work, case):
        raise NotFound("There is nothing here that you may see.")
    work.record(EventKind.CARD_LISTED, card, number=card.number)
    return _line(work, case, card.organisation, card)


def begin_card(work: Work, case_id: UUID, organisation_id: UUID) -> CardStart:
    """With what the next version of a card begins, for who may write it."""
    case = work.case(case_id, Permission.PLAN_SIGN)
    body = _writable(work, case, organisation_id)
    work.record(EventKind.CARD_LISTED, case, body=body.code)
    return start(work, case, body)


def write_card(
    work: Work, case_id: UUID, organisation_id: UUID, number: int, words: CardWords, reason: str
) -> RoleCard:
    """A version of the card of an organisation: by a coordinator, or by its own people.

    `number` is the version that was on the screen, 0 for none. What was confirmed before stays
    with the version it was said of; the new one is to be confirmed anew. Raises NotAllowed for
    data that the phase, the regime or the agreements do not admit.
    """
    case = work.case(case_id, Permission.PLAN_SIGN)
    body = _writable(work, case, organisation_id)
    card = cards_of(work, case).get(body.id)
    if card is None:
        card = RoleCard(case_id=case.id, organisation=body, at=work.now)
        work.session.add(card)
    _insist_newest(card, number)
    insist_unnamed(work, case, "task", words.owner, words.task, words.not_done, reason)
    row = _version(work, case, body, words)
    row.number, row.reason = number + 1, said(reason, "reason", REASON) if number else ""
    card.versions.append(row)
    work.record(EventKind.CARD_WRITTEN, card, number=row.number, body=body.code, reason=row.reason)
    return card


def confirm_card(work: Work, case_id: UUID, role_card_id: UUID, number: int) -> RoleCard:
    """Somebody of the organisation itself confirms exactly the version that was read.

    Raises Changed when a newer version stands there, NotAllowed for people of another body.
    """
    case = work.case(case_id, Permission.PLAN_SIGN)
    card = work.within(RoleCard, role_card_id, case)
    if card.organisation_id != work.actor.organisation_id:
        raise NotAllowed(
            "Only {organisation} itself confirms what it does and under which power ({basis}).",
            where={"guard": "own card", "basis": powers.BASIS},
            hint="Ask its people in this case to read the card and confirm it on this page.",
            organisation=card.organisation.name,
            basis=powers.BASIS,
        )
    _insist_newest(card, number)
    if card.confirmed:
        raise NotAllowed(
            "This version is confirmed already.",
            where={"guard": "confirmed"},
            hint="Write a new version where something is to change; it is confirmed anew.",
        )
    card.newest.confirmed_by_id, card.newest.confirmed_at = work.actor.id, work.now
    work.record(EventKind.CARD_CONFIRMED, card, number=number)
    return card


def _line(work: Work, case: Case, body: Organisation, card: RoleCard | None) -> CardLine:
    own = body.id == work.actor.organisation_id and work.may(Permission.PLAN_SIGN, case)
    open_version = card is not None and not card.confirmed
    return CardLine(
        organisation=body,
        card=card,
        may_write=own or work.may(Permission.PLAN_EDIT, case),
        may_confirm=own and open_version,
    )


def _writable(work: Work, case: Case, organisation_id: UUID) -> Organisation:
    """The organisation, for a coordinator or for its own people."""
    if organisation_id != work.actor.organisation_id:
        work.require(Permission.PLAN_EDIT, case)
    return involved(case, organisation_id)


def _version(work: Work, case: Case, body: Organisation, words: CardWords) -> RoleCardVersion:
    asked = bringing(work, case, body)
    powers.insist_own(words.powers, body.kind, body.name, work.today)
    if words.categories:
        insist_joint(work, case, body)
        insist_brought(words.categories, asked)
    if words.due_on is None:
        raise Invalid(
            "Say until when: a role card has a last day.",
            where={"field": "due_on"},
            hint="Choose the day by which the task is done; a new version can move it.",
        )
    return RoleCardVersion(
        case_id=case.id,
        owner=said(words.owner, "owner", OWNER),
        task=said(words.task, "task", TEXT),
        powers=_once(words.powers),
        categories=_once(words.categories),
        due_on=not_before(words.due_on, "due_on", work.today),
        not_done=said(words.not_done, "not_done", TEXT),
        by_id=work.actor.id,
        at=work.now,
    )


def _once(codes: Collection[str]) -> list[str]:
    return list(dict.fromkeys(codes))


def _insist_newest(card: RoleCard, number: int) -> None:
    if number != card.number:
        raise Changed(
            [],
            where={"version": number, "now": card.number},
            hint="There is a newer version; read it before you go on.",
        )
