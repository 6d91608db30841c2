"""The minutes in words to print: what stands in them is what this seat may know."""

import pytest

from app.minutes_paper import sheet
from bureau.operations import minutes, minutes_papers, voices
from bureau.rules.vocabulary import Language
from tests.bureau.operations.map_desk import Mapped
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    made = Table(work_of, actors, "in_session")
    made.attend("coordinator", "police", "tax")
    made.minute(decision="We stop here.")
    made.leave("tax")
    made.to("minutes_draft")
    return made


@pytest.mark.parametrize(("login", "told"), [("police", True), ("tax", False)])
def test_who_left_the_room_reads_no_decision_in_words_or_in_data(app, table, login, told):
    with app.test_request_context(), table.by(login) as work:
        found = minutes_papers.print_minutes(work, table.case, table.meeting)
        paper = sheet(found, Language.EN)
    assert ("We stop here." in str(paper)) is told
    assert login in paper.name
    seats = paper.parts[0].tables[0]
    assert seats.caption == "Seats"
    there = {row[1]: row[2:4] for row in seats.rows}
    assert there["Politie, district Monde"] == ("yes", "no interest of their own")
    left = ("left the room for this item", "declared an interest and left the room")
    assert there["Belastingdienst"] == left
    assert "a brother rents there" not in str(paper)


@pytest.mark.parametrize(("login", "told"), [("coordinator", True), ("police", False)])
def test_what_came_of_the_victim_check_is_for_who_runs_the_case(app, table, login, told):
    with app.test_request_context(), table.by(login) as work:
        found = minutes_papers.print_minutes(work, table.case, table.meeting)
        paper = sheet(found, Language.EN)
    assert ("Victim check" in dict(paper.parts[0].facts)) is told
    assert ("no_indication" in str(found.items[0].check)) is told


def test_why_a_veto_did_not_stop_a_decision_is_printed(app, work_of, actors, sessions):
    desk = Mapped(work_of, actors, sessions)
    desk.fill()
    desk.bind()
    desk.to("in_session")
    desk.attend("coordinator", "police", "tax")
    version, seat = desk.version(), desk.seat("tax")
    with desk.by("coordinator") as work:
        voices.choose_subject(work, desk.case, desk.item, version, "RESULT")
    with desk.by("tax") as work:
        minutes.state_dissent(work, desk.case, desk.item, seat, "Not before the audit.")
    version = desk.version()
    with desk.by("coordinator") as work:
        voices.answer_veto(work, desk.case, desk.item, version, "The court asked for it.")
    desk.minute()
    desk.to("minutes_draft")
    with app.test_request_context(), desk.by("police") as work:
        found = minutes_papers.print_minutes(work, desk.case, desk.meeting)
        told = dict(sheet(found, Language.EN).parts[0].facts)
    assert told["Taken all the same, because"] == "The court asked for it."
    assert told["A veto stands against this decision"] == "Belastingdienst"
    assert "Belastingdienst: can veto" in told["Order of voices"]
    assert "Decides on" in told
