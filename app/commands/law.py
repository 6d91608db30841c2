"""Commands that only compute, without a database: a term, and what the law leaves open."""

from dataclasses import asdict
from pathlib import Path

import click

from app.commands.door import Door, common, content
from bureau.errors import OutOfOrder
from bureau.formats import options_json, term_json
from bureau.rules import grounds, packs, tables, terms

MOST = 1024 * 1024


@click.group()
def term() -> None:
    """Statutory terms (termijnen)."""


@term.command(epilog="Example: bureau term compute request.json --json")
@click.argument("file")
@common
def compute(door: Door, file: str) -> None:
    """The last day of a term, with every step explained; FILE may be - for standard input."""
    answer = term_json.write(terms.compute(term_json.read(content(file, MOST))))
    words = [f"Last day: {answer['due']} (without suspension {answer['raw']})."]
    words += [f"  {row['text']} [{row['basis']}]" for row in answer["explanation"]]
    door.say(answer, "\n".join(words))


@click.group()
def rules() -> None:
    """What the law says about a decision, and whether its rows are in order."""


@rules.command(epilog="Example: bureau rules options assessment.json --json")
@click.argument("file")
@common
def options(door: Door, file: str) -> None:
    """What the law leaves open; the program never chooses. FILE may be - for standard input."""
    answer = options_json.write(grounds.options(options_json.read(content(file, MOST))))
    lines = [f"{name}: {'yes' if answer[name] else 'no'}" for name in answer if name != "reasons"]
    lines += [f"  {row['option']}: {row['text']} [{row['basis']}]" for row in answer["reasons"]]
    door.say(answer, "\n".join(lines))


@rules.command(epilog="Example: bureau rules check /srv/bureau/vesterland --json")
@click.argument("folder", default="")
@common
def check(door: Door, folder: str) -> None:
    """Look the rows of a jurisdiction over: FOLDER, or those of BUREAU_JURISDICTION.

    Names every missing table and every slip with file and row; exit 1 when there is any.
    """
    name = folder and (str(Path(folder).resolve()) if Path(folder).is_dir() else folder)
    found = packs.check(name or door.settings().jurisdiction)
    if found.slips:
        lines = [f"{slip.file}, row {slip.row or '-'}: {slip.what}" for slip in found.slips]
        raise OutOfOrder(
            "The rows are not in order; wrong in {count} places:\n{lines}",
            where={"slips": [asdict(slip) for slip in found.slips]} if door.as_json else {},
            hint="Correct the files; until then this jurisdiction is not to be used.",
            count=len(lines),
            lines="\n".join(lines),
        )
    over = [asdict(each) for each in found.over]
    answer = {"own": found.own, "borrowed": found.borrowed, "over": over}
    words = [f"In order: {len(found.own)} tables of its own."]
    words += [f"{each.table} over {tables.HOME}: {_changes(each)}." for each in found.over]
    if found.borrowed:
        words.append(f"Taken over from {tables.HOME}: {', '.join(found.borrowed)}.")
    door.say(answer, "\n".join(words))


def _changes(each: packs.Overlay) -> str:
    """Which codes a table changes and which are new, so that a mistyped one is seen."""
    told = (("changed", each.changed), ("new", each.new))
    return "; ".join(f"{name} {', '.join(codes) or 'none'}" for name, codes in told)
