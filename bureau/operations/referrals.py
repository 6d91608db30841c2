"""Referring within what the person agreed to, and taking it back when the consent ends."""

from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Consent, SupportFile, SupportReferral
from bureau.operations._checks import one_of, said
from bureau.operations._support_lines import following, insist_unwritten, live
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.helping import ReferralAnswer
from bureau.rules.referral_texts import insist_bare
from bureau.rules.support_parts import purposes
from bureau.work import Work


def refer(work: Work, file_id: UUID, aim: str, recipient: str, text: str) -> SupportReferral:
    """Tell `recipient` what `text` says, for the purpose `aim`, within a consent that stands.

    Raises NotAllowed beyond it, with what is possible without consent (AVG 6(1)(a), 9(2)(a)), and
    Invalid for a name, an address, a suspicion or what was not agreed in the text.
    """
    file = work.support_file(file_id, Permission.SUPPORT_EDIT)
    one_of(aim, "aim", purposes().codes())
    consent = _within(work, file, aim, said(recipient, "recipient", 200))
    words = said(text, "text", 4_000)
    insist_unwritten(work, text=words)
    insist_bare(words, file.real_name or "", consent.purpose)
    row = SupportReferral(
        file=file,
        consent_id=consent.id,
        consent=consent,
        number=following(work, file, SupportReferral),
        made_on=work.today,
        by_id=work.actor.id,
        text=words,
    )
    work.session.add(row)
    work.record(EventKind.REFERRAL_MADE, file)
    return row


def answer_referral(work: Work, file_id: UUID, referral_id: UUID, answer: str) -> SupportReferral:
    """What the recipient answered."""
    file = work.support_file(file_id, Permission.SUPPORT_EDIT)
    row = work.within(SupportReferral, referral_id, file)
    row.answer = one_of(answer, "answer", tuple(ReferralAnswer))
    work.record(EventKind.REFERRAL_ANSWERED, file)
    return row


def tell_recall(work: Work, file_id: UUID, referral_id: UUID) -> SupportReferral:
    """The recipient was told that the referral is recalled and what was given has to go."""
    file = work.support_file(file_id, Permission.SUPPORT_EDIT)
    row = work.within(SupportReferral, referral_id, file)
    if row.recalled_on is None:
        raise NotAllowed(
            "This referral was not recalled.",
            where={"guard": "recalled"},
            hint="Withdraw the consent it rests on; then it is recalled.",
        )
    row.told_on = row.told_on or work.today
    work.record(EventKind.REFERRAL_RECALLED, file)
    return row


def withdraw_consent(work: Work, file_id: UUID, consent_id: UUID) -> Consent:
    """The person takes consent back: every referral that rests on it is recalled (AVG 7(3))."""
    file = work.support_file(file_id, Permission.SUPPORT_EDIT)
    consent = work.within(Consent, consent_id, file)
    consent.withdrawn_on = consent.withdrawn_on or work.today
    rows = select(SupportReferral).where(SupportReferral.consent_id == consent.id)
    for row in work.session.scalars(rows):
        row.recalled_on = row.recalled_on or work.today
    work.record(EventKind.CONSENT_RECORDED, file, withdrawn_on=consent.withdrawn_on)
    return consent


def _within(work: Work, file: SupportFile, aim: str, recipient: str) -> Consent:
    wanted = recipient.casefold()
    for consent in live(file):
        if consent.aim == aim and consent.recipient.casefold() == wanted:
            return consent
    row = purposes().row(aim, work.today)
    raise NotAllowed(
        "The person has not agreed that {recipient} is told something for this: {purpose}.",
        where={"field": "recipient", "guard": "consent", "basis": row.basis},
        hint="{without}",
        recipient=recipient,
        purpose=row.name,
        without=row.without,
    )
