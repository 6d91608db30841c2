"""Contributions: of the agency that brought them, read by whom it chose, gone once recalled."""

from dataclasses import replace

import pytest

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Contribution
from bureau.operations import agenda_items, contributions
from bureau.operations.contributions import Brought
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import leave_agreement
from tests.bureau.operations.table import ITEM, SEATS, Table

pytestmark = ON_SQLITE
TOLD = Brought("Three deliveries after closing time.", "SUPERVISION", "Wpg 20", "H1")


@pytest.fixture
def table(work_of, actors):
    return Table(work_of, actors)


def bring(table, *readers, login="police", told=TOLD):
    seats = [table.seat(reader) for reader in readers]
    with table.by(login) as work:
        return contributions.contribute(work, table.case, table.item, told, seats).id


def read(table, login):
    with table.by(login) as work:
        view = agenda_items.read_item(work, table.case, table.item)
        return [row.text for row in view.contributions]


def test_only_the_own_house_and_chosen_seats_read_it(table):
    bring(table, "tax")
    assert read(table, "police") == read(table, "tax") == [TOLD.text]
    assert read(table, "coordinator") == []


def test_who_may_read_it_changes_at_once(table):
    row = bring(table, "tax")
    chair = table.seat("coordinator")
    with table.by("police") as work:
        contributions.release_contribution(work, table.case, row, [chair])
    assert read(table, "tax") == []
    assert read(table, "coordinator") == [TOLD.text]


@pytest.mark.parametrize("state", ["in_session", "minutes_approved", "closed"])
def test_recalled_its_words_are_gone_for_everybody_and_a_trace_stays(table, state, trail):
    row = bring(table, "tax")
    table.to(state)
    with table.by("police") as work:
        contributions.recall_contribution(work, table.case, row, "not ours to share")
    assert read(table, "tax") == []
    assert read(table, "police") == [None]
    with table.by("police") as work:
        kept = work.session.get_one(Contribution, row)
        assert (kept.text, kept.facts, kept.recall_reason) == (None, [], "not ours to share")
    assert "contribution.recalled" in {event.kind for event in trail()}
    with pytest.raises(NotAllowed), table.by("police") as work:
        contributions.recall_contribution(work, table.case, row, "again")


def test_for_another_agency_it_is_not_there_to_recall_or_release(table):
    row = bring(table, "tax")
    for act in (
        lambda work: contributions.recall_contribution(work, table.case, row, "ours"),
        lambda work: contributions.release_contribution(work, table.case, row, []),
    ):
        for login in ("tax", "coordinator"):
            with pytest.raises(NotFound), table.by(login) as work:
                act(work)


@pytest.mark.parametrize(
    ("kind", "readers"),
    [("TAX", ()), ("POLICE_9_10", ("tax",)), ("MEDICAL", ()), ("AREA", ("tax",))],
)
def test_data_that_the_law_does_not_let_go_are_refused_with_the_article(table, kind, readers):
    with pytest.raises(NotAllowed) as refusal:
        bring(table, *readers, told=replace(TOLD, category=kind))
    assert refusal.value.where["basis"]
    assert refusal.value.params["alternative"] is not None


@pytest.mark.parametrize("wrong", [{"text": " "}, {"handling": "H9"}, {"category": ""}])
def test_it_says_what_of_which_kind_and_how_far_it_goes(table, wrong):
    with pytest.raises(Invalid):
        bring(table, told=replace(TOLD, **wrong))


def test_a_party_that_does_not_lie_on_the_own_table_is_not_named(table):
    with pytest.raises(Invalid) as refusal:
        bring(table, told=replace(TOLD, facts=(table.case,)))
    assert refusal.value.where["field"] == "facts"


def test_an_item_without_persons_takes_no_parties(table):
    area = replace(ITEM, phase="P1", without_persons=True)
    with table.by("coordinator") as work:
        item = agenda_items.add_item(work, table.case, table.meeting, area, SEATS).id
    told = replace(TOLD, facts=(table.case,))
    with pytest.raises(NotAllowed) as refusal, table.by("police") as work:
        contributions.contribute(work, table.case, item, told, [])
    assert refusal.value.where["guard"] == "without persons"
    with table.by("police") as work:
        about = replace(TOLD, category="AREA")
        contributions.contribute(work, table.case, item, about, [])


def test_after_the_minutes_are_put_up_nothing_is_brought(table):
    table.to("minutes_approved")
    with pytest.raises(NotAllowed):
        bring(table)


@pytest.mark.parametrize("ended", ["police", "tax"])
def test_what_was_brought_goes_to_no_seat_once_an_agreement_ended(table, ended):
    row = bring(table)
    leave_agreement(table, ended)
    with pytest.raises(NotAllowed) as refusal, table.by("police") as work:
        contributions.release_contribution(work, table.case, row, [table.seat("tax")])
    assert refusal.value.where["guard"] == "agreement"


def test_a_seat_is_left_out_also_once_its_agreement_ended(table):
    row = bring(table, "tax")
    leave_agreement(table, "tax")
    with table.by("police") as work:
        contributions.release_contribution(work, table.case, row, [])
    assert read(table, "tax") == []
