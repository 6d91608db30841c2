"""A late decision: the letter before, the notice and its price after."""

from datetime import date

import pytest
from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Screening
from bureau.operations import delays, steps
from bureau.rules.events import EventKind
from tests.bureau.operations.road import ON_SQLITE, Road

pytestmark = ON_SQLITE
D = date.fromisoformat


def send(road, day, until, **said):
    with road.by("officer", day) as work:
        delays.send_delay(work, road.id, D(until), "the advice is awaited", **said)


def notice(road, day, about="application"):
    with road.by("officer", day) as work:
        delays.receive_default(work, road.id, about, "letter of the lawyer")


def test_without_a_statutory_term_the_date_of_the_letter_counts(road):
    send(road, "04-20", "2026-06-30")
    main = road.clock("DL01", "04-21")
    assert (main["due"], main["raw"]) == ("2026-06-30", "2026-04-27")
    assert road.clock("DL05", "04-21")["due"] == "2026-06-30"


def test_with_one_the_letter_extends_nothing(road):
    send(road, "04-20", "2026-06-30", statutory=True)
    assert road.clock("DL01", "04-21")["due"] == "2026-04-28"
    assert road.clock("DL05", "04-21")["due"] == "2026-06-30"


def test_a_suspension_after_the_letter_pushes_the_date_told(road):
    """An advice asked on 1 May and still awaited on 1 June: 32 days stand still so far."""
    road.to_assessment()
    send(road, "04-20", "2026-05-25")
    road.ask_advice("05-01")
    main = road.clock("DL01", "06-01")
    assert (main["state"], main["due"]) == ("suspended", "2026-06-26")
    assert main["suspended_days"] == 32
    assert road.clock("DL05", "06-01")["state"] == "running"
    with pytest.raises(NotAllowed) as refusal:
        notice(road, "06-01")
    assert refusal.value.where["guard"] == "decision_overdue"


def test_a_letter_after_the_term_is_too_late(road):
    with pytest.raises(NotAllowed) as refusal:
        send(road, "04-29", "2026-06-30")
    assert refusal.value.where["basis"] == "Awb 4:14"
    for until in ("2026-04-19", "2028-01-01"):
        with pytest.raises(Invalid):
            send(road, "04-20", until)


def test_an_environment_permit_has_its_own_term_and_extension(work_of, actors):
    """Worked example K: eight and six weeks, too long for the Algemene termijnenwet."""
    road = Road(work_of, actors, scope="SC09")
    assert road.clock("DL18", "03-03")["due"] == "2026-04-28"
    send(road, "04-20", "2026-06-08")
    assert road.clock("DL18", "04-21")["due"] == "2026-06-08"


@pytest.mark.parametrize(("weeks", "statutory"), [(14, False), (None, True)])
def test_a_permit_is_not_put_off_twice_nor_by_a_letter_that_extends_nothing(
    work_of, actors, weeks, statutory
):
    road = Road(work_of, actors, scope="SC09")
    if weeks:
        choose(road, weeks)
    before = road.clock("DL18", "04-20")["due"]
    send(road, "04-20", "2026-05-20", statutory=statutory)
    send(road, "04-21", "2026-05-21", statutory=statutory)
    assert road.clock("DL18", "04-22")["due"] == before


def choose(road, weeks):
    with road.by("officer") as work:
        row = work.session.scalars(select(Screening).where(Screening.case_id == road.id)).one()
        row.weeks = weeks
        work.record(EventKind.CASE_CHANGED, row, part="scope")


def test_a_notice_counts_only_once_the_decision_is_overdue(road):
    with pytest.raises(NotAllowed) as refusal:
        notice(road, "04-28")
    assert refusal.value.where["guard"] == "decision_overdue"
    notice(road, "05-13")
    clock = road.clock("DL17", "05-14")
    assert (clock["state"], clock["due"]) == ("running", "2026-05-27")
    assert road.clock("DL17", "06-10")["state"] == "overdue"
    with pytest.raises(Invalid):
        notice(road, "05-14", "something else")


def test_the_price_is_told_in_words_and_stops_with_the_decision(road):
    road.to_decision()
    notice(road, "05-13")
    with road.by("officer", "06-10") as work:
        row = next(c for c in steps.clocks_of(work, road.id) if c.term == "DL17")
        assert "€322.00" in row.remarks[0].en
        assert "€ 322,00" in row.remarks[0].nl
    road.decide(day="06-11")
    road.make_known("06-11")
    assert road.clock("DL17", "12-01")["state"] == "stopped"


def test_a_notice_about_the_objection_looks_at_its_term(road):
    road.to_decision().decide()
    road.make_known()
    with pytest.raises(NotAllowed):
        notice(road, "05-13", "objection")
    road.object("05-04")
    with pytest.raises(NotAllowed):
        notice(road, "06-24", "objection")
    notice(road, "06-25", "objection")
    assert road.clock("DL17", "06-26")["due"] == "2026-07-09"


def test_a_second_notice_about_the_same_has_no_effect(road):
    notice(road, "05-13")
    with pytest.raises(NotAllowed) as refusal:
        notice(road, "05-14")
    assert refusal.value.where["guard"] == "one_notice"


def test_a_withdrawn_application_costs_nothing_more(road):
    notice(road, "05-13")
    road.step("T38", "06-10")
    clock = road.clock("DL17", "12-01")
    assert clock["state"] == "stopped"
    assert cost(road, "12-01") == cost(road, "06-10")


def cost(road, day):
    with road.by("officer", day) as work:
        row = next(c for c in steps.clocks_of(work, road.id) if c.term == "DL17")
        return row.remarks


def test_a_withdrawn_objection_costs_nothing_more(road):
    road.to_decision().decide()
    road.make_known().object("05-04")
    notice(road, "06-25", "objection")
    road.step("T46", "07-20", "letter of 18 July")
    assert road.clock("DL17", "12-01")["state"] == "stopped"


@pytest.mark.parametrize(
    "said", [{"scope": "SC22"}, {"scope": "SC26"}, {"stage": "existing"}], ids=str
)
def test_a_notice_needs_a_decision_on_an_application(work_of, actors, said):
    road = Road(work_of, actors, **said)
    with pytest.raises(NotAllowed) as refusal:
        notice(road, "06-25")
    assert refusal.value.where["guard"] == "decision_on_application"
