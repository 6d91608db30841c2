"""The closed words of a support file: kinds of line, ILO dimensions, how a thing was learnt."""

import re
from enum import StrEnum

from bureau.errors import Invalid

_CODE_NAME = re.compile(r"[A-Z][a-z]{2,11}(-\d{1,3})?")
# A name that says nothing of why there is a file, nor of whom; a number goes with it.
NEUTRAL = (
    "Berk",
    "Beuk",
    "Eik",
    "Els",
    "Hazelaar",
    "Kastanje",
    "Lijster",
    "Linde",
    "Meidoorn",
    "Olm",
)


class EntryKind(StrEnum):
    """What a line of a support file is about."""

    INDICATOR = "indicator"
    PLAN = "plan"
    RIGHT = "right"
    HOLD = "hold"
    SIGN = "sign"
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


class ReferralAnswer(StrEnum):
    """What the recipient of a referral answered."""

    ACCEPTED = "taken_up"
    DECLINED = "turned_down"
    ENDED = "ended"


def code_name(text: str) -> str:
    """`text` when it is one invented word, with a number if need be; raises Invalid otherwise."""
    if not _CODE_NAME.fullmatch(text):
        raise Invalid(
            "This is not a code name.",
            where={"field": "code_name"},
            hint="Use one invented word, such as Linde or Linde-12; never a person's name.",
        )
    return text
