"""The catalogue tells numbers over an organisation, and never a small one."""

import pytest

from bureau.errors import AccessDenied
from bureau.operations import leads, networks, pattern_catalogue
from bureau.operations.pattern_catalogue import Came
from bureau.rules.patterns import patterns
from tests.bureau.operations import scene
from tests.bureau.operations.place import open_case
from tests.bureau.operations.road import ON_SQLITE


def explained_lead(work_of, actor, number):
    """A case of the actor with one lead that had an innocent explanation."""
    with work_of(actor) as work:
        case_id = open_case(work, title=f"Zaak {number}")
        scene.take_payments(work, case_id)
        networks.detect(work, case_id, "test", ["UB-03"])
        [line] = leads.list_leads(work, case_id)
        leads.judge_lead(work, case_id, line.id, "explained", "een retour", version=1)


@ON_SQLITE
def test_leads_of_all_own_cases_are_counted_together(work_of, actors, colleague, trail):
    for number in range(5):
        explained_lead(work_of, actors.officer, number)
    with work_of(actors.coordinator) as work:
        rows = {row.pattern.code: row for row in pattern_catalogue.read_catalogue(work)}
    assert rows["UB-03"].came == Came(5, 5, 0, 0, 1.0)
    assert rows["UB-01"].came.hits == 0
    assert set(rows) == set(patterns().codes())
    assert trail()[-1].kind == "pattern.catalogue_read"
    with work_of(actors.outsider) as work:
        others = {row.pattern.code: row for row in pattern_catalogue.read_catalogue(work)}
    assert others["UB-03"].came.hits == 0
    # With a sixth case the total minus the own five would be the one lead of the colleague.
    explained_lead(work_of, colleague, 5)
    for reader, hits in ((actors.officer, None), (colleague, 6), (actors.coordinator, 6)):
        with work_of(reader) as work:
            told = {row.pattern.code: row for row in pattern_catalogue.read_catalogue(work)}
        assert told["UB-03"].came.hits == hits


@ON_SQLITE
def test_partners_do_not_read_it(work_of, actors):
    with pytest.raises(AccessDenied), work_of(actors.police) as work:
        pattern_catalogue.read_catalogue(work)
