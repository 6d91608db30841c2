"""Commands that only compute, without a database: a term, and what the law leaves open."""

import click

from app.commands.door import Door, common, content
from bureau.formats import options_json, term_json
from bureau.rules import grounds, terms

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
    """What the law says about a decision."""


@rules.command(epilog="Example: bureau rules options assessment.json --json")
@click.argument("file")
@common
def options(door: Door, file: str) -> None:
    """What the law leaves open; the program never chooses. FILE may be - for standard input."""
    answer = options_json.write(grounds.options(options_json.read(content(file, MOST))))
    lines = [f"{name}: {'yes' if answer[name] else 'no'}" for name in answer if name != "reasons"]
    lines += [f"  {row['option']}: {row['text']} [{row['basis']}]" for row in answer["reasons"]]
    door.say(answer, "\n".join(lines))
