"""Commands for retention: what is due, a plan in a file, its approval, its execution."""

import json
from pathlib import Path
from typing import Any

import click

from app.commands.door import Door, common, content
from bureau.operations import destructions
from bureau.rules.vocabulary import Language

MOST = 4_000_000


@click.group()
def retain() -> None:
    """Retention: what is kept until when, and destruction under two pairs of eyes."""


@retain.command("list", epilog="Example: bureau retain list --as officer --json")
@common
def list_lines(door: Door) -> None:
    """Every closed file you may read, by the day from which it is destroyed."""
    with door.unit() as work:
        found = [
            {**row.plain(Language.EN), "due": row.due(work.today)}
            for row in destructions.list_retention(work)
        ]
    door.say(found)


@retain.command(
    "plan",
    epilog="Example: bureau retain plan --out plan.json --as officer",
)
@click.option("--case", "files", multiple=True, help="Only this file; may be repeated.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Where the plan goes.")
@common
def plan(door: Door, files: tuple[str, ...], out: Path | None) -> None:
    """What would be destroyed now; with --out a plan for a second person to approve."""
    if out is None:
        with door.unit() as work:
            due = [
                row.plain(Language.EN)
                for row in destructions.list_retention(work)
                if row.due(work.today) and (not files or row.reference in files)
            ]
        door.say(due)
        return
    with door.unit() as work:
        made = destructions.plan_destruction(work, files)
        written = {"digest": made.digest, "plan": made.content}
        out.write_text(json.dumps(written, ensure_ascii=False, indent=1), "utf-8")
        told = _told(made)
    door.say(told, f"The plan {told['digest'][:16]} names {told['parts']} parts: {out}.")


@retain.command(
    "approve", epilog="Example: bureau retain approve plan.json --reason 'read' --as second"
)
@click.argument("plan_file", metavar="PLAN")
@click.option("--reason", required=True, help="Why; kept with the plan.")
@click.option("--refuse", is_flag=True, help="Refuse it instead.")
@common
def approve(door: Door, plan_file: str, reason: str, refuse: bool) -> None:
    """Approve a plan that somebody else made, as second reader of every file in it.

    The password of whoever approves comes from BUREAU_OWN_PASSWORD or is asked for.
    """
    text = content(plan_file, MOST).decode("utf-8", "replace")
    door.insist_own(door.sessions())
    with door.unit() as work:
        key = destructions.find_plan(work, text)
        version = destructions.read_plan(work, key).version
    with door.unit() as work:
        told = _told(destructions.settle_plan(work, key, version, reason, approved=not refuse))
    door.say(told, f"The plan {told['digest'][:16]} is {told['state']}.")


@retain.command("execute", epilog="Example: bureau retain execute plan.json --as officer")
@click.argument("plan_file", metavar="PLAN")
@common
def execute(door: Door, plan_file: str) -> None:
    """Destroy what an approved plan names; refused when anything changed since.

    The password of whoever executes it comes from BUREAU_OWN_PASSWORD or is asked for.
    """
    text = content(plan_file, MOST).decode("utf-8", "replace")
    door.insist_own(door.sessions())
    with door.unit() as work:
        key = destructions.find_plan(work, text)
        version = destructions.read_plan(work, key).version
        told = _told(destructions.execute_plan(work, key, version))
    door.say(told, f"Destroyed: {told['records']} records of {told['parts']} parts.")


def _told(row: Any) -> dict[str, Any]:
    return {
        "digest": row.digest,
        "state": row.state,
        "parts": len(row.content["lines"]),
        "records": sum(sum(each.counts.values()) for each in row.destructions),
    }
