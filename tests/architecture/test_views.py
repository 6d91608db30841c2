"""A view converts, calls one operation and answers: it never touches what is kept."""

import ast

import pytest

from tests.architecture import tree

VIEWS = tree.files("*.py", "app/views", "app/api")
KEPT = {"session", "select", "query", "execute", "scalars", "scalar", "add_all", "commit"}


def reached(module):
    """Names and attributes that belong to the database, with their line."""
    cookie = any(
        isinstance(node, ast.ImportFrom)
        and node.module == "flask"
        and "session" in {alias.name for alias in node.names}
        for node in ast.walk(module)
    )
    for node in ast.walk(module):
        match node:
            case ast.Attribute(attr=word) if word in KEPT:
                yield node.lineno, word
            case ast.Name(id=word) if word in KEPT and not (cookie and word == "session"):
                yield node.lineno, word


def test_a_view_does_not_touch_the_database():
    assert tree.faulty(VIEWS, lambda path: reached(tree.parsed(path))) == {}


@pytest.mark.parametrize(
    "line",
    [
        "work.session.add(x)",
        "rows = session.query(Case)",
        "rows = work.scalars(select(Case))",
        "from sqlalchemy.orm import Session as session\nsession.execute(1)",
    ],
)
def test_the_check_sees_a_view_that_does(line):
    assert list(reached(ast.parse(line)))


def test_the_cookie_of_the_visitor_is_not_the_database():
    assert list(reached(ast.parse("from flask import session\nsession['x'] = 1"))) == []
