"""A file that leaves carries its slip and its digest, and leaves a line in the trail."""

import json
from hashlib import sha256

from bureau.operations._network_file import filed
from bureau.operations._withheld import withheld
from bureau.policy import Permission
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_a_file_its_slip_and_the_trail_say_the_same(work_of, actors, case_id, trail):
    with work_of(actors.officer) as work:
        case = work.case(case_id, Permission.NETWORK_EXPORT)
        held = withheld(work, case)
        file = ("a.json", "application/json", b"{}")
        made = filed(work, case, "json", file, {"nodes": 2, "edges": 1}, held)
    slip = json.loads(made.manifest)
    assert (made.nodes, made.edges, made.sha256) == (2, 1, sha256(b"{}").hexdigest())
    assert (slip["counts"], slip["withheld"]) == ({"nodes": 2, "edges": 1}, [])
    assert trail()[-1].facts["sha256"] == slip["sha256"] == made.sha256
