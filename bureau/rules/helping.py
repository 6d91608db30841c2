"""The closed words of a support file: kinds of line, ILO dimensions, how a thing was learnt."""

from enum import StrEnum


class EntryKind(StrEnum):
    """What a line of a support file is about."""

    INDICATOR = "indicator"
    PLAN = "plan"
    RIGHT = "right"
    HOLD = "hold"
    STEP = "step"


class Dimension(StrEnum):
    """The six dimensions of the operational indicators (ILO and European Commission, 2009)."""

    DECEPTIVE_RECRUITMENT = "deceptive_recruitment"
    COERCIVE_RECRUITMENT = "coercive_recruitment"
    VULNERABILITY_RECRUITMENT = "recruitment_by_abuse_of_vulnerability"
    EXPLOITATIVE_WORK = "exploitative_conditions_of_work"
    COERCION = "coercion_at_destination"
    VULNERABILITY = "abuse_of_vulnerability_at_destination"


class Strength(StrEnum):
    """How strongly one indicator points; nothing is added up."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


class Perception(StrEnum):
    """How something was learnt."""

    SEEN = "seen"
    TOLD = "told"
    INFERRED = "inferred"
