"""What people do with the role cards that are an annex to an agreement: one for each party."""

from dataclasses import dataclass
from uuid import UUID

from bureau.errors import NotFound
from bureau.model import Agreement, AgreementParty
from bureau.operations._agreement_view import draft
from bureau.operations._checks import said
from bureau.operations._role_cards import TEXT, CardStart, CardWords
from bureau.policy import Permission
from bureau.rules import powers, regimes
from bureau.rules.agenda import Phase
from bureau.rules.events import EventKind
from bureau.rules.partners import partners
from bureau.rules.role_cards import Bringing, brought, insist_brought
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class TemplateView:
    """The annex of one party of a draft, and with what it begins."""

    agreement: Agreement
    party: AgreementParty
    start: CardStart


def begin_template(work: Work, agreement_id: UUID, organisation_id: UUID) -> TemplateView:
    """The annex of a party as it stands, else filled with its powers, its data and its limits."""
    work.require(Permission.AGREEMENT_KEEP)
    row = draft(work, agreement_id, None)
    party = _party(row, organisation_id)
    work.record(EventKind.AGREEMENT_LISTED, row)
    asked = _asked(work, row, party)
    body = party.organisation
    own, data = powers.powers_of(body.kind, work.today), brought(asked)
    words = CardWords(
        owner=party.owner,
        task=party.role.get("task", ""),
        powers=party.role.get("powers", [each.code for each in own]),
        categories=party.role.get("categories", [each.code for each in data]),
        not_done=party.role.get("not_done", ""),
    )
    limits = partners().row(body.kind, work.today).limits
    start = CardStart(body, words, 1 if party.role else 0, own, data, limits)
    return TemplateView(row, party, start)


def write_template(
    work: Work, agreement_id: UUID, organisation_id: UUID, version: int, words: CardWords
) -> Agreement:
    """What a party does in cases under an agreement; the card in each case starts from it.

    Raises NotAllowed once the agreement was offered: then its words stand.
    """
    row = draft(work, agreement_id, version)
    party = _party(row, organisation_id)
    body = party.organisation
    powers.insist_own(words.powers, body.kind, body.name, work.today)
    insist_brought(words.categories, _asked(work, row, party))
    party.role = {
        "task": said(words.task, "task", TEXT),
        "powers": list(dict.fromkeys(words.powers)),
        "categories": list(dict.fromkeys(words.categories)),
        "not_done": said(words.not_done, "not_done", TEXT),
    }
    work.record(EventKind.AGREEMENT_CHANGED, row, body=body.code, annex="role card")
    return row


def _party(row: Agreement, organisation_id: UUID) -> AgreementParty:
    found = next((one for one in row.parties if one.organisation_id == organisation_id), None)
    if found is None:
        raise NotFound("There is nothing here that you may see.")
    return found


def _asked(work: Work, row: Agreement, party: AgreementParty) -> Bringing:
    """All that may be brought in the last phase: the card in a case leaves out what is not open."""
    body = party.organisation
    own = body.id == row.organisation_id
    joint = regimes.regime_of(regimes.JOINT, work.today)
    return Bringing(body.kind, body.name, Phase.DEEP, joint, own, work.today)
