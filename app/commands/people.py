"""Commands for accounts."""

import getpass
import os
import sys

import click

from app.clock import moment
from app.commands.databases import upgraded
from app.commands.door import Door, common
from bureau import founding
from bureau.operations import users
from bureau.rules.vocabulary import Role
from bureau.store import open_store

ROLES = click.Choice([role.value for role in Role])


@click.group()
def user() -> None:
    """Accounts: who may sign in, with which roles."""


@user.command(
    epilog="Example: bureau user add j.bakker --name 'J. Bakker' --organisation havermonde"
    " --role officer --as admin"
)
@click.argument("login")
@click.option("--name", required=True, help="Full name.")
@click.option(
    "--organisation", required=True, help="Code of the own organisation or of a partner body of it."
)
@click.option("--role", "roles", multiple=True, required=True, type=ROLES, help="May be repeated.")
@common
def add(door: Door, login: str, name: str, organisation: str, roles: tuple[str, ...]) -> None:
    """Add an account; the password comes from BUREAU_NEW_PASSWORD or is asked for.

    In an empty database the first account founds the organisation and must be an administrator.
    """
    factory = door.sessions()
    upgraded(open_store(door.settings().database_url))
    chosen = [Role(role) for role in roles]
    password = _password()
    if founding.is_empty(factory):
        now = moment(door.settings())
        founding.found(factory, organisation, login, name, chosen, password, now)
    else:
        with door.unit() as work:
            users.add_user(work, login, name, chosen, organisation=organisation, password=password)
    door.say({"login": login}, f"The account {login} is there.")


def _password() -> str | None:
    if given := os.environ.get("BUREAU_NEW_PASSWORD"):
        return given
    return getpass.getpass("Password for the new account: ") if sys.stdin.isatty() else None
