"""The README can be followed: its commands exist and its map agrees with the disk."""

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from tests.architecture import tree

README = tree.ROOT / "README.md"
COMMAND = re.compile(r"(?:^|[`$ ])(?:bin/)?bureau ((?:[a-z][a-z-]+ ?)+)", re.M)
ROW = re.compile(r"^( *)([\w./-]+(?:,? +[\w./-]+\.\w+|,? +[\w-]+/)*)(?: {2,}.*)?$")


def blocks():
    """The fenced and indented blocks of the README, without their fences."""
    text = README.read_text("utf-8")
    return re.findall(r"^```[a-z]*\n(.*?)^```", text, re.M | re.S)


def mapped():
    """Every path that stands in the map: the block that begins with a top-level package."""
    for block in blocks():
        rows = [row for row in map(ROW.match, block.splitlines()) if row]
        if any(row[2].split()[0] in {"bureau/", "app/"} for row in rows):
            return set(_paths(rows))
    return set()


def _paths(rows):
    above: list[tuple[int, Path]] = [(-1, Path())]
    for row in rows:
        depth = len(row[1])
        while above[-1][0] >= depth:
            above.pop()
        names = row[2].replace(",", " ").split()
        yield from ((above[-1][1] / name).as_posix() for name in names)
        above.append((depth, above[-1][1] / names[0]))


def test_there_is_a_map():
    assert mapped()


def test_every_name_in_the_map_exists():
    assert [name for name in sorted(mapped()) if not (tree.ROOT / name).exists()] == []


def test_everything_at_the_top_stands_in_the_map():
    top = {tree.name(path).split("/")[0] for path in tree.tracked()}
    named = {name.split("/")[0] for name in mapped()}
    assert sorted(each for each in top - named if not each.startswith(".")) == []


def test_every_package_stands_in_the_map():
    packages = {tree.name(p.parent) for p in tree.files("__init__.py", *tree.PACKAGES)}
    named = {name.rstrip("/") for name in mapped()} | {"app/assets"}
    assert sorted(each for each in packages if each.count("/") <= 1 and each not in named) == []


def test_every_script_that_is_named_exists():
    named = set(re.findall(r"\bbin/([a-z]+)\b", README.read_text("utf-8")))
    assert {"setup", "demo", "test", "lint", "bureau"} <= named
    assert [each for each in sorted(named) if not (tree.ROOT / "bin" / each).exists()] == []


def named_commands():
    """The subcommands that blocks and code spans name, without their values."""
    text = README.read_text("utf-8")
    code = "\n".join([*blocks(), *re.findall(r"`([^`\n]+)`", text)])
    return sorted({" ".join(found.split()[:2]) for found in COMMAND.findall(code)})


def found(words):
    """The command behind `words`, or None; what follows a plain command is its input."""
    command = import_module("app.commands").bureau
    for word in words:
        if not isinstance(command, click.Group):
            break
        command = command.get_command(click.Context(command), word)
    return command


@pytest.mark.parametrize("words", named_commands())
def test_every_command_that_is_named_exists(words):
    assert found(words.split())


@pytest.mark.parametrize("words", ["nonsense", "case nonsense"])
def test_a_command_that_does_not_exist_is_seen(words):
    assert not found(words.split())
