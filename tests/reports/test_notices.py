"""Whoever received a dossier is told of a correction or a recall: two people, once, confirmed."""

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.model import Case, Correction, CorrectionPlace
from bureau.model.base import new_id
from bureau.operations import approvals, copies, received, received_notices
from bureau.rules.notices import NoticeKind
from reports import issue, notice_paper, notices
from reports.notices import Wanted
from tests.app.views.desk import ink
from tests.bureau.operations.agreeing import agree_to, waiting
from tests.bureau.operations.contact_desk import hold
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.told import SAID, SAYS, WHY, Told, inkless

__all__ = ["ink"]
pytestmark = ON_SQLITE


@pytest.fixture
def room(work_of, actors, ink, monkeypatch):
    inkless(monkeypatch)
    made = Told(work_of, actors)
    made.copy = made.issued()
    return made


def board(room, login="officer"):
    with room.by(login, "03-24") as work:
        return notices.list_notices(work, room.id, room.dossier.id)


def states(room):
    with room.by("officer", "03-27") as work:
        return [row.state for row in notices.list_notices(work, room.id, room.dossier.id).notices]


def places(room):
    with room.by("officer", "03-27") as work:
        query = select(CorrectionPlace).where(CorrectionPlace.place_id == room.dossier.id)
        return [(row.done_on, row.answer) for row in work.session.scalars(query)]


def test_a_correction_is_told_where_it_stands_agreed_to_sent_and_confirmed(room):
    assert board(room).offered == ()
    correction = room.correct()
    [one] = board(room).offered
    assert (one.said, one.says) == (SAID, SAYS)
    assert [each for each in one.where if each.startswith("Feiten en bevindingen")]
    notice = room.make(room.correction(correction))
    with room.by("prosecutor", "03-24") as work:
        assert received.read_received(work, room.copy).notices == ()
    room.agree(notice)
    room.send(notice)
    assert [answer for _, answer in places(room)] == [f"{room.reference}-C1-N1"]
    with room.by("prosecutor", "03-27") as work:
        assert "notice_correction" in [one.kind for one in received.list_room_tasks(work)]
        copy = received.read_received(work, room.copy)
        [told] = copy.notices
        name, pdf = received_notices.take_notice(work, room.copy, told.id)
        received_notices.confirm_notice(work, room.copy, told.id, told.version)
    assert (copy.recall, name) == (None, f"{room.reference}-C1-N1.pdf")
    assert pdf.startswith(b"%PDF-")
    with room.by("prosecutor", "03-28") as work:
        assert "notice_correction" not in [one.kind for one in received.list_room_tasks(work)]
        with pytest.raises(NotAllowed, match="confirmed already"):
            received_notices.confirm_notice(work, room.copy, told.id, 2)
    with room.by("officer", "03-28") as work:
        [row] = notices.list_notices(work, room.id, room.dossier.id).notices
        assert [each.confirmed_by for each in row.told] == ["Prosecutor"]


def test_it_is_sent_once_and_only_as_somebody_else_read_it(room):
    notice = room.make(room.correction(room.correct()))
    with pytest.raises(NotAllowed, match="not approved"):
        room.send(notice)
    [request] = waiting(lambda: room.by("second", "03-25"), "notice")
    with pytest.raises(NotAllowed, match="opened exactly this"):
        agree_to(lambda: room.by("second", "03-25"), request)
    with room.by("officer", "03-25") as work:
        assert approvals.open_request(work, request).own
        assert approvals.open_request(work, request).against
    with pytest.raises(NotAllowed, match="under way"):
        room.make(room.recall())
    room.agree(notice)
    room.send(notice)
    with pytest.raises(NotAllowed):
        room.send(notice)


def test_a_fact_that_changed_after_the_approval_is_not_told(room):
    correction = room.correct()
    notice = room.make(room.correction(correction))
    room.agree(notice)
    with room.by("officer", "03-25") as work:
        row = work.session.get_one(Correction, correction)
        work.expect(row, row.version, {})
        row.reason = "another reason"
        work.record("fact.corrected", row)
    with pytest.raises(NotAllowed, match="says something else"):
        room.send(notice)
    assert places(room) == [(None, "")]


def test_a_dossier_is_taken_back_while_its_case_is_held_and_nothing_else_is_told(room):
    correction = room.correct()
    with room.by("care", "03-24") as work:
        hold(work, work.session.get_one(Case, room.id))
    with pytest.raises(NotAllowed) as refusal:
        room.make(room.correction(correction))
    assert refusal.value.where["guard"] == "hold"
    room.sent(room.recall())
    with room.by("prosecutor", "03-27") as work:
        assert received.read_received(work, room.copy).recall


def test_a_recalled_dossier_says_so_and_is_told_of_nothing_more(room):
    with pytest.raises(Invalid, match="becomes of the copies"):
        room.make(room.recall("STOP"))
    with pytest.raises(Invalid, match="no ground"):
        room.make(Wanted(NoticeKind.RECALL, "because", "CORRECTED", "RETURN"))
    room.sent(room.recall("RETURN"))
    with room.by("prosecutor", "03-27") as work:
        copy = received.read_received(work, room.copy)
        assert copy.recall
        assert "notice_recall" in [one.kind for one in received.list_room_tasks(work)]
        assert received.prove_copy(work, room.copy)[1]
        for take in (received.take_copy, received.take_package):
            with pytest.raises(NotAllowed, match="given out no longer"):
                take(work, room.copy)
        [told] = copy.notices
        with pytest.raises(Invalid, match="done with the copies"):
            received_notices.confirm_notice(work, room.copy, told.id, told.version, " ")
        done = "Sent back by courier on 26 March."
        received_notices.confirm_notice(work, room.copy, told.id, told.version, done)
    seen = board(room)
    assert (seen.recalled, seen.may_prepare, seen.offered) == (True, False, ())
    with room.by("officer", "03-27") as work:
        assert notices.list_recalled(work, room.id) == {room.dossier.id}
        [row] = notices.list_notices(work, room.id, room.dossier.id).notices
        assert [(each.confirmed_by, each.done) for each in row.told] == [("Prosecutor", done)]
    with pytest.raises(NotAllowed, match="taken back"):
        room.make(room.recall())


def test_a_notice_that_says_something_else_by_now_makes_room_for_another(room):
    stale = room.make(room.correction(room.correct()))
    room.agree(stale)
    first = room.dossier
    room.issued()
    room.dossier = first
    with pytest.raises(NotAllowed, match="says something else"):
        room.send(stale)
    room.sent(room.recall())
    assert states(room) == ["issued", "lapsed"]
    assert waiting(lambda: room.by("second", "03-27"), "notice") == []


def test_a_notice_that_was_withdrawn_makes_room_for_another(room):
    room.make(room.correction(room.correct()))
    with room.by("officer", "03-24") as work:
        [line] = [one for one in approvals.list_waiting(work).own if one.code == "notice"]
        seen = approvals.open_request(work, line.id)
        approvals.withdraw(work, line.id, seen.version)
    room.make(room.recall())
    assert states(room) == ["prepared", "lapsed"]


def test_what_is_not_out_or_not_corrected_has_no_notice(room):
    draft = room.prepare(day="03-24")
    with pytest.raises(NotAllowed, match="that is out"), room.by("officer", "03-24") as work:
        notices.compose_notice(work, room.id, draft.id, room.recall())
    for wrong in (room.correction(), room.correction(new_id())):
        with pytest.raises(Invalid):
            room.make(wrong)


def test_others_find_no_notice(room):
    notice = room.sent(room.recall())
    for login in ("police", "outsider", "admin", "prosecutor"):
        with pytest.raises(AccessDenied):
            room.read(notice, login)
    with room.by("prosecutor", "03-27") as work:
        [told] = received.read_received(work, room.copy).notices
    with pytest.raises(AccessDenied), room.by("police", "03-27") as work:
        received_notices.take_notice(work, room.copy, told.id)
    with pytest.raises(NotFound), room.by("prosecutor", "03-27") as work:
        received_notices.take_notice(work, new_id(), told.id)
    with pytest.raises(NotFound), room.by("officer", "03-27") as work:
        notices.read_notice(work, room.id, room.prepare(day="03-24").id, notice)


def test_who_confirmed_what_went_another_way_is_recorded_by_the_handler(room):
    room.issued("")
    room.sent(room.recall())
    with room.by("officer", "03-27") as work:
        [copy] = copies.list_copies(work, room.id, room.dossier.id)
        [told] = copy.notices
        who = (told.id, told.version, "M. Verhaar, OM")
        with pytest.raises(NotFound):
            copies.record_confirmation(work, room.id, new_id(), *who)
        with pytest.raises(Invalid, match="done with the copies"):
            copies.record_confirmation(work, room.id, room.dossier.id, *who)
        copies.record_confirmation(work, room.id, room.dossier.id, *who, "Destroyed on 26 March.")
    with room.by("officer", "03-28") as work:
        assert copies.list_copies(work, room.id, room.dossier.id)[0].notices[0].received_by
        again = (told.id, told.version + 1, "again")
        with pytest.raises(NotAllowed, match="confirmed already"):
            copies.record_confirmation(work, room.id, room.dossier.id, *again)


def test_a_notice_that_names_somebody_protected_is_not_made(room):
    room.protect()
    wanted = Wanted(NoticeKind.RECALL, "It was about Mirte Zonneveld.", "INCORRECT", "DESTROY")
    with pytest.raises(NotAllowed, match="who is protected"):
        room.make(wanted)


def test_a_new_version_names_the_one_it_replaces_and_the_notice_names_the_new_one(room):
    first = room.dossier.id
    room.issued()
    with room.by("officer", "03-24") as work:
        pdf = issue.read_dossier(work, room.id, room.dossier.id).pdf
        made = notices.compose_notice(work, room.id, first, room.recall())
    assert f'"replaces":"{room.reference}-C1, 22 maart 2026"' in pdf.decode()
    assert made.instead == f"{room.reference}-C2, 22 maart 2026"
    assert WHY not in str(notice_paper.plain(made))
