"""Where the rows of a jurisdiction stand: a folder of ours, or one outside the program."""

import tomllib
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from bureau.errors import Invalid, OutOfOrder

HOME = "nl"
PACK = "pack.toml"
EVERY = "*"
SETTING = "BUREAU_JURISDICTION"


def shelf() -> Traversable:
    """The folder in which our own jurisdictions stand."""
    return resources.files("bureau.rules") / "jurisdictions"


def folder_of(jurisdiction: str) -> Traversable:
    """The folder of `jurisdiction`: its name with us, or its full path anywhere else.

    Raises Invalid, naming the ones there are, for rows that do not exist.
    """
    known = {each.name: each for each in shelf().iterdir() if each.is_dir()}
    if jurisdiction in known:
        return known[jurisdiction]
    outside = Path(jurisdiction)
    if outside.is_absolute() and outside.is_dir():
        return outside
    raise Invalid(
        "There are no rows of the law for jurisdiction {name}.",
        where={"setting": SETTING},
        hint="There are rows for: {names}. A folder of your own is named by its full path.",
        name=jurisdiction,
        names=", ".join(sorted(known)),
    )


def insist_whole(jurisdiction: str) -> None:
    """Stop unless each table stands in the folder of `jurisdiction` or is borrowed on purpose.

    Raises OutOfOrder naming every table that is missing.
    """
    if gone := lacking(folder_of(jurisdiction)):
        raise OutOfOrder(
            "The rows of {name} are not complete; these tables are missing: {tables}.",
            where={"setting": SETTING, "file": PACK},
            hint="Write them, or name them under borrows in {file} to take those of {home}.",
            name=jurisdiction,
            tables=", ".join(gone),
            file=PACK,
            home=HOME,
        )


def lacking(folder: Traversable) -> tuple[str, ...]:
    """The tables that `folder` neither holds nor borrows, in order of the alphabet."""
    borrowed = borrows(folder)
    if EVERY in borrowed:
        return ()
    return tuple(sorted(names_in(shelf() / HOME) - names_in(folder) - borrowed))


def borrows(folder: Traversable) -> frozenset[str]:
    """The tables that `folder` takes from HOME, as its pack.toml says; EVERY stands for all.

    Raises OutOfOrder when that file cannot be read or says something else.
    """
    file = folder / PACK
    if not file.is_file():
        return frozenset()
    try:
        said = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _wrong(str(error)) from error
    found = said.get("borrows", [])
    if set(said) - {"name", "borrows"} or not isinstance(found, list):
        raise _wrong("it holds a name and a list borrows, nothing else")
    if strange := sorted(set(map(str, found)) - names_in(shelf() / HOME) - {EVERY}):
        raise _wrong("there is no table " + ", ".join(strange) + " to borrow")
    return frozenset(found)


def names_in(folder: Traversable) -> set[str]:
    """The names of the tables that stand in `folder`."""
    files = {each.name for each in folder.iterdir()} - {PACK}
    return {name.removesuffix(".toml") for name in files if name.endswith(".toml")}


def file_of(name: str, jurisdiction: str) -> Traversable:
    """The file of the table `name`: that of the jurisdiction, or the one it borrows."""
    own = folder_of(jurisdiction) / f"{name}.toml"
    return own if own.is_file() else shelf() / HOME / f"{name}.toml"


def _wrong(why: str) -> OutOfOrder:
    return OutOfOrder(
        "Table {file} cannot be read: {reason}.",
        where={"file": PACK},
        hint="It is TOML with a name and a list borrows of tables that are taken over.",
        file=PACK,
        reason=why,
    )
