"""What uses the facts of an import: found by key, in lists, and in the trail."""

from bureau.operations import imports, networks, parties
from bureau.operations._import_uses import uses
from tests.bureau.operations import scene
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def used(work_of, actor, case_id):
    with work_of(actor) as work:
        return uses(work, imports.list_imports(work, case_id)[0])


def test_a_tie_a_lead_and_a_change_are_found(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
    assert used(work_of, actors.officer, case_id) == ()
    with work_of(actors.officer) as work:
        scene.hold(work, case_id, learnt, "A", family_name="Vos")
        networks.detect(work, case_id, "toets", ("UB-03",), ())
        one = scene.account(work, case_id, "B")
        parties.change_party(work, case_id, one, 1, {"note": "Bekeken."})
    assert used(work_of, actors.officer, case_id) == ("changed", "hit", "tie")
