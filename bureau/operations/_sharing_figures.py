"""Figures from the sharing register: complete entries, answer times, and who gives and gets."""

from datetime import date
from uuid import UUID

from bureau.model import Disclosure
from bureau.operations._partner_rows import PartnerRows
from bureau.rules import evaluation as law
from bureau.rules.evaluation import Figure
from bureau.rules.requests import Answer, is_open, overdue


def complete(rows: PartnerRows, year: int) -> tuple[Figure, ...]:
    """EV-04: of what was given, how much says basis, purpose, necessity and where it was agreed."""
    given = _given(rows, year)
    return (
        law.share("entry_complete", (_complete(row) for row in given)),
        law.count("recalled", sum(row.recalled_on is not None for row in given)),
    )


def _complete(row: Disclosure) -> bool:
    agreed = row.item_id is not None or bool(row.decided_in)
    return bool(row.basis and row.purpose and row.necessity and agreed)


def trust(rows: PartnerRows, year: int, today: date) -> tuple[Figure, ...]:
    """C4: how requests between partners were answered, and how many both give and get.

    What is not owed yet does not count; no partner is named.
    """
    asked = [row for row in rows.asked if row.asked_on.year == year]
    done = [row for row in asked if not is_open(row)]
    late = [row for row in asked if overdue(row, today)]
    in_time = [row.answered_on is not None and row.answered_on <= row.due_on for row in done]
    return (
        law.share("answered_in_time", [*in_time, *(False for _ in late)]),
        law.share("answered_yes", (row.answer == Answer.YES for row in done)),
        law.share("give_and_get", _both(_given(rows, year))),
        law.median(
            "answer_days",
            ((row.answered_on - row.asked_on).days for row in done if row.answered_on),
        ),
    )


def _given(rows: PartnerRows, year: int) -> list[Disclosure]:
    return [row for row in rows.disclosures if row.given_on.year == year]


def _both(given: list[Disclosure]) -> list[bool]:
    """For each organisation that gave or got anything, whether it did both."""
    givers: set[UUID] = {row.from_id for row in given}
    getters: set[UUID] = {row.to_id for row in given}
    return [body in givers and body in getters for body in givers | getters]
