"""What people do asks leave first and leaves a trace, in every public function.

A module whose name begins with an underscore is a part of the operations beside it: its functions
are held to nothing here, because no door (page, command, job) may call them.
"""

import ast
from functools import cache

from tests.architecture import tree

LEAVE = {"require", "case", "case_called", "going", "signal", "visible"}
LEAVE |= {"support_file", "support_file_called"}
TRACE = {"record"}
ISSUING = [
    tree.ROOT / "reports" / name
    for name in ("issue.py", "issue_support.py", "composing.py", "notices.py")
]
PLACES = [*tree.files("*.py", "bureau/operations"), *ISSUING]


def stem(path):
    return path.parent.name if path.name == "__init__.py" else path.stem


@cache
def defined():
    """Every top-level function of the operations, by (module, name)."""
    return {
        (stem(path), node.name): node
        for path in PACKAGED
        for node in tree.parsed(path).body
        if isinstance(node, ast.FunctionDef)
    }


@cache
def borrowed(module):
    """Functions that a module imports by name from another module of operations."""
    path = next(path for path in PACKAGED if stem(path) == module)
    return {
        alias.asname or alias.name: (node.module.split(".")[-1], alias.name)
        for node in ast.walk(tree.parsed(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bureau.operations.")
        for alias in node.names
    }


def target(module, call):
    """The operation that `call` hands its work to, if it does."""
    if not (call.args and ast.unparse(call.args[0]) == "work"):
        return None
    match call.func:
        case ast.Name(id=name):
            return borrowed(module).get(name, (module, name))
        case ast.Attribute(value=ast.Name(id=other), attr=name):
            return (other, name)
    return None


def asked(module, name, seen):
    """The methods of `work` that are called here, or by what the work is handed to."""
    if (module, name) in seen or (module, name) not in defined():
        return set()
    seen.add((module, name))
    found = set()
    for call in (n for n in ast.walk(defined()[module, name]) if isinstance(n, ast.Call)):
        match call.func:
            case ast.Attribute(value=ast.Name(id="work"), attr=method):
                found.add(method)
        if onward := target(module, call):
            found |= asked(*onward, seen)
    return found


PACKAGED = [path for path in PLACES if path.exists()]
OPERATIONS = sorted(key for key in defined() if not any(part.startswith("_") for part in key))


def unlike(wanted):
    """The operations for which something does not hold, by name."""
    return [".".join(key) for key in OPERATIONS if not wanted(*key)]


def test_an_operation_receives_the_work_first():
    def first(module, name):
        arguments = defined()[module, name].args
        return [each.arg for each in [*arguments.posonlyargs, *arguments.args][:1]] == ["work"]

    assert len(OPERATIONS) > 300
    assert unlike(first) == []


def test_an_operation_asks_leave():
    assert unlike(lambda module, name: asked(module, name, set()) & LEAVE) == []


def test_an_operation_leaves_a_trace():
    assert unlike(lambda module, name: asked(module, name, set()) & TRACE) == []


def parts(path):
    """The parts of operations that a door imports; a value that one hands out may be named."""
    named = [
        f"{node.module}.{alias.name}"
        for node in ast.walk(tree.parsed(path))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if not alias.name[0].isupper()
    ]
    return [each for each in named if each.startswith("bureau.operations") and "._" in each]


def test_a_door_calls_operations_and_not_their_parts():
    assert tree.faulty(tree.files("*.py", "app"), parts) == {}
