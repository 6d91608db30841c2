"""Which facts an import made, and no others."""

from bureau.operations import imports
from bureau.operations._import_made import MADE, TABLES, mine, take_back
from tests.bureau.operations import scene
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_only_its_own_facts_go(work_of, actors, case_id):
    other = scene.ROUND.replace("t1,", "u1,").replace(",A,B", ",A,E").splitlines()[:2]
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        scene.take_payments(work, case_id, "\n".join(other))
        sources = {batch.stored: batch.source_id for batch in imports.list_imports(work, case_id)}
        connection = work.session.connection()
        counts, digest = take_back(connection, sources[1])
        assert counts == {"payment": 1, "entity": 1}
        assert len(digest) == 64
        left = {name: len(connection.execute(mine(name, sources[5])).all()) for name in MADE}
        assert {name: n for name, n in left.items() if n} == {
            "payment": 5, "account": 4, "entity": 4,
        }  # fmt: skip
        assert set(MADE) <= set(TABLES)
        work.undo()
