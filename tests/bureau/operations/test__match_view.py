"""Facts of two parties beside each other."""

from bureau.model import Case, Entity
from bureau.operations import _party_view, parties
from bureau.operations._match_view import beside, holds
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_equal_facts_stand_in_one_row_with_their_sources(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        one, other = (
            parties.record_company(work, case_id, learnt, name=name, kvk=kvk, legal_form="B.V.").id
            for name, kvk in (("De Zon", "69599084"), ("Zon", "27312152"))
        )
        case = work.session.get_one(Case, case_id)
        rows = beside(
            *(
                _party_view.view(work, case, work.session.get_one(Entity, each))
                for each in (one, other)
            )
        )
    told = {row.name: row for row in rows}
    assert told["field_legal_form"].equal
    assert not told["kvk"].equal
    assert [cell.text for cell in told["kvk"].right] == ["27312152"]
    assert told["kvk"].left[0].origin.source.number == 1
    assert holds(()) is None
