"""The view of a case is built from its rows."""

from bureau.operations.case_files import read_case
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_moves_members_and_scope_carry_their_names(road):
    road.to_form()
    with road.by("officer", "03-04") as work:
        view = read_case(work, road.id)
        assert [line.target for line in view.moves] == ["ST20", "ST30"]
        assert view.moves[0].target_name.en
        assert view.moves[0].by == "Officer"
        assert view.scope_name.nl.startswith("exploitatievergunning")
        assert {line.organisation for line in view.members} == {"Gemeente Havermonde"}
        assert view.state_row.must_not.en
        assert view.gaps
