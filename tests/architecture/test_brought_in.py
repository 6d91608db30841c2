"""No road goes round the gate: what comes from another organisation passes `_brought_in`.

A source is fetched there alone, so that every fact that rests on one has passed; and whatever
makes a source or a document has asked there first.
"""

import ast

from tests.architecture import tree
from tests.architecture.test_operations import defined, target

GATE = "_brought_in"
TAKEN = {"learnt", "sources", "source_id"}
# A form handed in by the applicant belongs to a screening, where nothing of a partner comes in.
SCREENING_ONLY = {("_handing", "keep_file")}
# These compare what was said, or take back what an import made, and store nothing new.
STORES_NOTHING = {("ordinary", "_differs")}
TAKES_BACK = "_import_made"


def modules():
    return [path for path in tree.files("*.py", "bureau/operations") if path.stem != GATE]


def calls(node, *names):
    """The calls within `node` of a function or class with one of these names."""
    found = (each for each in ast.walk(node) if isinstance(each, ast.Call))
    return [each for each in found if ast.unparse(each.func).split(".")[-1] in names]


def passes(module, name, seen):
    """Whether this function asks the gate, itself or by what it hands its work to."""
    if (module, name) in seen or (module, name) not in defined():
        return False
    seen.add((module, name))
    if calls(defined()[module, name], "source_of", "admitted") and module != GATE:
        return True
    every = [n for n in ast.walk(defined()[module, name]) if isinstance(n, ast.Call)]
    onward = [target(module, call) for call in every]
    return any(passes(*each, seen) for each in onward if each)


def test_a_source_is_fetched_at_the_gate_alone():
    def fetched(path):
        for call in calls(tree.parsed(path), "within", "get", "get_one"):
            if any(isinstance(each, ast.Name) and each.id == "Source" for each in call.args):
                yield call.lineno

    assert tree.faulty(modules(), fetched) == {}


def test_whatever_rests_on_a_source_has_passed_the_gate():
    taking = [
        key
        for key, node in defined().items()
        if TAKEN & {each.arg for each in (*node.args.args, *node.args.kwonlyargs)}
        and key[0] not in (GATE, TAKES_BACK)
        and key not in STORES_NOTHING
    ]
    assert len(taking) > 20
    assert [key for key in taking if not passes(*key, set())] == []


def test_whatever_makes_a_source_or_a_document_has_asked_the_gate():
    made = {
        key: [ast.unparse(each.func) for each in calls(node, "Source", "Document")]
        for key, node in defined().items()
    }
    makers = {key for key, found in made.items() if found} - SCREENING_ONLY
    asking = {module for module, _ in makers}
    assert asking == {"sources", "documents", "imports"}
    for module in asking:
        path = next(path for path in modules() if path.stem == module)
        assert calls(tree.parsed(path), "admitted")
