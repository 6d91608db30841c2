"""Words and constructions that this house does not use."""

import ast
import re

import pytest

from tests.architecture import tree

VAGUE = {"util", "utils", "helper", "helpers", "manager", "managers", "data", "info", "process"}
MARKS = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME)\b|(?:#|//|/\*|<!--) *XX" + r"X\b")
JINJA = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.S)
# The dossiers draw these themselves, shape by shape from values; nobody typed them.
DRAWN = {"reports/html.py": {"Markup"}}
TAGS = "a b i p br em ul ol li td th tr h[1-6] div pre svg img nav html head body span form link "
TAGS += "meta input label table title script style strong button select option section path text"
TAG = re.compile(rf"</?(?:{TAGS.replace(' ', '|')})[\s/>]", re.I)
UNSAFE_CALLS = {
    "eval",
    "exec",
    "Markup",
    "pickle.loads",
    "pickle.load",
    "yaml.load",
    "marshal.loads",
}
UNSAFE_CALLS |= {"os.system", "markupsafe.Markup"}
UNSAFE_IMPORTS = {"pickle", "marshal", "shelve", "yaml"}
UNESCAPED = re.compile(r"\|\s*safe\b|\bautoescape\s+false")
TEMPLATE_SINS = {
    "an inline style": re.compile(r"<style\b|\sstyle\s*=", re.I),
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)|\son[a-z]+\s*=|javascript:", re.I),
    "a file from elsewhere": re.compile(r"(?:src|href)\s*=\s*[\"'](?:https?:)?//", re.I),
}


def words(name):
    return set(re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower().strip("_").split("_"))


def vague(path):
    """The vague names of a module: its own, and those of what it defines."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    defined = [n for n in ast.walk(tree.parsed(path)) if isinstance(n, kinds)]
    yield from {node.name.lower() for node in defined} & VAGUE
    classes = [node.name for node in defined if isinstance(node, ast.ClassDef)]
    yield from (each for each in classes if words(each) & VAGUE)
    yield from set(path.relative_to(tree.ROOT).with_suffix("").parts) & VAGUE
    yield from words(path.stem) & (VAGUE - {"data", "process"})


def test_nothing_has_a_vague_name():
    assert tree.faulty(tree.modules(), vague) == {}


def test_nothing_is_left_for_later():
    left = [tree.name(p) for p in tree.tracked() if MARKS.search(p.read_text("utf-8", "replace"))]
    assert left == []


def sins(module):
    """Calls and imports that run or print what somebody typed, with their line."""
    for node in ast.walk(module):
        match node:
            case ast.Call(func=func) if ast.unparse(func) in UNSAFE_CALLS:
                yield node.lineno, ast.unparse(func)
            case ast.Import(names=names):
                yield from ((node.lineno, a.name) for a in names if a.name in UNSAFE_IMPORTS)
            case ast.ImportFrom(module=name) if name in UNSAFE_IMPORTS:
                yield node.lineno, name
            case ast.JoinedStr(values=values):
                text = "".join(v.value for v in values if isinstance(v, ast.Constant))
                if TAG.search(text):
                    yield node.lineno, "HTML in an f-string"


def test_a_module_runs_and_prints_nothing_that_somebody_typed():
    def typed(path):
        allowed = DRAWN.get(tree.name(path), set())
        return [sin for sin in sins(tree.parsed(path)) if sin[1] not in allowed]

    assert tree.faulty(tree.modules(), typed) == {}


@pytest.mark.parametrize(
    "line",
    [
        "eval(x)",
        "Markup(x)",
        "import pickle",
        "from yaml import load",
        "f'<b>{name}</b>'",
        "f'<a href={x}>'",
    ],
)
def test_the_check_sees_a_module_that_does(line):
    assert list(sins(ast.parse(line)))


def test_a_place_in_a_route_is_no_html():
    assert list(sins(ast.parse("f'{ALL}/new/<kind>/<uuid:case_id>'"))) == []


def raw_sql(module):
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Name(id="text") | ast.Attribute(attr="exec_driver_sql")):
                yield node.lineno
            case ast.Call(func=ast.Attribute(value=ast.Name(id="sa" | "sqlalchemy"), attr="text")):
                yield node.lineno


def test_pages_and_dossiers_write_no_sql():
    near = [p for p in tree.files("*.py", "app", "reports") if "sqlalchemy" in p.read_text("utf-8")]
    assert near
    assert tree.faulty(near, lambda path: raw_sql(tree.parsed(path))) == {}


def faults(markup):
    """What is wrong with a template: in its own markup, or in how it fills that in."""
    own = JINJA.sub("", markup)
    found = [what for what, sin in TEMPLATE_SINS.items() if sin.search(own)]
    return [*found, "an unescaped value"] if UNESCAPED.search(markup) else found


def test_a_template_escapes_everything_and_carries_no_style_or_script():
    def wrong(path):
        text = path.read_text("utf-8")
        if path.is_relative_to(tree.ROOT / "reports"):  # a dossier is one document, one sheet
            text = re.sub(r"<style>\s*\{[{%].*?[%}]\}\s*</style>", "", text)
        return faults(text)

    assert tree.faulty(tree.templates(), wrong) == {}


@pytest.mark.parametrize(
    "markup",
    [
        "{{ name|safe }}",
        '<p style="color:red">',
        "<script>go()</script>",
        '<a onclick="go()">',
        '<img src="//elsewhere.example/x.png">',
        "{% autoescape false %}",
    ],
)
def test_the_check_sees_a_template_that_does(markup):
    assert faults(markup)


def test_the_check_passes_over_the_logic_of_a_template():
    assert faults("<option {% if one == kind %}selected{% endif %}>{{ one }}</option>") == []
