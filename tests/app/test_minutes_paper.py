"""The minutes in words to print: what stands in them is what this seat may know."""

import pytest

from app.minutes_paper import sheet
from bureau.operations import minutes_papers
from bureau.rules.vocabulary import Language
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
    assert next(table.caption for table in paper.parts[0].tables) == "Seats"
