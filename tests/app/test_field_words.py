"""Every field that an operation can refuse has a word."""

import ast

import pytest

from app.field_words import WORDS
from tests.architecture import tree

ASKING = {"said": 1, "fitting": 1, "one_of": 1, "not_before": 1, "past": 2}


def named():
    """The fields that operations hand to what checks texts, choices and dates."""
    found = set()
    for path in tree.files("*.py", "bureau/operations"):
        for call in ast.walk(tree.parsed(path)):
            match call:
                case ast.Call(func=ast.Name(id=name), args=args) if name in ASKING:
                    given = args[ASKING[name] : ASKING[name] + 1]
                    found |= {node.value for node in given if isinstance(node, ast.Constant)}
    return sorted(found)


@pytest.mark.parametrize("field", named())
def test_it_has_a_word(field):
    assert field in WORDS


def test_fields_are_found():
    assert "reason" in named()
