"""The rule of the second person, case by case."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from uuid import UUID

import pytest

from bureau.permissions import Permission
from bureau.rules.approvals import (
    ApprovalState,
    Asked,
    Ground,
    Second,
    Who,
    acts,
    drawn,
    objection,
    reviewer_of,
    unsettled,
)

DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
ONE, OTHER, HERE, THERE = (UUID(int=number) for number in range(4))
ASKED = Asked(ApprovalState.WAITING, ONE, HERE, NOW + timedelta(days=1), unchanged=True)
FIT = Second(OTHER, HERE, leave=True, program=False, opened=True)
EVERY = [row.code for row in acts().on(DAY)]


def act(code):
    return acts().row(code, DAY)


@pytest.mark.parametrize("code", EVERY)
def test_each_act_names_a_permission_that_exists_a_life_and_a_share(code):
    row = act(code)
    assert Permission(row.permission)
    assert (row.days > 0, row.reviewed) == (True, 5)
    assert row.why.nl if row.second is Who.ELSEWHERE else not row.why.nl


@pytest.mark.parametrize("code", EVERY)
def test_another_person_with_leave_who_opened_it_may_agree(code):
    assert objection(act(code), ASKED, FIT, NOW) is None


@pytest.mark.parametrize("code", EVERY)
@pytest.mark.parametrize(
    ("asked", "second", "ground"),
    [
        (ASKED, replace(FIT, person=ONE), Ground.SELF),
        (ASKED, replace(FIT, concerned=True), Ground.CONCERNED),
        (ASKED, replace(FIT, same_line=True), Ground.LINE),
        (ASKED, replace(FIT, reviewed=True), Ground.REVIEWED),
        (ASKED, replace(FIT, program=True), Ground.PROGRAM),
        (ASKED, replace(FIT, leave=False), Ground.LEAVE),
        (ASKED, replace(FIT, opened=False), Ground.UNOPENED),
        (replace(ASKED, unchanged=False), FIT, Ground.CHANGED),
        (replace(ASKED, expires_at=NOW), FIT, Ground.EXPIRED),
        *(
            (replace(ASKED, state=state), FIT, Ground.STATE)
            for state in set(ApprovalState) - {ApprovalState.WAITING}
        ),
    ],
)
def test_nobody_else_does_whatever_the_act(code, asked, second, ground):
    assert objection(act(code), asked, second, NOW) is ground


@pytest.mark.parametrize("code", ["role", "mandate", "key_rotation"])
def test_an_administrator_of_another_organisation_does_not_count(code):
    assert objection(act(code), ASKED, replace(FIT, organisation=THERE), NOW) is Ground.HOUSE


@pytest.mark.parametrize("code", ["issue_criminal", "issue_administrative", "issue_victim"])
def test_what_goes_out_is_agreed_to_elsewhere_where_there_is_somebody(code):
    own, other = replace(FIT, elsewhere=True), replace(FIT, organisation=THERE, elsewhere=True)
    assert objection(act(code), ASKED, own, NOW) is Ground.ELSEWHERE
    assert objection(act(code), ASKED, other, NOW) is None


def test_an_approval_is_used_while_it_is_fresh_and_nothing_changed():
    given = replace(ASKED, state=ApprovalState.APPROVED)
    assert unsettled(given, NOW, ApprovalState.APPROVED) is None
    for asked in (ASKED, replace(given, unchanged=False), replace(given, expires_at=NOW)):
        assert unsettled(asked, NOW, ApprovalState.APPROVED) is not None


def test_the_lot_falls_on_about_one_in_twenty_and_on_each_reviewer_alike():
    lots = [sha256(str(number).encode()).hexdigest() for number in range(4000)]
    assert 160 <= sum(drawn(act("decision"), lot) for lot in lots) <= 240
    assert {reviewer_of(lot, 3) for lot in lots} == {0, 1, 2}
