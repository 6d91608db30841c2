"""The `bureau` command: the same operations as the pages, for people at a terminal and scripts."""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

import click

from app.commands.door import Door, answered

PRIVATE = 0o077

# Each command with the module that holds it: only the one that is asked for is loaded.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "audit": ("auditing", "audit"),
    "case": ("cases", "case"),
    "db": ("databases", "db"),
    "demo": ("demonstration", "demo"),
    "dossier": ("dossiers", "dossier"),
    "form": ("forms", "form"),
    "import": ("files", "import_file"),
    "keys": ("key_turning", "keys_group"),
    "letter": ("letters", "letter"),
    "match": ("matching", "match"),
    "network": ("networks", "network"),
    "organisation": ("organisations", "organisation"),
    "partnership-report": ("partnership", "partnership_report_of"),
    "policy": ("serving", "policy_table"),
    "quota": ("outtakes", "quota_group"),
    "remind": ("reminding", "remind"),
    "retain": ("retaining", "retain"),
    "routes": ("serving", "routes"),
    "rules": ("law", "rules"),
    "serve": ("serving", "serve"),
    "term": ("law", "term"),
    "user": ("people", "user"),
    "watch": ("watching", "watch"),
    "worker": ("serving", "worker"),
    "yearly": ("yearly", "yearly"),
}


class House(click.Group):
    """A group that loads a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        found: click.Command = getattr(import_module(f"app.commands.{module}"), name)
        return found


@click.group(
    cls=House,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: bureau case show SCR-2026-7K3QXA --as officer --json",
)
@click.option("--as", "who", help="Who acts: a login.")
@click.option("--purpose", help="What for; kept in the trail.")
@click.option("--json", "as_json", is_flag=True, help="Print exactly one JSON document.")
@click.pass_context
def bureau(context: click.Context, who: str | None, purpose: str | None, as_json: bool) -> None:
    """Bureau: screening, network, partnership and dossiers for the administrative approach."""
    context.obj = Door(login=who, purpose=purpose, as_json=as_json)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; exit 0 when done, 1 when refused, 2 when the input cannot be used."""
    os.umask(PRIVATE)  # database, queue, exports: readable by their owner only
    sys.exit(answered(bureau, arguments))
