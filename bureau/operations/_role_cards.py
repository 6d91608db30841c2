"""Whose role cards a case has and lacks, what they may say, and with what a new one begins."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotFound
from bureau.model import Agreement, AgreementParty, Case, Organisation, RoleCard
from bureau.operations._agreements import span
from bureau.operations._seats import bodies
from bureau.operations._sharing_sides import participates
from bureau.rules import powers, regimes
from bureau.rules.partners import partners
from bureau.rules.phases import phase_of
from bureau.rules.role_cards import Bringing, brought
from bureau.rules.tables import Texts
from bureau.work import Work

TEXT = 4000


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says: who owns it there, the task, powers, data, last day and what not."""

    owner: str = ""
    task: str = ""
    powers: Collection[str] = ()
    categories: Collection[str] = ()
    due_on: date | None = None
    not_done: str = ""


@dataclass(frozen=True, slots=True)
class CardStart:
    """With what a card begins: its last version, the annex of an agreement, or what the law says.

    `powers` and `categories` are those that may stand on it; `limits` is what the law never lets
    this kind of organisation do.
    """

    organisation: Organisation
    words: CardWords
    number: int
    powers: tuple[powers.Power, ...]
    categories: tuple[Any, ...]
    limits: Texts
    annex: bool = False
    card: RoleCard | None = field(default=None)


def cards_of(work: Work, case: Case) -> dict[UUID, RoleCard]:
    """The cards of a case, by organisation."""
    rows = work.session.scalars(select(RoleCard).where(RoleCard.case_id == case.id))
    return {row.organisation_id: row for row in rows}


def shown(work: Work, case: Case) -> tuple[Organisation, ...]:
    """The organisations whose cards the actor reads: of the case all, for no participant its own.

    A task tells of the data that it rests on, which do not go outside WGS 2.19.
    """
    everybody, own = participates(work, case), work.actor.organisation_id
    return tuple(body for body in bodies(case) if everybody or body.id == own)


def involved(case: Case, organisation_id: UUID) -> Organisation:
    """The organisation with this id that takes part in the case; raises NotFound for another."""
    found = next((each for each in bodies(case) if each.id == organisation_id), None)
    if found is None:
        raise NotFound("There is nothing here that you may see.")
    return found


def bringing(work: Work, case: Case, body: Organisation) -> Bringing:
    """What is asked of the law about the data of this organisation in the case."""
    regime = regimes.regime_of(case.regime, work.today)
    own = body.id == case.organisation_id
    return Bringing(body.kind, body.name, phase_of(case.state), regime, own, work.today)


def start(work: Work, case: Case, body: Organisation) -> CardStart:
    """With what the card of an organisation begins when it is written."""
    card = cards_of(work, case).get(body.id)
    open_now = brought(bringing(work, case, body))
    own = powers.powers_of(body.kind, work.today)
    role = {} if card else annex(work, case, body)
    words = _of_card(card) if card else _of_annex(role, {row.code for row in open_now})
    return CardStart(
        organisation=body,
        words=words,
        number=card.number if card else 0,
        powers=own,
        categories=open_now,
        limits=partners().row(body.kind, work.today).limits,
        annex=bool(role.get("task")),
        card=card,
    )


def annex(work: Work, case: Case, body: Organisation) -> dict[str, Any]:
    """The card of an organisation in the latest agreement in force that both signed."""
    query = (
        select(Agreement, AgreementParty)
        .join(AgreementParty, AgreementParty.agreement_id == Agreement.id)
        .where(AgreementParty.organisation_id == body.id, AgreementParty.signed_on.is_not(None))
        .order_by(Agreement.begins_on.desc(), Agreement.number.desc())
    )
    for row, party in work.session.execute(query).unique():
        signed = {one.organisation_id for one in row.parties if one.signed_on}
        runs = span(row)
        if case.organisation_id in signed and runs.begins_on <= work.today <= runs.last:
            return {**party.role, "owner": party.owner}
    return {}


def _of_card(card: RoleCard) -> CardWords:
    row = card.newest
    return CardWords(row.owner, row.task, row.powers, row.categories, row.due_on, row.not_done)


def _of_annex(role: Mapping[str, Any], open_now: Collection[str]) -> CardWords:
    """What was agreed, without the data that are not open in the phase of the case."""
    return CardWords(
        owner=role.get("owner", ""),
        task=role.get("task", ""),
        powers=tuple(role.get("powers", ())),
        categories=tuple(code for code in role.get("categories", ()) if code in open_now),
        not_done=role.get("not_done", ""),
    )
