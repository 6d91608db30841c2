"""The trail says in the reader's language what for."""

import ast
from importlib import import_module
from types import ModuleType

from flask_babel import force_locale

from app.purpose_words import WORDS, purpose
from bureau.founding import DEMONSTRATION
from tests.architecture import tree

# What people do in the demonstration they do for a purpose that they typed, in their own language;
# these two lines are of the program that founds it.
TYPED = "app/demo/"
FOUNDED = {DEMONSTRATION, "a new password"}


def purposes():
    """Every purpose that a line of code gives to a piece of work, or keeps under such a name."""
    for path in tree.files("*.py", "app", "bureau"):
        if not tree.name(path).startswith(TYPED):
            module = import_module(".".join(path.relative_to(tree.ROOT).with_suffix("").parts))
            yield from (one for node in ast.walk(tree.parsed(path)) for one in told(node, module))
            yield from (text for name, text in vars(module).items() if "PURPOSE" in name)


def told(node: ast.AST, module: ModuleType):
    """The purposes that this call is given: said in it, or a constant of the module."""
    if isinstance(node, ast.Call):
        first = node.args[:1] if ast.unparse(node.func) == "unit" else []
        for given in (*first, *(one.value for one in node.keywords if one.arg == "purpose")):
            if isinstance(given, ast.Constant):
                yield given.value
            yield from (vars(module).get(n.id) for n in ast.walk(given) if isinstance(n, ast.Name))


def test_every_purpose_of_ours_has_a_word_and_every_word_a_purpose(app):
    ours = {text for text in purposes() if isinstance(text, str)}
    assert "work on the file" in ours
    assert ours - set(WORDS) == set()
    assert set(WORDS) - ours == FOUNDED


def test_every_purpose_of_ours_is_said_in_both_languages(app):
    with app.test_request_context():
        with force_locale("en"):
            assert all(str(text) == code for code, text in WORDS.items())
        with force_locale("nl"):
            dutch = [str(text) for text in WORDS.values()]
    assert not set(dutch) & set(WORDS)
    assert len(set(dutch)) == len(dutch)


def test_what_somebody_typed_stays_as_it_is(app):
    with app.test_request_context(), force_locale("nl"):
        assert str(purpose("work on the file")) == "werk aan het dossier"
        assert purpose("Who paid for the second lift?") == "Who paid for the second lift?"
