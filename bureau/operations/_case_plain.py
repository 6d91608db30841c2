"""Parts of a case file as plain values in one language, for commands and other programs."""

from typing import Any

from bureau.model import Assessment, Decision, Finding, Letter
from bureau.rules import letters
from bureau.rules.procedure import Step
from bureau.rules.vocabulary import Language

Plain = dict[str, Any]


def step_told(step: Step, language: Language | str) -> Plain:
    """A step with what stands in its way."""
    return {
        "step": step.transition.code,
        "to": step.transition.target,
        "name": step.transition.event.in_(language),
        "basis": step.transition.basis,
        "possible": step.possible,
        "blocked_by": [
            {"guard": row.code, "text": row.text.in_(language), "basis": row.basis}
            for row in step.blocked_by
        ],
    }


def finding_told(row: Finding) -> Plain:
    """A finding with the numbers of its sources."""
    return {
        "number": row.number,
        "ground": row.ground,
        "text": row.text,
        "contrary": row.contrary,
        "sources": [link.source.number for link in row.sources],
    }


def decision_told(row: Decision) -> Plain:
    """A decision with its conditions."""
    return {
        "round": row.round,
        "outcome": row.outcome,
        "decided": row.decided_on.isoformat(),
        "made_known": row.made_known_on.isoformat() if row.made_known_on else None,
        "holds": row.holds,
        "reasons": row.reasons,
        "conditions": [
            {"text": each.text, "check": each.check_on.isoformat(), "status": each.status}
            for each in row.conditions
        ],
    }


def assessment_told(row: Assessment) -> Plain:
    """The degree of danger on one ground, and whether it was signed."""
    return {
        "ground": row.ground,
        "danger": row.danger.value,
        "present": row.present,
        "signed": row.signed_by_id is not None,
    }


def letter_told(row: Letter, language: Language | str) -> Plain:
    """A letter that was sent or drafted: what, when, how and by whom; not what it says."""
    return {
        "id": str(row.id),
        "number": row.number,
        "kind": row.kind,
        "name": letters.kind(row.kind, row.sent_on or row.written_at.date()).name.in_(language),
        "language": row.language.value,
        "state": row.state,
        "sent": row.sent_on.isoformat() if row.sent_on else None,
        "channel": row.channel,
        "by": (row.sent_by or row.written_by).name,
        "text_version": row.template,
        "sha256": row.content_sha256,
    }
