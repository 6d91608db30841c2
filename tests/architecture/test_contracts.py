"""Plants one breach of each import contract in a copy of the tree: each has to be caught."""

import shutil
import subprocess
import sys
import tomllib
from contextlib import contextmanager
from typing import NamedTuple

import pytest

from tests.architecture import tree

pytestmark = pytest.mark.campaign
CONTRACTS = tomllib.loads((tree.ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
LINT = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
NAMES = {contract["id"]: contract["name"] for contract in CONTRACTS["contracts"]}


class Plant(NamedTuple):
    """Lines to add to files, and the contract that forbids them."""

    contract: str
    lines: dict[str, str]


PLANTS = [
    Plant("houses", {"bureau/errors.py": "import reports.dossier"}),
    Plant("houses", {"reports/dossier.py": "import app.unit"}),
    Plant("domain", {"bureau/rules/vocabulary.py": "import bureau.model"}),
    Plant("domain", {"bureau/work.py": "import bureau.operations"}),
    Plant("domain", {"bureau/policy.py": "import bureau.trust"}),
    Plant("domain", {"bureau/stray.py": "HOMELESS = True"}),
    Plant("dossiers", {"reports/dossier.py": "import reports.issue"}),
    Plant("dossiers", {"reports/stray.py": "HOMELESS = True"}),
    Plant("web", {"app/unit.py": "import app.views"}),
    Plant("web", {"app/stray.py": "HOMELESS = True"}),
    Plant("law", {"bureau/rules/vocabulary.py": "import sqlalchemy"}),
    Plant("law", {"bureau/formats/__init__.py": "import flask"}),
    Plant("law", {"reports/tracks.py": "import weasyprint"}),
    Plant("graph", {"bureau/graph/__init__.py": "import sqlalchemy"}),
    Plant("graph", {"bureau/graph/__init__.py": "import bureau.model"}),
    Plant("matching", {"bureau/matching/__init__.py": "import bureau.model"}),
    Plant("printer", {"reports/pdf.py": "import bureau.model"}),
    Plant("weasyprint", {"reports/assemble.py": "import weasyprint"}),
    Plant("authlib", {"bureau/trust/passkeys.py": "import requests"}),
    Plant("networkx", {"bureau/operations/cases.py": "import networkx"}),
    Plant("no-web", {"bureau/work.py": "import flask"}),
    Plant("no-web", {"reports/issue.py": "import config"}),
    Plant("pages", {"app/views/__init__.py": "import bureau.model"}),
    Plant("pages", {"app/forms/__init__.py": "import sqlalchemy"}),
    Plant("views", {"app/views/trail.py": "import app.views.users"}),
    Plant(
        "cycles",
        {
            "bureau/rules/one.py": "import bureau.rules.two",
            "bureau/rules/two.py": "import bureau.rules.one",
        },
    ),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The packages and their contracts, apart from the real tree."""
    top = tmp_path_factory.mktemp("copy")
    for each in ("pyproject.toml", "config.py"):
        shutil.copy(tree.ROOT / each, top)
    for package in tree.PACKAGES:
        for path in tree.files("*.py", package):
            target = top / path.relative_to(tree.ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    return top


@contextmanager
def planted(top, lines):
    before = {name: (top / name).read_text() if (top / name).exists() else None for name in lines}
    for name, line in lines.items():
        (top / name).write_text(f"{before[name] or ''}\n{line}\n")
    yield
    for name, text in before.items():
        (top / name).unlink() if text is None else (top / name).write_text(text)


def lint(top, *contracts):
    options = [word for each in contracts for word in ("--contract", each)]
    cache = str(top / ".cache")
    return subprocess.run(
        [*LINT, "--no-logo", "--cache-dir", cache, *options],
        cwd=top,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_tree_itself_keeps_every_contract(copy):
    answer = lint(copy)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize("plant", PLANTS, ids=lambda p: f"{p.contract}: {next(iter(p.lines))}")
def test_a_planted_breach_is_caught(copy, plant):
    with planted(copy, plant.lines):
        answer = lint(copy, plant.contract)
    assert answer.returncode == 1
    assert f"{NAMES[plant.contract]} BROKEN" in " ".join(answer.stdout.split())


def test_every_contract_has_a_planted_breach():
    assert {plant.contract for plant in PLANTS} == set(NAMES)


def pages():
    """The modules of the web that hold a page of their own."""
    views = tree.files("*.py", "app/views")
    return {path.stem for path in views if " = Blueprint(" in path.read_text("utf-8")}


def test_every_page_stands_in_the_contract_that_keeps_pages_apart():
    apart = next(c["modules"] for c in CONTRACTS["contracts"] if c["id"] == "views")
    assert {f"app.views.{page}" for page in pages()} == set(apart)


def test_every_page_is_put_on_the_web():
    text = (tree.ROOT / "app/blueprints.py").read_text("utf-8")
    assert [page for page in sorted(pages()) if f'"{page}"' not in text] == []
