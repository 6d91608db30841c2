"""The three tracks as data: sections in their order, and what may never appear.

Their words stand in the texts, under `track.<name>`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bureau.rules.vocabulary import Track


class Section(StrEnum):
    """A numbered part of a dossier; its value names the template and its texts."""

    STATUS = "status"
    SUMMARY = "summary"
    STATEMENTS = "statements"
    EXCULPATORY = "exculpatory"
    TIMELINE = "timeline"
    ENTITIES = "entities"
    CHART = "chart"
    FINANCES = "finances"
    ASSETS = "assets"
    STEPS = "steps"
    DEADLINES = "deadlines"
    EVIDENCE = "evidence"
    CUSTODY = "custody"
    PATTERNS = "patterns"
    BASES = "bases"
    OPENNESS = "openness"
    APPLICATION = "application"
    GROUNDS = "grounds"
    INQUIRY = "inquiry"
    SIGNALS = "signals"
    DANGER = "danger"
    ADVICE = "advice"
    WEIGHING = "weighing"
    HEARING = "hearing"
    DECISION = "decision"
    CONDITIONS = "conditions"
    OBJECTION = "objection"
    SECRECY = "secrecy"
    ANNEXES = "annexes"
    CONTACT = "contact"
    NEEDS = "needs"
    PLAN = "plan"
    DEPENDANTS = "dependants"
    INDICATORS = "indicators"
    CONSENTS = "consents"
    RIGHTS = "rights"
    TERMS = "terms"
    HOLDS = "holds"
    AUTHENTICITY = "authenticity"


class Never(StrEnum):
    """What has no place in a dossier of a track; its words stand in the texts."""

    VICTIM_IDENTITY = "victim_identity"
    SCORE = "score"
    CONCLUSION = "conclusion"
    UNCLEARED = "uncleared"
    NATIONALITY = "nationality"
    WITHHELD_CONTENT = "withheld_content"
    OTHERS = "others"
    NAME = "name"
    SUSPICION = "suspicion"
    SHELTER_ADDRESS = "shelter_address"
    ENFORCEMENT = "enforcement"
    COUNTERPARTIES = "counterparties"


@dataclass(frozen=True, slots=True)
class TrackSpec:
    """A track: its sections and its prohibitions.

    `omitted_when_empty` are the sections left out when there is nothing to print; every
    other section is printed and says that nothing was recorded.
    """

    sections: tuple[Section, ...]
    never: tuple[Never, ...]
    omitted_when_empty: frozenset[Section] = frozenset()


_S = Section
_CRIMINAL = TrackSpec(
    sections=(
        _S.STATUS, _S.SUMMARY, _S.STATEMENTS, _S.EXCULPATORY, _S.TIMELINE, _S.ENTITIES, _S.CHART,
        _S.FINANCES, _S.ASSETS, _S.STEPS, _S.DEADLINES, _S.EVIDENCE, _S.ANNEXES, _S.CUSTODY,
        _S.PATTERNS, _S.BASES, _S.OPENNESS, _S.AUTHENTICITY,
    ),
    never=(
        Never.VICTIM_IDENTITY, Never.CONCLUSION, Never.SCORE, Never.UNCLEARED,
        Never.WITHHELD_CONTENT, Never.NATIONALITY,
    ),
    omitted_when_empty=frozenset({_S.ANNEXES}),
)  # fmt: skip
_ADMINISTRATIVE = TrackSpec(
    sections=(
        _S.STATUS, _S.APPLICATION, _S.SUMMARY, _S.GROUNDS, _S.INQUIRY, _S.STATEMENTS, _S.SIGNALS,
        _S.EXCULPATORY, _S.FINANCES, _S.DANGER, _S.ADVICE, _S.WEIGHING, _S.HEARING, _S.DECISION,
        _S.CONDITIONS, _S.OBJECTION, _S.SECRECY, _S.TIMELINE, _S.ENTITIES, _S.CHART, _S.DEADLINES,
        _S.EVIDENCE, _S.ANNEXES, _S.PATTERNS, _S.BASES, _S.OPENNESS, _S.AUTHENTICITY,
    ),
    never=(
        Never.VICTIM_IDENTITY, Never.SCORE, Never.OTHERS, Never.WITHHELD_CONTENT,
        Never.NATIONALITY,
    ),
    omitted_when_empty=frozenset(
        {_S.EXCULPATORY, _S.FINANCES, _S.CHART, _S.PATTERNS, _S.TIMELINE, _S.ADVICE, _S.ANNEXES}
    ),
)  # fmt: skip
_VICTIM = TrackSpec(
    sections=(
        _S.CONTACT, _S.NEEDS, _S.PLAN, _S.DEPENDANTS, _S.RIGHTS, _S.TERMS, _S.CONSENTS,
        _S.INDICATORS, _S.HOLDS, _S.AUTHENTICITY,
    ),
    never=(
        Never.NAME, Never.SHELTER_ADDRESS, Never.SUSPICION, Never.ENFORCEMENT,
        Never.COUNTERPARTIES, Never.SCORE,
    ),
)  # fmt: skip

TRACKS: Mapping[Track, TrackSpec] = MappingProxyType(
    {
        Track.CRIMINAL: _CRIMINAL,
        Track.ADMINISTRATIVE: _ADMINISTRATIVE,
        Track.VICTIM: _VICTIM,
    }
)
