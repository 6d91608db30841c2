"""Agreements between organisations: what they answer, when they hold, and who is bound by them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bureau.errors import NotAllowed
from bureau.rules.house_terms import house_terms
from bureau.rules.schema import listed
from bureau.rules.tables import Row, Table, Texts, table

BASIS = "AVG 26; WGS 1.4(1)"
FEWEST = 2
WARNED = "agreement_warning"


class Standing(StrEnum):
    """Where an agreement stands."""

    DRAFT = "draft"
    OFFERED = "offered"
    COMING = "coming"
    IN_FORCE = "in_force"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem(Row):
    """Something every agreement must answer."""

    name: Texts
    question: Texts


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when an agreement runs; `ended_on` is the last day when it was ended early."""

    begins_on: date
    ends_on: date
    ended_on: date | None = None

    @property
    def last(self) -> date:
        """The last day on which it holds."""
        return min(self.ends_on, self.ended_on or self.ends_on)


def checklist() -> Table[ChecklistItem]:
    """What an agreement answers, in order."""
    return table("agreement_items", ChecklistItem)


def open_items(answers: Mapping[str, str], on: date) -> tuple[ChecklistItem, ...]:
    """The items of the checklist that nobody answered yet."""
    return tuple(row for row in checklist().on(on) if not answers.get(row.code, "").strip())


def standing(span: Span, on: date, *, offered: bool, signed: int) -> Standing:
    """Where an agreement stands on a day, with `signed` of its organisations bound by it."""
    if on > span.last:
        return Standing.OVER
    if not offered:
        return Standing.DRAFT
    if signed < FEWEST:
        return Standing.OFFERED
    return Standing.COMING if on < span.begins_on else Standing.IN_FORCE


def warned(span: Span, on: date) -> bool:
    """Whether an agreement ends so soon that it is to be renewed now."""
    ahead = house_terms().row(WARNED, on).days
    return on <= span.last <= on + timedelta(days=ahead)


def insist_complete(answers: Mapping[str, str], bodies: int, on: date) -> None:
    """Stop unless the checklist is answered and there are organisations to sign."""
    if gaps := open_items(answers, on):
        raise NotAllowed(
            "The agreement cannot be offered for signature; still open: {missing}.",
            where={"guard": "checklist", "basis": BASIS},
            hint="Answer every item of the checklist, in words that all parties can sign.",
            missing=listed(row.name for row in gaps),
        )
    if bodies < FEWEST:
        raise NotAllowed(
            "An agreement needs at least {fewest} organisations.",
            where={"guard": "parties", "basis": BASIS},
            hint="Add the partner bodies that will sign.",
            fewest=FEWEST,
        )


def insist_bound(organisation: str, spans: Iterable[Span], on: date) -> None:
    """Stop unless one of the agreements that both signed holds today; `spans` are theirs."""
    if not any(span.begins_on <= on <= span.last for span in spans):
        raise NotAllowed(
            "Nothing is done together with {organisation}: no signed agreement with it is in"
            " force ({basis}).",
            where={"guard": "agreement", "basis": BASIS},
            hint="Have both sign an agreement under Agreements, or work without this partner.",
            organisation=organisation,
            basis=BASIS,
        )
