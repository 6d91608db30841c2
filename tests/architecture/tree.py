"""What stands in this checkout: the house tests read it from here, so that they agree."""

import ast
import subprocess
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("app", "bureau", "reports")
FOREIGN = {"node_modules", "vendor", ".venv", "__pycache__"}


def name(path: Path) -> str:
    """The path as it is written in the map: from the root, with slashes."""
    return path.relative_to(ROOT).as_posix()


def files(pattern: str, *folders: str) -> list[Path]:
    """Our own files below `folders`; nothing fetched and nothing built."""
    found = (path for folder in folders for path in (ROOT / folder).rglob(pattern))
    return sorted(path for path in found if path.is_file() and not FOREIGN & set(path.parts))


def modules() -> list[Path]:
    """Every Python file of the program itself."""
    single = [ROOT / each for each in ("config.py", "wsgi.py") if (ROOT / each).exists()]
    return [*files("*.py", *PACKAGES), *single]


def templates() -> list[Path]:
    """Every template of pages and dossiers."""
    return files("*.html", "app/templates", "reports/templates")


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file, read once."""
    return ast.parse(path.read_text("utf-8"), str(path))


def faulty(paths: Iterable[Path], faults: Callable[[Path], Iterable[object]]) -> dict[str, object]:
    """What is wrong in each of these files, by file; one look at all of them costs no more."""
    found = {name(path): list(faults(path)) for path in paths}
    return {path: wrong for path, wrong in found.items() if wrong}


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method in a tree, at any depth."""
    return (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


@cache
def tracked() -> list[Path]:
    """The text files that belong to the repository (without git: all of ours)."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        paths = files("*", ".")
    else:
        paths = [ROOT / each for each in listed.stdout.split("\0") if each]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()]
