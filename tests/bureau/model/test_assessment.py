"""Findings keep their sources, assessments their signature, an advice its secret."""

from sqlalchemy import select

from bureau.model import Advice, Assessment, Finding
from bureau.rules.vocabulary import Danger
from tests.bureau.operations.road import Road


def test_a_finding_keeps_its_sources_and_an_assessment_its_two_people(work_of, actors):
    road = Road(work_of, actors)
    road.find()
    road.assess()
    with road.by("officer", "03-14") as work:
        [finding] = work.session.scalars(select(Finding))
        assert [link.source_id for link in finding.sources] == [road.source]
        row = work.session.scalars(select(Assessment).where(Assessment.ground == "a")).one()
        assert row.danger is Danger.SERIOUS
        assert (row.by.login, row.signed_by.login) == ("officer", "second")


def test_what_the_advice_says_is_kept_sealed(work_of, actors, engine):
    road = Road(work_of, actors).to_assessment().ask_advice()
    road.receive_advice("05-20")
    with road.by("officer", "05-20") as work:
        assert "says the Bureau" in work.session.scalars(select(Advice)).one().summary
    with engine.connect() as connection:
        [raw] = connection.exec_driver_sql("SELECT summary FROM advice").scalars().all()
    assert b"Bureau" not in bytes(raw)
