"""The `bureau` command: the same operations as the pages, for people at a terminal and scripts."""

import sys
from collections.abc import Sequence

import click

from app.commands.cases import case
from app.commands.databases import db
from app.commands.demonstration import demo
from app.commands.door import Door, answered
from app.commands.dossiers import dossier
from app.commands.files import import_file
from app.commands.law import rules, term
from app.commands.networks import network
from app.commands.people import user
from app.commands.serving import policy_table, routes, serve, worker


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: bureau case show SCR-2026-7K3QXA --as officer --json",
)
@click.option("--as", "login", help="Who acts: a login.")
@click.option("--purpose", help="What for; kept in the trail.")
@click.option("--json", "as_json", is_flag=True, help="Print exactly one JSON document.")
@click.pass_context
def bureau(context: click.Context, login: str | None, purpose: str | None, as_json: bool) -> None:
    """Bureau: screening, network, partnership and dossiers for the administrative approach."""
    context.obj = Door(login=login, purpose=purpose, as_json=as_json)


for part in (
    *(case, db, demo, dossier, import_file, network, rules, term, user),
    *(policy_table, routes, serve, worker),
):
    bureau.add_command(part)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; exit 0 when done, 1 when refused, 2 when the input cannot be used."""
    sys.exit(answered(bureau, arguments))
