"""Contact, corrections and requests of the city: each state is there to be looked at."""

from sqlalchemy import select

from bureau.model import RecipientNotice, SharingRequest
from bureau.operations import contacts, sharing_registers, tasks


def test_two_owners_met_one_is_asked_and_one_question_met_nobody(city):
    with city.work("coordinator") as work:
        seen = contacts.list_contacts(work, city.id("partnership"))
        assert len(seen.asked) == 2
        assert len(seen.told) == 1
        (told,) = seen.told
        assert (told.asker, told.agreed) == (None, None)
        met = [row for row in seen.asked if row.partners]
        assert len(met) == 1
        kinds = {task.kind for task in tasks.upcoming(work)}
    assert {"answer_contact", "hold_contact"} <= kinds


def test_a_correction_went_to_both_recipients_and_one_answered(city):
    with city.factory() as session:
        rows = list(session.scalars(select(RecipientNotice)))
        found = [row for row in rows if row.kind == "correction"]
        assert sorted(row.answered_on is not None for row in found) == [False, True]
        assert all("Havenkwartier" in row.says for row in found)


def test_requests_stand_in_every_state(city):
    today = city.scene.days.today
    with city.factory() as session:
        rows = list(session.scalars(select(SharingRequest)).unique())
    open_ones = [row for row in rows if not row.answer]
    assert any(row.due_on < today for row in open_ones)
    assert any(row.due_on >= today for row in open_ones)
    assert {row.answer for row in rows} == {"", "yes", "no", "later"}
    with city.work("police") as work:
        assert sharing_registers.read_register(work, city.id("partnership"))
