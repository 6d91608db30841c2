"""The texts of the program beside their translations: what is missing, what no longer agrees.

Run as a module it names what is missing; with `--update` it adds the new texts to the catalogues.
"""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_python
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

from tests.architecture import tree

KEYWORDS = DEFAULT_KEYWORDS | {"lazy_gettext": None, "_l": None, "lazy_ngettext": (1, 2)}
PLACEHOLDER = re.compile(r"%\((\w+)\)|\{(\w+)[^{}]*\}")
NOTED = ("batch.warn", "left.note")  # what a reader or an importer tells beside its result
Found = tuple[int, str | None, Any, list[str]]


@cache
def errors() -> frozenset[str]:
    """The names of every error that speaks to people."""
    known = {"BureauError"}
    classes = [n for p in tree.modules() for n in ast.walk(tree.parsed(p))]
    bases = {
        node.name: {ast.unparse(base).split(".")[-1] for base in node.bases}
        for node in classes
        if isinstance(node, ast.ClassDef)
    }
    while more := {name for name, above in bases.items() if above & known} - known:
        known |= more
    return frozenset(known)


def program(fileobj: IO[bytes], words: Any, tags: Any, options: Any) -> Iterator[Found]:
    """What Babel finds in Python, and the messages and hints of our errors."""
    yield from extract_python(fileobj, words, tags, options)
    fileobj.seek(0)
    for node in ast.walk(ast.parse(fileobj.read())):
        if isinstance(node, ast.Call):
            yield from ((node.lineno, None, text, []) for text in _spoken(node))


def _spoken(call: ast.Call) -> Iterator[str]:
    name = ast.unparse(call.func)
    raised = name.split(".")[-1] in errors() or name == "FileWarning" or name.endswith(NOTED)
    if not raised and ast.unparse(call.func) != "super().__init__":
        return
    first = call.args[:1] if raised or call.args else []
    hints = [keyword.value for keyword in call.keywords if keyword.arg == "hint"]
    for node in (*first, *hints):
        match node:
            case ast.Constant(value=str(text)) if " " in text:
                yield text


def template() -> Catalog:
    """Every text that the program can show, as it stands in the sources."""
    with (tree.ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    catalog = Catalog(project="Bureau", charset="utf-8")
    found = extract_from_dir(tree.ROOT, methods, options, KEYWORDS, directory_filter=_ours)
    for place, line, message, comments, context in found:
        catalog.add(message, None, [(place, line)], auto_comments=comments, context=context)
    return catalog


def _ours(folder: str) -> bool:
    return not Path(folder).name.startswith((".", "node_modules", "vendor"))


def catalogues() -> list[Path]:
    """The translations that are kept."""
    return tree.files("*.po", "app/translations")


def kept(path: Path) -> Catalog:
    """One translation as it is kept."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def faults(source: Catalog, translation: Catalog) -> list[str]:
    """Texts without translation, doubtful ones, and ones that lost a placeholder."""
    rows = []
    for message in source:
        if not message.id:
            continue
        theirs = translation.get(message.id, context=message.context)
        texts = _texts(theirs.string) if theirs else []
        if not texts or not all(texts):
            rows.append(f"not translated: {message.id!r}")
        elif theirs.fuzzy:
            rows.append(f"doubtful: {message.id!r}")
        elif not _places(texts) <= _places(_texts(message.id)):
            rows.append(f"other placeholders: {message.id!r}")
    return rows


def _texts(value: Any) -> list[str]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _places(texts: list[str]) -> set[str]:
    return {first or second for text in texts for first, second in PLACEHOLDER.findall(text)}


def update() -> None:
    """Add new texts to every catalogue, untranslated, and let go of those no longer shown."""
    source = template()
    for path in catalogues():
        catalog = kept(path)
        catalog.update(source, no_fuzzy_matching=True)
        with path.open("wb") as file:
            write_po(file, catalog, width=100, no_location=True, ignore_obsolete=True)


if __name__ == "__main__":
    if "--update" in sys.argv[1:]:
        update()
    wrong = [row for path in catalogues() for row in faults(template(), kept(path))]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    sys.exit(bool(wrong) or not catalogues())
