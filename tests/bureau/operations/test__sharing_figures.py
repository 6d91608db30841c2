"""What the sharing register tells: complete entries, answers in time, giving and getting."""

from datetime import date
from uuid import UUID

from bureau.model import Disclosure, SharingRequest
from bureau.operations._sharing_figures import complete, trust
from tests.bureau.operations import partner_case as made

DAY = date(2026, 3, 2)
A, B, C = (UUID(int=n) for n in (1, 2, 3))


def gift(giver, receiver, **told):
    words = {"basis": "WGS 1.5", "purpose": "doel", "necessity": "nodig", "decided_in": "overleg"}
    return Disclosure(from_id=giver, to_id=receiver, given_on=DAY, **(words | told))


def asked(answer, answered_on, due=date(2026, 3, 16)):
    return SharingRequest(asked_on=DAY, due_on=due, answer=answer, answered_on=answered_on)


def named(figures):
    return {each.name: each.value for each in figures}


def test_an_entry_is_complete_with_where_it_was_agreed():
    rows = made.rows(disclosures=(gift(A, B), gift(A, B, decided_in="", recalled_on=DAY)))
    assert named(complete(rows, 2026)) == {"entry_complete": 50, "recalled": 1}
    assert complete(rows, 2025)[0].value is None


def test_answers_count_once_given_or_overdue_and_partners_by_giving_and_getting():
    rows = made.rows(
        disclosures=(gift(A, B), gift(B, A), gift(A, C)),
        asked=(
            asked("yes", date(2026, 3, 9)),
            asked("no", date(2026, 3, 20)),
            asked("", None, due=date(2026, 3, 3)),
            asked("", None, due=date(2099, 1, 1)),
        ),
    )
    told = named(trust(rows, 2026, date(2026, 4, 1)))
    assert told == {
        "answered_in_time": 33.3,
        "answered_yes": 50,
        "give_and_get": 66.7,
        "answer_days": 12.5,
    }
