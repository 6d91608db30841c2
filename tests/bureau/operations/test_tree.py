"""The tree for whoever controls it: verified, gaps declared, lines handed out with their proof."""

import json

import pytest

from bureau.errors import AccessDenied, NotAllowed, NotFound
from bureau.operations import cases, tree
from bureau.rules.vocabulary import CaseKind
from bureau.trust import merkle
from bureau.trust import tree as kept_tree
from bureau.trust.leaf import leaf_of
from bureau.trust.note import Checkpoint, Note, Verifier
from tests.conftest import NOW


@pytest.fixture
def reference(work_of, actors):
    with work_of(actors.officer) as work:
        return cases.open_case(
            work, CaseKind.SCREENING, "Fictional", scope="SC02", received_on=NOW.date()
        ).reference


def test_who_does_not_control_the_trail_sees_no_tree(work_of, actors, reference):
    for act in (
        tree.read_tree,
        tree.request,
        lambda work: tree.verify(work, ()),
        lambda work: tree.export_case(work, reference),
        lambda work: tree.declare_gap(work, (), "reason"),
    ):
        with pytest.raises(AccessDenied), work_of(actors.officer) as work:
            act(work)


def test_the_trail_is_verified_on_the_page(work_of, actors, reference):
    with work_of(actors.auditor) as work:
        assert tree.verify(work, ()).ok
    with work_of(actors.auditor) as work:
        gone = Checkpoint(kept_tree.key().name, 999, bytes(32))
        assert not tree.verify(work, (gone,)).ok


def test_the_lines_of_a_file_come_with_their_proof(work_of, actors, reference):
    with work_of(actors.auditor) as work:
        found = tree.export_case(work, reference.lower())
    point = Checkpoint.read(Note.read(found["checkpoint"]).text)
    assert Note.read(found["checkpoint"]).signed(Verifier.read(found["key"]))
    assert found["entries"]
    for entry in found["entries"]:
        proof = [bytes.fromhex(step) for step in entry["proof"]]
        assert json.loads(entry["line"])["seq"] == entry["seq"]
        place = (leaf_of(entry["line"]), entry["seq"] - 1, point.size)
        assert merkle.included(*place, proof, point.root)
    with pytest.raises(NotFound), work_of(actors.auditor) as work:
        tree.export_case(work, "SCR-2026-NOTONE")


def test_a_gap_is_declared_with_its_reason_and_stays_on_the_page(work_of, actors, reference):
    with pytest.raises(NotAllowed), work_of(actors.auditor) as work:
        tree.declare_gap(work, (), "Nothing is missing.")
    lost = Checkpoint(kept_tree.key().name, 999, bytes(32))
    with work_of(actors.auditor) as work:
        line = tree.declare_gap(work, (lost,), "The disk was lost.")
    with work_of(actors.auditor) as work:
        (gap,) = tree.read_tree(work).gaps
        assert (gap.seq, gap.facts["lost"][0]["size"]) == (line, 999)
