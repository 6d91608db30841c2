"""Commands for organisations."""

import click

from app.commands.door import Door, common
from bureau.model import Organisation
from bureau.operations import organisations


@click.group()
def organisation() -> None:
    """Organisations: the own one and the partner bodies whose accounts it manages."""


@organisation.command(
    epilog="Example: bureau organisation add politie-monde --name 'Politie, district Monde'"
    " --kind POLICE --as admin"
)
@click.argument("code")
@click.option("--name", required=True, help="Full name.")
@click.option(
    "--kind",
    required=True,
    help="Kind of organisation: a code of the partner table (WGS 2.19) of the jurisdiction.",
)
@common
def add(door: Door, code: str, name: str, kind: str) -> None:
    """Add a partner body; accounts follow with `bureau user add --organisation CODE`."""
    with door.unit() as work:
        answer = _told(organisations.add_organisation(work, code, name, kind))
    door.say(answer, f"The organisation {code} is there.")


@organisation.command("list", epilog="Example: bureau organisation list --as admin --json")
@common
def list_all(door: Door) -> None:
    """List the own organisation and its partner bodies."""
    with door.unit() as work:
        rows = [_told(body) for body in organisations.list_organisations(work)]
    door.say(rows, "\n".join(f"{r['code']:<24} {r['kind']:<12} {r['name']}" for r in rows))


def _told(body: Organisation) -> dict[str, str | bool]:
    own = body.house_id is None
    return {"code": body.code, "name": body.name, "kind": body.kind, "own": own}
