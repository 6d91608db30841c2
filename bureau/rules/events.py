"""What can happen, as noun then verb: the words of the trail."""

from enum import StrEnum


class EventKind(StrEnum):
    """The kinds of event; reading, searching and exporting are events too (NEN 7513)."""

    @property
    def reads(self) -> bool:
        """Whether somebody only came, looked or went; what leaves the house is no reading."""
        return self.value.endswith((".read", ".listed")) or self in _LOOKS

    ACCESS_DENIED = "access.denied"
    WORK_REFUSED = "work.refused"
    SIGNED_IN = "session.opened"
    SIGN_IN_FAILED = "session.failed"
    SIGNED_OUT = "session.ended"
    LANGUAGE_CHOSEN = "user.language_chosen"
    USER_ADDED = "user.added"
    USER_CHANGED = "user.changed"
    USER_LISTED = "user.listed"
    ROLE_ASKED = "role.asked"
    ROLE_FOUNDED = "role.founded"
    ROLE_CONFIRMED = "role.confirmed"
    ROLE_REFUSED = "role.refused"
    ROLE_WITHDRAWN = "role.withdrawn"
    ROLE_LISTED = "role.listed"
    ORGANISATION_ADDED = "organisation.added"
    ORGANISATION_CHANGED = "organisation.changed"
    ORGANISATION_LISTED = "organisation.listed"
    WORK_LISTED = "work.listed"
    SEARCHED = "search.done"
    CASE_OPENED = "case.opened"
    CASE_READ = "case.read"
    CASE_CHANGED = "case.changed"
    CASE_STEPPED = "case.stepped"
    CASE_SHARED = "case.shared"
    CASE_UNSHARED = "case.unshared"
    NOTE_ADDED = "note.added"
    GROUND_CHECKED = "ground.checked"
    FORM_SENT = "form.sent"
    FORM_RETURNED = "form.returned"
    FORM_READ = "form.read"
    FORM_TAKEN_IN = "form.taken_in"
    LINK_ISSUED = "link.issued"
    LINK_REVOKED = "link.revoked"
    LINK_LISTED = "link.listed"
    LINK_OPENED = "link.opened"
    LINK_REFUSED = "link.refused"
    LINK_LEFT = "link.left"
    ANSWER_RECORDED = "answer.recorded"
    DOCUMENT_ADDED = "document.added"
    DOCUMENT_SHARED = "document.shared"
    DOCUMENT_READ = "document.read"
    DOCUMENT_CHECKED = "document.checked"
    SUPPLEMENT_ASKED = "supplement.asked"
    SUPPLEMENT_CLOSED = "supplement.closed"
    SUSPENSION_RECORDED = "suspension.recorded"
    REGISTER_CONSULTED = "register.consulted"
    SOURCE_ADDED = "source.added"
    INDICATORS_COMPUTED = "indicators.computed"
    INDICATOR_ANSWERED = "indicator.answered"
    FIGURE_RECORDED = "figure.recorded"
    FIGURE_WITHDRAWN = "figure.withdrawn"
    THRESHOLD_LISTED = "threshold.listed"
    THRESHOLD_SET = "threshold.set"
    FINANCING_CHANGED = "financing.changed"
    FINANCING_EXPORTED = "financing.exported"
    FINDING_WRITTEN = "finding.written"
    DANGER_ASSESSED = "danger.assessed"
    ASSESSMENT_SIGNED = "assessment.signed"
    ADVICE_ASKED = "advice.asked"
    ADVICE_RECEIVED = "advice.received"
    ADVICE_READ = "advice.read"
    MEASURE_WEIGHED = "measure.weighed"
    INTENTION_SENT = "intention.sent"
    VIEW_RECEIVED = "view.received"
    VIEW_ANSWERED = "view.answered"
    DECISION_TAKEN = "decision.taken"
    DECISION_MADE_KNOWN = "decision.made_known"
    OBJECTION_LODGED = "objection.lodged"
    OBJECTION_POSTPONED = "objection.postponed"
    OBJECTION_DECIDED = "objection.decided"
    OBJECTION_MADE_KNOWN = "objection.made_known"
    OBJECTION_WITHDRAWN = "objection.withdrawn"
    APPEAL_LODGED = "appeal.lodged"
    JUDGMENT_GIVEN = "judgment.given"
    DELAY_TOLD = "delay.told"
    DEFAULT_RECEIVED = "default.received"
    MANDATE_ASKED = "mandate.asked"
    MANDATE_CONFIRMED = "mandate.confirmed"
    MANDATE_REFUSED = "mandate.refused"
    MANDATE_ENDED = "mandate.ended"
    MANDATE_LISTED = "mandate.listed"
    CALENDAR_ISSUED = "calendar.issued"
    CALENDAR_REVOKED = "calendar.revoked"
    CALENDAR_READ = "calendar.read"
    REMINDER_SENT = "reminder.sent"
    CONDITION_CHECKED = "condition.checked"
    PERSON_EXPORTED = "person.exported"
    REQUEST_RECEIVED = "request.received"
    REQUEST_EXTENDED = "request.extended"
    REQUEST_ANSWERED = "request.answered"
    FACT_CORRECTED = "fact.corrected"
    CORRECTION_FOLLOWED = "correction.followed"
    HOLD_SET = "hold.set"
    HOLD_LIFTED = "hold.lifted"
    RETENTION_LISTED = "retention.listed"
    DESTRUCTION_PLANNED = "destruction.planned"
    DESTRUCTION_APPROVED = "destruction.approved"
    DESTRUCTION_REFUSED = "destruction.refused"
    DESTRUCTION_READ = "destruction.read"
    FILE_DESTROYED = "file.destroyed"
    FILTER_SAVED = "filter.saved"
    FILTER_REMOVED = "filter.removed"
    FILTER_LISTED = "filter.listed"
    OVERVIEW_READ = "overview.read"
    OVERVIEW_EXPORTED = "overview.exported"
    REGISTER_REPORTED = "register.reported"
    PARTY_RECORDED = "party.recorded"
    PARTY_READ = "party.read"
    PARTY_CHANGED = "party.changed"
    TIE_RECORDED = "tie.recorded"
    TIE_CHANGED = "tie.changed"
    PAYMENT_RECORDED = "payment.recorded"
    DEAL_RECORDED = "deal.recorded"
    FILE_IMPORTED = "file.imported"
    FILE_REFUSED = "file.refused"
    NETWORK_READ = "network.read"
    NETWORK_MEASURED = "network.measured"
    NETWORK_EXPORTED = "network.exported"
    EVIDENCE_READ = "evidence.read"
    PATTERN_RUN = "pattern.run"
    LEAD_READ = "lead.read"
    LEAD_ANSWERED = "lead.answered"
    LEAD_JUDGED = "lead.judged"
    MEETING_PLANNED = "meeting.planned"
    MEETING_READ = "meeting.read"
    MEETING_STEPPED = "meeting.stepped"
    ITEM_ADDED = "item.added"
    ITEM_READ = "item.read"
    MINUTES_WRITTEN = "minutes.written"
    MINUTES_APPROVED = "minutes.approved"
    ATTENDANCE_RECORDED = "attendance.recorded"
    ACTION_AGREED = "action.agreed"
    ACTION_REPORTED = "action.reported"
    SUPPORT_OPENED = "support.opened"
    SUPPORT_READ = "support.read"
    SUPPORT_CHANGED = "support.changed"
    SUPPORT_STEPPED = "support.stepped"
    SUPPORT_SHARED = "support.shared"
    CONSENT_RECORDED = "consent.recorded"
    DOSSIER_COMPOSED = "dossier.composed"
    DOSSIER_PREPARED = "dossier.prepared"
    DOSSIER_APPROVED = "dossier.approved"
    DOSSIER_REFUSED = "dossier.refused"
    DOSSIER_ISSUED = "dossier.issued"
    DOSSIER_READ = "dossier.read"
    LETTER_LISTED = "letter.listed"
    LETTER_COMPOSED = "letter.composed"
    LETTER_KEPT = "letter.kept"
    LETTER_SENT = "letter.sent"
    LETTER_READ = "letter.read"
    LETTER_TEXT_READ = "template.read"
    LETTER_TEXT_CHANGED = "template.changed"
    JOB_ASKED = "job.asked"
    JOB_FINISHED = "job.finished"
    JOB_READ = "job.read"
    TRAIL_READ = "trail.read"
    TOKEN_ISSUED = "token.issued"  # noqa: S105 - an event, no secret
    TOKEN_LISTED = "token.listed"  # noqa: S105 - an event, no secret
    TOKEN_REVOKED = "token.revoked"  # noqa: S105 - an event, no secret
    TOKEN_REFUSED = "token.refused"  # noqa: S105 - an event, no secret


_LOOKS = frozenset(
    {
        EventKind.SIGNED_IN,
        EventKind.SIGNED_OUT,
        EventKind.LINK_OPENED,
        EventKind.LINK_LEFT,
        EventKind.LANGUAGE_CHOSEN,
        EventKind.SEARCHED,
        EventKind.NETWORK_MEASURED,
        EventKind.INDICATORS_COMPUTED,
    }
)
REFUSALS = frozenset(
    {
        EventKind.ACCESS_DENIED,
        EventKind.WORK_REFUSED,
        EventKind.SIGN_IN_FAILED,
        EventKind.LINK_REFUSED,
        EventKind.FILE_REFUSED,
        EventKind.TOKEN_REFUSED,
    }
)
READINGS = frozenset(kind for kind in EventKind if kind.reads)
