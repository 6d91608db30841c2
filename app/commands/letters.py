"""Commands for letters: which there are, how one reads now, and that it went out."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from app.clock import moment
from app.commands.cases import Day
from app.commands.door import Door, common, content, place_for
from bureau.operations import cases, letters
from bureau.operations.letters import Composed, Dispatch, Wanted
from bureau.rules.dates import civil_date
from bureau.rules.letters import Channel
from bureau.rules.vocabulary import Language
from reports import post

MOST = 100_000


@click.group()
def letter() -> None:
    """Letters of a screening: receipt, supplement, advice, intention, decision and more."""


@letter.command("list", epilog="Example: bureau letter list SCR-2026-7K3QXA --as officer --json")
@click.argument("reference")
@common
def list_letters(door: Door, reference: str) -> None:
    """The letters that went out, the drafts, and which can be written now."""
    with door.unit() as work:
        desk = letters.list_letters(work, cases.find_case(work, reference))
        names = {each.kind.code: each.kind.name.en for each in desk.kinds}
        found = {
            "letters": [
                {
                    "number": row.number,
                    "kind": row.kind,
                    "name": names[row.kind],
                    "language": row.language.value,
                    "state": row.state,
                    "sent": row.sent_on.isoformat() if row.sent_on else None,
                    "channel": row.channel,
                    "by": (row.sent_by or row.written_by).name,
                    "sha256": row.content_sha256,
                }
                for row in desk.letters
            ],
            "can_be_written": [each.kind.code for each in desk.kinds if each.ready],
        }
    door.say(found)


@letter.command(
    epilog="Example: bureau letter compose SCR-2026-7K3QXA supplement --out . --as officer"
)
@click.argument("reference")
@click.argument("kind")
@click.option("--language", default="nl", type=click.Choice([one.value for one in Language]))
@click.option("--text", help="A file with the wording for this case, or - for standard input.")
@click.option("--fill", multiple=True, metavar="FIELD=WORDS", help="What the letter asks for.")
@click.option("--out", type=click.Path(file_okay=False), help="Where the draft is printed.")
@click.option("--keep", is_flag=True, help="Keep it as a draft of the case.")
@common
def compose(
    door: Door,
    reference: str,
    kind: str,
    language: str,
    text: str | None,
    fill: tuple[str, ...],
    out: str | None,
    keep: bool,
) -> None:
    """How a letter reads now, and what was kept out of it; nothing is sent."""
    folder = place_for(Path(out), folder=True) if out else None
    wanted = _wanted(language, text, fill)
    with door.unit() as work:
        case_id = cases.find_case(work, reference)
        made = letters.compose_letter(work, case_id, kind, wanted)
    if keep:
        with door.unit() as work:
            letters.keep_draft(work, case_id, kind, wanted)
    answer = _told(made)
    if folder:
        paper = post.preview(door.unit, case_id, kind, wanted)
        path = folder / paper.name
        path.write_bytes(paper.pdf)
        answer["path"] = str(path)
    door.say(answer, f"{made.paper.subject}\n\n{made.paper.text}{_left_out(made)}")


@letter.command(
    epilog="Example: bureau letter send SCR-2026-7K3QXA supplement --channel post --as officer"
)
@click.argument("reference")
@click.argument("kind")
@click.option("--channel", required=True, type=click.Choice([one.value for one in Channel]))
@click.option("--on", "on", type=Day(), help="The day on which it went; today when left out.")
@click.option("--language", default="nl", type=click.Choice([one.value for one in Language]))
@click.option("--text", help="A file with the wording for this case, or - for standard input.")
@click.option("--fill", multiple=True, metavar="FIELD=WORDS", help="What the letter asks for.")
@click.option("--address", help="Street and town, with \\n between the lines.")
@click.option("--read", "declared", is_flag=True, help="You read the files the program cannot.")
@common
def send(
    door: Door,
    reference: str,
    kind: str,
    channel: str,
    on: date | None,
    language: str,
    text: str | None,
    fill: tuple[str, ...],
    address: str | None,
    declared: bool,
) -> None:
    """Record that a letter went out: its words and pages are frozen in the case."""
    wanted = _wanted(language, text, fill, address)
    with door.unit() as work:
        case_id = cases.find_case(work, reference)
    day = on or civil_date(moment(door.settings()))
    letter_id = post.send(door.unit, case_id, kind, wanted, Dispatch(day, channel, declared))
    with door.unit() as work:
        row = letters.read_letter(work, case_id, letter_id).letter
        answer = {
            "letter": str(row.id),
            "number": row.number,
            "kind": row.kind,
            "sent": day.isoformat(),
            "channel": row.channel,
            "sha256": row.content_sha256,
        }
    door.say(answer, f"{reference}/{answer['number']}: {kind} sent on {day}, {channel}.")


def _wanted(
    language: str, text: str | None, fill: tuple[str, ...], address: str | None = None
) -> Wanted:
    body = content(text, MOST).decode("utf-8", "replace") if text else None
    pairs = (each.partition("=") for each in fill)
    return Wanted(
        language=Language(language),
        body=body,
        address=address.replace("\\n", "\n") if address else None,
        answers={name.strip(): words.strip() for name, _, words in pairs},
    )


def _told(made: Composed) -> dict[str, Any]:
    return {
        **made.paper.plain(),
        "body": made.paper.text,
        "sha256": made.paper.sha256,
        "held_back": [
            {"rule": each.limit.code, "count": each.count, "basis": each.limit.basis}
            for each in made.held
        ],
    }


def _left_out(made: Composed) -> str:
    lines = (f"{each.count}: {each.limit.name.en} ({each.limit.basis})" for each in made.held)
    return "".join(f"\n\nLeft out, {line}" for line in lines)
