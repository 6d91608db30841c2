"""Commands for the trail: verify it, sign it, have it witnessed, hand out what concerns a file."""

import json
import time
from pathlib import Path

import click

from app.commands.door import REFUSED, Door, common, content, place_for
from bureau.operations import tree as operations
from bureau.operations import witnesses
from bureau.trust import beholding, head, tree, witnessing
from bureau.trust.note import Checkpoint, Note
from bureau.trust.verdict import Verdict
from bureau.trust.verdict import verify as verify_trail
from bureau.trust.witnessing import OLD, Request

MOST = 1024 * 1024


@click.group()
def audit() -> None:
    """The trail: verified, signed, witnessed by others, handed out with its proof."""


def _trail(door: Door) -> Path:
    return door.settings().home / "trail"


def _beheld(door: Door) -> Path:
    return door.settings().home / "witness"


def _told(found: Verdict, **more: object) -> dict[str, object]:
    counts = {"ok": found.ok, "size": found.size, "root": found.root.hex()}
    return counts | {"first_bad": found.first_bad, "signed": found.signed} | more


@audit.command(epilog="Example: bureau audit verify --json")
@click.option("--from", "begin", default=1, type=int, help="The first line.")
@click.option("--to", "end", type=int, help="The last line; the end of the trail when left out.")
@click.option("--known", multiple=True, type=click.Path(), help="A checkpoint seen before.")
@common
def verify(door: Door, begin: int, end: int | None, known: tuple[str, ...]) -> int:
    """Verify each line against its leaf, the leaves against the signed tree and what was seen.

    Nobody has to sign in: only numbers and hashes are printed. Ends with 1 where a line is bad.
    """
    factory = door.sessions()
    seen = (*head.remembered(_trail(door)), *map(_point, known))
    found = verify_trail(factory, begin, end, seen)
    words = "Every line is as it was written and signed."
    if not found.ok:
        words = f"The first line that is not as it was written is {found.first_bad}."
    door.say(_told(found, seen=max((each.size for each in seen), default=0)), words)
    return 0 if found.ok else REFUSED


def _point(path: str) -> Checkpoint:
    text = content(path, MOST).decode(errors="replace")
    note = Request.read(text).note if text.startswith(OLD) else Note.read(text)
    return Checkpoint.read(note.text)


@audit.command(epilog="Example: bureau audit checkpoint --out request.txt")
@click.option("--out", type=click.Path(dir_okay=False), help="The request to a witness.")
@click.option("--since", default=0, type=click.IntRange(min=0), help="What the witness knows.")
@common
def checkpoint(door: Door, out: str | None, since: int) -> None:
    """The tree as it was last signed; with --out the file that a witness is asked to sign."""
    factory = door.sessions()
    head.insist(factory, _trail(door))  # what was seen is not forgotten for an older database
    with factory() as session:
        made = witnessing.requested(session, since)
    if made is None:
        door.say({"ok": True, "size": 0, "root": "", "first_bad": None}, "Nothing is signed yet.")
        return
    head.remember(_trail(door), head.LAST, made.note)
    point = made.point
    answer = {"ok": True, "size": point.size, "root": point.root.hex(), "first_bad": None}
    answer |= {"checkpoint": str(made.note), "key": str(tree.key())}
    if out:
        place_for(Path(out), folder=False).write_text(str(made), encoding="utf-8")
        answer["path"] = out
    door.say(answer, str(made.note))


@audit.command(epilog="Example: bureau audit key --witness havermonde.example")
@click.option("--witness", "name", help="The key of this house as a witness of others.")
@common
def key(door: Door, name: str | None) -> None:
    """The public key of this trail in one line; with --witness that of this house as a witness."""
    door.sessions()
    line = str(beholding.verifier(name) if name else tree.key())
    door.say({"key": line}, line)


@audit.command(epilog="Example: bureau audit witness signed.txt --as auditor")
@click.argument("file", type=click.Path())
@click.option("--trust", "line", help="The key of the witness, or of the keeper that asks.")
@click.option("--name", default="witness", help="The name of this house as a witness.")
@click.option("--out", type=click.Path(dir_okay=False), help="Where the signed answer goes.")
@common
def witness(door: Door, file: str, line: str | None, name: str, out: str | None) -> None:
    """Take in what a witness signed; or, where FILE is a request of another house, sign it.

    As a witness this house signs only what goes on from what it signed before.
    """
    text = content(file, MOST).decode(errors="replace")
    factory = door.sessions()
    if text.startswith(OLD):  # a request of another house: this one is the witness
        _sign(door, Request.read(text), line, name, out or f"{file}.signed")
        return
    with door.begin(factory, door.actor(factory)) as work:
        if line:
            witnesses.trust_witness(work, line)
        note, kept = witnesses.receive(work, text)
        names = [each.witness.name for each in kept]
    head.witnessed(_trail(door), note)
    point = Checkpoint.read(note.text)
    answer = {"ok": True, "size": point.size, "root": point.root.hex(), "first_bad": None}
    door.say(answer | {"witnesses": names}, f"Signed up to line {point.size}: {', '.join(names)}.")


def _sign(door: Door, request: Request, line: str | None, name: str, out: str) -> None:
    place = place_for(Path(out), folder=False)
    if line:
        beholding.trust(_beheld(door), line)
    moment = int(time.time())  # that of this machine, in a demonstration too
    answer = beholding.signed(_beheld(door), request, name, moment)
    place.write_text(str(answer), encoding="utf-8")
    point = request.point
    told = {"ok": True, "size": point.size, "root": point.root.hex(), "first_bad": None}
    door.say(told | {"path": out}, f"Signed {point.origin} up to line {point.size}: {out}")


@audit.command(
    epilog="Example: bureau audit gap --reason 'the disk of 3 May was lost' --as auditor"
)
@click.option("--reason", required=True, help="Why lines are gone; it stays in the trail.")
@common
def gap(door: Door, reason: str) -> None:
    """Declare that lines which were seen are gone, so that the house can go on, openly.

    Also where what was remembered of the trail is itself damaged, or of other keys.
    """
    factory = door.sessions()
    door.insist_own(factory)
    damaged = head.damaged(_trail(door))
    lost = [] if damaged else _lost(door)
    with door.begin(factory, door.actor(factory)) as work:
        line = operations.declare_gap(work, lost, reason, damaged=damaged)
    with factory() as session:
        row = tree.latest(session)
        note = tree.noted(row) if row else None
    (_trail(door) / head.WITNESSED).unlink(missing_ok=True)
    if note:
        head.remember(_trail(door), head.LAST, note)
    answer = {"ok": True, "line": line, "lost": [each.size for each in lost]}
    door.say(answer | {"damaged": damaged})


def _lost(door: Door) -> list[Checkpoint]:
    with door.sessions()() as session:
        found = head.missing(session, _trail(door))
    return [found] if found else []


@audit.command(
    epilog="Example: bureau audit export --case SCR-2026-7K3QXA --out trail.json --as auditor"
)
@click.option("--case", "reference", required=True, help="The reference of the file.")
@click.option("--out", type=click.Path(dir_okay=False), help="The file; printed when left out.")
@common
def export(door: Door, reference: str, out: str | None) -> None:
    """The lines about one file, each with the proof that it stands in the signed tree."""
    place = place_for(Path(out), folder=False) if out else None
    factory = door.sessions()
    with door.begin(factory, door.actor(factory)) as work:
        found = operations.export_case(work, reference)
    answer = {"ok": True, "size": found["size"], "root": found["root"], "first_bad": None}
    answer["lines"] = len(found["entries"])
    if place:
        place.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
        answer["path"] = out
    door.say(answer if place else answer | found)
