"""Commands for the keys of the house: list them, ask for another one, turn it, finish that."""

from pathlib import Path

import click

from app.commands.databases import upgraded
from app.commands.door import Door, common
from app.commands.people import insist_witness
from bureau import resealing
from bureau.operations import key_turns, rotations
from bureau.store import open_store
from bureau.turning import ROTATING, STAYING

A_PIECE = 500
KEY = click.argument("key", type=click.Choice(ROTATING))
WITNESS = click.option("--witness", required=True, help="Login of whoever does it with you.")


@click.group("keys")
def keys_group() -> None:
    """The keys of the house: list, ask, rotate, finish."""


@keys_group.command("list", epilog="Example: bureau keys list --as admin")
@common
def list_keys(door: Door) -> None:
    """The generations of the keys that can be rotated, with how many values each sealed."""
    with door.unit() as work:
        rows = key_turns.list_keys(work, _folder(door))
    told = [
        {"key": row.key, "id": row.id or "first", "seals": row.seals, "values": row.values}
        for row in rows
    ]
    words = [
        f"{row['key']:8} {row['id']:14} {row['values']:9}{' seals' if row['seals'] else ''}"
        for row in told
    ]
    door.say(told, "\n".join(words))


@keys_group.command(epilog="Example: bureau keys ask seal --reason 'once a year' --as admin")
@KEY
@click.option("--reason", required=True, help="Why a key is rotated.")
@common
def ask(door: Door, key: str, reason: str) -> None:
    """Ask a second administrator to agree that KEY is rotated; the answer is given on a page."""
    _own(door)
    with door.unit() as work:
        row = rotations.ask_rotation(work, key, reason)
        work.session.flush()
        told = {"request": str(row.id), "until": row.expires_at.isoformat()}
    words = "Asked. Another administrator answers under Waiting for a second person."
    door.say(told, f"{words} Until {told['until']}.")


@keys_group.command(epilog="Example: bureau keys rotate seal --as admin")
@KEY
@click.option("--continue", "again", is_flag=True, help="Go on with a rotation that was cut off.")
@common
def rotate(door: Door, key: str, again: bool) -> None:
    """Make a new key and seal everything anew with it; what is cut off goes on with --continue.

    A second administrator agreed to it before (bureau keys ask). BUREAU_OWN_PASSWORD, or typed.
    """
    _own(door)
    folder = _folder(door)
    if not again:
        with door.unit() as work:
            key_turns.begin_turn(work, folder, key)
    total = sum(_resealed(door, folder, place) for place in resealing.places(key))
    words = f"{total} values are sealed anew. An hour from now: bureau keys finish {key}."
    if key in STAYING:
        words = "What is made from now on has the new key; the older ones stay for what was made."
    door.say({"key": key, "values": total}, words)


@keys_group.command(epilog="Example: bureau keys finish seal --witness mayor --as admin")
@KEY
@WITNESS
@common
def finish(door: Door, key: str, witness: str) -> None:
    """Destroy the older keys once nothing is sealed with them any more."""
    _two_people(door, witness)
    with door.unit() as work:
        gone = key_turns.finish_turn(work, _folder(door), key, witness)
    told = [one or "first" for one in gone]
    door.say({"key": key, "destroyed": told}, f"Destroyed: {', '.join(told) or 'nothing'}.")


def _resealed(door: Door, folder: Path, place: resealing.Place) -> int:
    total = 0
    while True:
        with door.unit() as work:
            count = key_turns.reseal(work, folder, place, A_PIECE)
        total += count
        if count < A_PIECE:
            return total


def _own(door: Door) -> None:
    upgraded(open_store(door.settings().database_url))
    door.insist_own(door.sessions())


def _two_people(door: Door, witness: str) -> None:
    _own(door)
    insist_witness(door, door.sessions(), witness)


def _folder(door: Door) -> Path:
    return door.settings().home / "keys"
