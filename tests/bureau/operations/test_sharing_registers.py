"""The register read: whole for who keeps the case, the own end for others, with a balance."""

import pytest

from bureau.errors import NotFound
from bureau.operations import sharing_registers, sharing_requests
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import Desk

pytestmark = ON_SQLITE


@pytest.fixture
def desk(work_of, actors):
    return Desk(work_of, actors)


def test_everybody_reads_their_own_end_and_the_keeper_reads_all(desk):
    desk.give("police", "customs")
    hers, _ = desk.give("tax", "coordinator", category="TAX")
    seen = {}
    for login in ("coordinator", "police", "customs", "tax", "prosecutor"):
        with desk.by(login) as work:
            seen[login] = len(sharing_registers.read_register(work, desk.case).rows)
    assert seen == {"coordinator": 2, "police": 1, "customs": 1, "tax": 1, "prosecutor": 0}
    with desk.by("police") as work, pytest.raises(NotFound):
        sharing_registers.read_disclosure(work, desk.case, hers)


def test_the_balance_counts_give_and_get_per_organisation(desk):
    desk.give("police", "coordinator")
    asked = desk.ask("coordinator", "police", "POLICE_8_13")
    with desk.by("police") as work:
        sharing_requests.reply(
            work, desk.case, *asked, "no", "a source is at risk", reason_code="safety"
        )
    with desk.by("coordinator") as work:
        (row,) = sharing_registers.read_own(work).balances
        assert (row.given, row.got, row.asked_them.asked, row.asked_them.in_time) == (0, 1, 1, 1)
    with desk.by("police") as work:
        found = sharing_registers.read_own(work)
        assert found.answered.refused == (("safety", 1),)
        assert [line.number for line in found.given] == [1]


def test_the_form_offers_no_fact_to_who_may_not_read_the_case_file(desk):
    key, _ = desk.record()
    with desk.by("coordinator") as work:
        assert [fact.key for fact in sharing_registers.read_choices(work, desk.case).facts] == [key]
    with desk.by("police") as work:
        choices = sharing_registers.read_choices(work, desk.case)
        assert not choices.facts
        assert "no_veto" not in {row.code for row in choices.conditions}
