"""The five conditions: promises kept, clear actions, dissent answered, people heard."""

from datetime import date

from bureau.model import RoleCard, RoleCardVersion, Worksheet, WorksheetVersion, WorksheetVoice
from bureau.operations._health_figures import health
from bureau.rules.worksheets import Sheet
from tests.bureau.operations import partner_case as made

DAY = date(2026, 3, 1)


def sheet(kind, versions, voices=(), **told):
    return Worksheet(
        kind=kind,
        at=made.moment(DAY),
        versions=[WorksheetVersion(number=n + 1, told=told) for n in range(versions)],
        voices=[WorksheetVoice(number=n, agrees=ok, at=made.moment(DAY)) for n, ok in voices],
    )


def card(number, *, confirmed):
    at = made.moment(DAY)
    row = RoleCardVersion(number=number, confirmed_at=at if confirmed else None)
    return RoleCard(at=at, versions=[row])


def test_each_condition_has_its_share():
    actions = [made.action(DAY), made.action(DAY, "cannot", power="Wet A; Wet B")]
    item = made.item(made.case(), DAY, [("police", True)] * 5, actions)
    item.seats[0].dissent, item.seats[0].dissent_answer = "Te zwaar.", "Lichter begonnen."
    item.seats[1].dissent, item.seats[1].veto = "Te laat.", True
    item.decision = "We beginnen."
    sheets = (
        sheet(Sheet.PROBLEM, 2, [(1, False), (2, False), (2, True)]),
        sheet(Sheet.EVALUATION, 1, beneficiaries="Bewoners zijn tevreden."),
    )
    cards = (card(1, confirmed=True), card(2, confirmed=False))
    held = made.rows(items=(item,), sheets=sheets, cards=cards, uncarded=2)
    found = health(held, 2026, made.TODAY)
    told = {each.name: each.value for rows in found.values() for each in rows}
    assert told["commitments_kept"] == 50
    assert told["seats_filled"] == 100
    assert told["one_owner_one_power"] == 50
    assert told["role_cards_confirmed"] == 25
    assert told["dissents_answered"] == 50
    assert told["vetoes_answered"] == 0
    assert told["sheet_dissents_answered"] == 50
    assert told["beneficiaries_heard"] == 100
