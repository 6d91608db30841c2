from sqlalchemy import select

from app.demo.intake import STORY
from bureau.model import Case, Membership, Requirement, Supplement, User


def test_the_form_was_incomplete_and_then_supplemented(city):
    with city.factory() as session:
        asked = session.scalar(select(Supplement).where(Supplement.case_id == city.id(STORY)))
        assert {"Q02.03", "DC09", "DC10", "DC11", "DC12"} <= set(asked.gaps)
        assert asked.sent_on < asked.completed_on <= asked.until_on
        papers = select(Requirement).where(Requirement.case_id == city.id(STORY))
        given = {row.code for row in session.scalars(papers) if row.document_id}
    assert given == {"DC09", "DC10", "DC11", "DC12"}


def test_it_was_received_seventeen_weeks_ago_and_is_shared(city):
    with city.work("officer") as work:
        case = work.session.get(Case, city.id(STORY))
        assert (work.today - case.opened_on).days == 17 * 7
        members = select(User.login).join(Membership).where(Membership.case_id == case.id)
        assert set(work.session.scalars(members)) == {"officer", "second", "mayor"}
