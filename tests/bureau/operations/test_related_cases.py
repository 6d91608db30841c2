"""The same people in other cases: a link for who may see both."""

import pytest
from sqlalchemy import select

from bureau.errors import Changed, NotAllowed, NotFound
from bureau.model import Event
from bureau.operations import members, related_cases
from tests.bureau.operations.beside import KVK, company, related, to_do
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def acknowledge(work_of, side, notice, version=None, **said):
    with work_of(side.actor) as work:
        related_cases.acknowledge_notice(
            work, side.id, notice.id, version or notice.version, **said
        )


def test_who_may_see_both_sees_the_case_the_people_and_the_number(work_of, actors, two):
    for side in (two.mine, two.theirs):
        company(work_of, side)
    with work_of(two.theirs.actor) as work:
        members.share_case(work, two.theirs.id, "officer", "reader", "needs to know")
    seen = related(work_of, two.mine)
    [case] = seen.cases
    assert (case.reference, case.title) == ("SCR-2026-theirs", "Zaak theirs")
    assert [(p.label, p.scheme, p.number) for p in case.parties] == [("De Kade B.V.", "kvk", KVK)]
    assert seen.notices == ()
    assert to_do(work_of, actors.officer) == []
    with work_of(actors.officer) as work:
        rows = work.session.scalars(select(Event).where(Event.scope == f"case:{two.theirs.id}"))
        assert ("case.read", "related") in [(e.kind, e.facts.get("part")) for e in rows]


def test_a_notice_is_acknowledged_once_and_the_name_only_where_it_is_given(work_of, two):
    for side in (two.mine, two.theirs):
        company(work_of, side)
    [notice] = related(work_of, two.mine).notices
    with pytest.raises(Changed):
        acknowledge(work_of, two.mine, notice, notice.version + 1)
    acknowledge(work_of, two.mine, notice)
    assert to_do(work_of, two.mine.actor) == []
    assert to_do(work_of, two.theirs.actor) == [two.theirs.id]
    with pytest.raises(NotAllowed):
        acknowledge(work_of, two.mine, notice, notice.version + 1)
    [contact] = related(work_of, two.theirs).notices[0].contacts
    assert contact.name == ""
    acknowledge(work_of, two.mine, notice, notice.version + 1, named=True)
    [contact] = related(work_of, two.theirs).notices[0].contacts
    assert contact.name == two.mine.actor.name


def test_nobody_acknowledges_a_notice_that_is_not_shown_to_them(work_of, actors, two):
    for side in (two.mine, two.theirs):
        company(work_of, side)
    [notice] = related(work_of, two.mine).notices
    with pytest.raises(NotFound), work_of(two.theirs.actor) as work:
        related_cases.acknowledge_notice(work, two.theirs.id, notice.id, notice.version)
    with work_of(two.theirs.actor) as work:
        members.share_case(work, two.theirs.id, "officer", "reader", "needs to know")
    with pytest.raises(NotFound):
        acknowledge(work_of, two.mine, notice)
