"""The health of a partnership on five conditions: what can be counted of it, never by name."""

from datetime import date

from bureau.operations import _picture_figures as picture
from bureau.operations import _process_figures as process
from bureau.operations import _sharing_figures as sharing
from bureau.operations._partner_rows import PartnerRows
from bureau.operations._vetoes import against
from bureau.rules import evaluation as law
from bureau.rules.dates import civil_date
from bureau.rules.evaluation import FEWEST_PEOPLE, Figure
from bureau.rules.powers import single
from bureau.rules.worksheets import Sheet


def health(rows: PartnerRows, year: int, today: date) -> dict[str, tuple[Figure, ...]]:
    """The figures of each condition of the year."""
    return {
        "C1": _ownership(rows, year, today),
        "C2": _expectations(rows, year, today),
        "C3": _dissents(rows, year),
        "C4": sharing.trust(rows, year, today),
        "C5": (*_beneficiaries(rows, year), *picture.heard(rows, year)),
    }


def _ownership(rows: PartnerRows, year: int, today: date) -> tuple[Figure, ...]:
    due = [row for row, _ in process.actions(rows, today) if row.due_on.year == year]
    sat = [there for day, there, _ in process.seats(rows) if day.year == year]
    return (
        law.share("commitments_kept", (row.status == process.DONE for row in due)),
        law.share("seats_filled", sat, fewest=FEWEST_PEOPLE),
    )


def _expectations(rows: PartnerRows, year: int, today: date) -> tuple[Figure, ...]:
    agreed = [
        action
        for item in rows.items
        if item.meeting.held_on.year == year
        for action in item.actions
        if action.status != process.REPLACED
    ]
    cards = [card.confirmed for card in rows.cards if civil_date(card.at).year <= year]
    uncarded = [False] * (rows.uncarded if year == today.year else 0)
    return (
        law.share("one_owner_one_power", (single(row.power, today) for row in agreed)),
        law.share("person_named", (action.assignee_id is not None for action in agreed)),
        law.share("role_cards_confirmed", (*cards, *uncarded)),
    )


def _dissents(rows: PartnerRows, year: int) -> tuple[Figure, ...]:
    """Dissents at the table that were answered; on a sheet a later version is the answer."""
    told = [
        sheet.number > voice.number
        for sheet in rows.sheets
        for voice in sheet.voices
        if not voice.agrees and civil_date(voice.at).year == year
    ]
    said = [
        bool(seat.dissent_answer)
        for item in rows.items
        if item.meeting.held_on.year == year
        for seat in item.seats
        if seat.dissent
    ]
    vetoes = [
        bool(item.veto_reason)
        for item in rows.items
        if item.meeting.held_on.year == year and item.decision and against(item)
    ]
    return (
        law.share("dissents_answered", said),
        law.share("vetoes_answered", vetoes),
        law.share("sheet_dissents_answered", told),
    )


def _beneficiaries(rows: PartnerRows, year: int) -> tuple[Figure, ...]:
    told = [
        bool(sheet.told.get("beneficiaries"))
        for sheet in rows.sheets
        if sheet.kind is Sheet.EVALUATION and civil_date(sheet.at).year == year
    ]
    return (law.share("beneficiaries_heard", told),)
