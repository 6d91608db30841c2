"""The year of meetings in the demonstration: closed, tracked, and one for next week."""

from app.demo.partnership import STORY, year
from bureau.operations import action_boards, meetings
from bureau.operations.action_boards import Sought


def test_the_year_has_meetings_in_several_states(city):
    states = {}
    with city.work("coordinator") as work:
        for told in year():
            key = city.id(f"{told.key}/meeting")
            states[told.key] = meetings.read_meeting(work, city.id(STORY), key).state.code
    assert states == {
        "meeting-start": "closed",
        "meeting-spring": "closed",
        "meeting-next": "agenda_frozen",
        "partnership": "tracking",
    }


def test_there_are_actions_in_every_state(city):
    with city.work("coordinator") as work:
        board = action_boards.read_board(work, Sought())
    assert all(rows for _, rows in board.columns)
