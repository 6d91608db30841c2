"""What an advice says is known to its named readers, and to nobody else, member or not."""

import pytest

from bureau.errors import AccessDenied, Changed, NotAllowed, NotFound
from bureau.operations import advice_readings, members
from bureau.operations.case_files import read_case

SECRET = "says the Bureau"


@pytest.fixture
def advised(road):
    road.to_assessment()
    road.ask_advice("04-07")
    road.advice = road.receive_advice("05-20")
    return road


def read(road, login):
    with road.by(login, "05-21") as work:
        return advice_readings.read_advice(work, road.id, road.advice)


def test_named_readers_read_it_and_reading_is_recorded(advised, trail):
    for login in ("officer", "second"):
        assert SECRET in read(advised, login).summary
        assert trail()[-1].kind == "advice.read"
    assert read(advised, "second").danger_a == "serious"


def test_a_member_who_is_no_reader_learns_nothing_of_it(advised):
    with pytest.raises(AccessDenied) as refusal:
        read(advised, "mayor")
    with pytest.raises(AccessDenied) as outside:
        read(advised, "outsider")
    assert str(refusal.value) == str(outside.value)
    told = advised.show("05-21", "mayor")
    assert SECRET not in str(told)
    assert told["advices"] == [{"asked": "2026-04-07", "received": "2026-05-20"}]
    with advised.by("mayor", "05-21") as work:
        view = read_case(work, advised.id)
        assert [line.may_read for line in view.advices] == [False]
        assert "danger_a" not in view.advices[0].__slots__


def test_the_text_is_sealed_in_the_database_and_kept_out_of_the_trail(advised, engine, trail):
    with engine.connect() as connection:
        [raw] = connection.exec_driver_sql("SELECT summary FROM advice").scalars().all()
        values = connection.exec_driver_sql("SELECT field_values FROM event_value").scalars().all()
    assert SECRET.encode() not in bytes(raw)
    assert not any(SECRET in str(value) for value in values)
    assert not any(SECRET in str(event.facts) + str(event.changes) for event in trail())


def test_a_reader_is_named_later_and_only_from_the_members(advised):
    with pytest.raises(NotFound), advised.by("officer", "05-21") as work:
        advice_readings.appoint_readers(work, advised.id, advised.advice, {"police": "no"})
    with pytest.raises(AccessDenied), advised.by("mayor", "05-21") as work:
        advice_readings.appoint_readers(work, advised.id, advised.advice, {"mayor": "me"})
    with advised.by("officer", "05-21") as work:
        advice_readings.appoint_readers(work, advised.id, advised.advice, {"mayor": "decides"})
    assert SECRET in read(advised, "mayor").summary


def test_without_readers_it_waits_to_be_registered(road):
    road.to_assessment()
    road.ask_advice("04-07")
    advice = road.receive_advice("05-20", readers={})
    assert road.show("05-20")["state"] == "ST73"
    with road.by("officer", "05-20") as work:
        advice_readings.appoint_readers(work, road.id, advice, {"second": "second reading"})
    assert road.show("05-20")["state"] == "ST80"


def test_the_care_check_is_kept_with_its_version(advised):
    version = read(advised, "officer").version

    def check(memo):
        with advised.by("officer", "05-21") as work:
            advice_readings.check_advice(work, advised.id, advised.advice, version, memo)

    check("Complete and current.")
    with pytest.raises(Changed):
        check("Doubtful.")
    assert read(advised, "officer").checked == "Complete and current."


def test_no_advice_answers_like_one_that_is_not_yours(road):
    with pytest.raises(NotFound) as absent, road.by("officer") as work:
        advice_readings.read_advice(work, road.id)
    assert str(absent.value) == "There is nothing here that you may see."


def test_who_leaves_the_case_is_no_reader_any_more(advised):
    with advised.by("officer", "05-22") as work:
        members.unshare_case(work, advised.id, "second", "other work")
        members.share_case(work, advised.id, "second", "helps with the file", "asked again")
    with pytest.raises(AccessDenied):
        read(advised, "second")


def test_an_advice_cannot_come_while_the_bureau_waits_for_an_answer(road):
    road.to_assessment()
    road.ask_advice("04-07")
    road.step("T18", "04-20")
    with pytest.raises(NotAllowed):
        road.receive_advice("05-20")
