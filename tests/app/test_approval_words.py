"""Whatever is shown of what waits has a word, and so has every event."""

import ast

from app import approval_words
from bureau.rules.approvals import ApprovalState
from bureau.rules.events import EventKind
from tests.architecture import tree

KINDS = ("_case_approvals", "_house_approvals", "_dossier_approvals", "_destruction_approvals")
KINDS += ("_notice_approvals", "_reset_approvals")


def test_every_event_and_state_has_its_word():
    events = {str(kind) for kind in EventKind if kind.startswith("approval.")}
    assert events == {name for name in approval_words.EVENTS if name.startswith("approval.")}
    states = {f"approval_{state}" for state in ApprovalState} | {"approval_expired"}
    assert states <= set(approval_words.WORDS)


def test_everything_that_is_shown_has_its_word():
    shown = {
        key.value
        for path in (tree.ROOT / f"bureau/operations/{name}.py" for name in (*KINDS, "holds"))
        for node in ast.walk(tree.parsed(path))
        if isinstance(node, ast.Assign | ast.AnnAssign)
        if "says" in ast.unparse(node).split("=")[0] and isinstance(node.value, ast.Dict)
        for key in node.value.keys
    } | {"to"}  # what a dossier says besides, and a plan does not
    assert {f"shown_{key}" for key in shown} == {
        name for name in approval_words.WORDS if name.startswith("shown_")
    }
