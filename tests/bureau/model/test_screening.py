"""What is kept of a screening: dates stay dates, answers stay sealed, gaps stay lists."""

from datetime import date

from sqlalchemy import select

from bureau.model import Answer, Screening, Supplement, Suspension
from bureau.operations import supplements
from tests.bureau.operations.road import Road


def test_dates_lists_and_sealed_answers_come_back_as_they_were(work_of, actors, engine):
    road = Road(work_of, actors).to_returned(left_out=("DC02",))
    with road.by("officer", "03-10") as work:
        supplements.ask_supplement(work, road.id, "one gap")
    with road.by("officer", "03-10") as work:
        asked = work.session.scalars(select(Supplement)).one()
        pause = work.session.scalars(select(Suspension)).one()
        answer = work.session.scalars(select(Answer).where(Answer.question == "Q01.01")).one()
        assert (asked.sent_on, asked.until_on) == (date(2026, 3, 10), date(2026, 3, 24))
        assert asked.gaps == ["DC02"]
        assert (pause.rule, pause.from_on, pause.until_on) == ("SUS1", date(2026, 3, 10), None)
        assert pause.ends_on == date(2026, 3, 24)
        assert answer.text == "Fictional answer"
    with engine.connect() as connection:
        raw = connection.exec_driver_sql("SELECT text FROM answer").scalars().all()
    assert not any(b"Fictional" in bytes(text) for text in raw)


def test_a_screening_knows_its_case_and_its_applicant(work_of, actors):
    road = Road(work_of, actors)
    with road.by("officer") as work:
        kept = work.session.scalars(select(Screening)).one()
        assert (kept.case.id, kept.applicant.id) == (road.id, road.applicant)
        assert kept.previous is None
        assert kept.register_entities == []
