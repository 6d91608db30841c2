"""The notice to both handlers, and the silence towards everybody else."""

import json

import pytest
from sqlalchemy import select

from bureau.model import Case, CaseNotice
from bureau.operations import imports, members
from bureau.operations._notices import Contact
from bureau.rules.vocabulary import CaseKind, Role
from tests.bureau.operations.beside import company, related, to_do
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test__import_registers import PROFILE

pytestmark = ON_SQLITE


def test_both_handlers_are_told_function_and_organisation_and_nothing_of_the_case(work_of, two):
    company(work_of, two.mine, name="Kade Holding")
    company(work_of, two.theirs)
    for side, label in ((two.mine, "Kade Holding"), (two.theirs, "De Kade B.V.")):
        seen = related(work_of, side)
        [notice] = seen.notices
        assert seen.cases == ()
        assert (notice.label, notice.scheme) == (label, "kvk")
        assert notice.contacts == (Contact("Gemeente Havermonde", (Role.OFFICER,), ""),)
        assert to_do(work_of, side.actor) == [side.id]


def test_for_another_member_of_the_case_nothing_differs(work_of, actors, two):
    with work_of(actors.officer) as work:
        members.share_case(work, two.mine.id, "second", "second_reader", "second reading")
    company(work_of, two.mine)
    before = related(work_of, two.mine, actors.second), to_do(work_of, actors.second)
    company(work_of, two.theirs)
    after = related(work_of, two.mine, actors.second), to_do(work_of, actors.second)
    assert after == before
    assert len(related(work_of, two.mine).notices) == 1


@pytest.mark.parametrize("apart", ["closed", "partnership", "elsewhere"])
def test_no_notice_about_a_closed_case_a_partnership_or_another_body(work_of, actors, two, apart):
    def part(case):
        case.state = "ST199" if apart == "closed" else case.state
        case.kind = CaseKind.PARTNERSHIP if apart == "partnership" else case.kind
        if apart == "elsewhere":
            case.organisation_id = actors.outsider.organisation_id

    company(work_of, two.mine)
    with work_of(two.theirs.actor) as work:
        case = work.session.get(Case, two.theirs.id)
        part(case)
        work.record("case.changed", case)
    if apart != "partnership":  # there the officer records nothing any more
        company(work_of, two.theirs)
    with work_of(actors.officer) as work:
        assert work.session.scalars(select(CaseNotice)).all() == []


def test_an_answer_of_a_register_tells_too_and_a_second_number_adds_no_second_notice(work_of, two):
    profile = json.dumps(PROFILE).encode()
    for side in (two.mine, two.theirs):
        with work_of(side.actor) as work:
            imports.import_file(work, side.id, "kvk", "a.json", profile, source_title="KVK")
    assert [notice.scheme for notice in related(work_of, two.mine).notices] == ["kvk"]
