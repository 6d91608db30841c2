"""The conditions that a decision attaches, numbered as they are kept."""

from collections.abc import Sequence
from datetime import date

from bureau.errors import Invalid
from bureau.model import Case, Condition
from bureau.operations._checks import not_before, said

CONDITIONAL = "grant_with_conditions"


def conditions_from(
    case: Case, outcome: str, conditions: Sequence[tuple[str, date]], day: date, after: int = 0
) -> list[Condition]:
    """The conditions of a decision, numbered `after` those it has; raises Invalid otherwise."""
    if bool(conditions) is not (outcome == CONDITIONAL):
        raise Invalid(
            "Conditions belong to a grant with conditions, and only to that.",
            where={"field": "conditions"},
            hint="Name at least one condition and the day of its first check, or none.",
        )
    return [
        Condition(
            case_id=case.id,
            number=number,
            text=said(text, "conditions"),
            check_on=not_before(check_on, "check_on", day),
        )
        for number, (text, check_on) in enumerate(conditions, start=after + 1)
    ]
