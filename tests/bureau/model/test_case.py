"""A case, its members and its moves."""

from sqlalchemy import select

from bureau.model import Case, Membership, Move
from bureau.rules.vocabulary import CaseKind
from tests.bureau.operations.road import Road


def test_a_case_knows_its_members_and_its_moves_in_order(work_of, actors):
    road = Road(work_of, actors).to_form()
    with road.by("officer", "03-04") as work:
        case = work.session.get_one(Case, road.id)
        assert case.kind is CaseKind.SCREENING
        assert [move.number for move in case.moves] == [1, 2]
        assert all(move.by_id == actors.officer.id for move in case.moves)
        assert {row.user.login for row in case.members} == {"officer", "second", "mayor"}


def test_every_change_counts_a_version(work_of, actors):
    road = Road(work_of, actors)
    with road.by("officer") as work:
        before = work.session.get_one(Case, road.id).version
    road.to_form()
    with road.by("officer") as work:
        assert work.session.get_one(Case, road.id).version == before + 2
        assert {row.version for row in work.session.scalars(select(Move))} == {1}
        assert {row.version for row in work.session.scalars(select(Membership))} == {1}
