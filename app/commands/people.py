"""Commands for accounts."""

from datetime import date

import click
from sqlalchemy.orm import Session, sessionmaker

from app.commands.cases import Day
from app.commands.databases import upgraded
from app.commands.door import Door, common, console
from app.commands.proof import typed
from bureau import entry, founding
from bureau.acting import actor_called
from bureau.errors import Invalid
from bureau.operations import clearances, grants, identities, track_roles, users
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
@click.option("--until", type=Day(), help="The last day of these roles; no end when left out.")
@common
def add(
    door: Door, login: str, name: str, organisation: str, roles: tuple[str, ...], until: date | None
) -> None:
    """Add an account; the password comes from BUREAU_NEW_PASSWORD or is asked for.

    In an empty database the first account founds the organisation and must be an administrator.
    """
    factory = door.sessions()
    upgraded(open_store(door.settings().database_url))
    chosen = [Role(role) for role in roles]
    password = _password()
    waiting: list[str] = []
    if founding.is_empty(factory):
        now = door.now(factory)
        founding.found(factory, organisation, login, name, chosen, password, now, console())
    else:
        if Role.CARE_LEAD in door.actor(factory).roles:  # what a lead gives is given in person
            door.insist_own(factory)
        with door.unit() as work:
            made = users.add_user(
                work,
                login,
                name,
                chosen,
                organisation=organisation,
                password=password,
                until=until,
            )
            waiting = sorted(grant.role.value for grant in made.waiting)
    door.say({"login": login, "waiting": waiting}, _said(login, waiting))


@user.command(epilog="Example: bureau user confirm j.bakker --as second.admin")
@click.argument("login")
@click.option("--reason", default="", help="Why; kept in the trail.")
@common
def confirm(door: Door, login: str, reason: str) -> None:
    """Confirm the roles that wait for LOGIN, as another administrator than who asked for them.

    The password of whoever confirms comes from BUREAU_OWN_PASSWORD or is asked for.
    """
    factory = door.sessions()
    upgraded(open_store(door.settings().database_url))
    door.insist_own(factory)
    with door.unit() as work:
        for line in grants.read_login(work, login):
            told = f"{line.name} ({line.organisation}): {line.role}, asked by {line.asked_by}"
            if not door.as_json:  # there standard error holds one object, of an error
                click.echo(told, err=True)
    with door.unit() as work:
        begun = [role.value for role in grants.confirm_login(work, login, reason)]
    door.say({"login": login, "confirmed": begun}, f"{login} now holds: {', '.join(begun)}.")


def _said(login: str, waiting: list[str]) -> str:
    there = f"The account {login} is there."
    if not waiting:
        return there
    return (
        f"{there} Waiting for a second administrator: {', '.join(waiting)}. "
        f"That administrator runs bureau user confirm {login}, or answers under People, "
        "Waiting roles."
    )


@user.command(
    epilog="Example: bureau user admit p.jansen --kind screening --given 2026-03-01"
    " --source 'VOG 12345' --as admin"
)
@click.argument("login")
@click.option("--kind", required=True, help="screening, training or secrecy.")
@click.option("--given", type=Day(), help="The day on which it was given; today when left out.")
@click.option("--until", type=Day(), help="An earlier last day than the table gives.")
@click.option("--source", required=True, help="What was shown: number, course, declaration.")
@common
def admit(
    door: Door, login: str, kind: str, given: date | None, until: date | None, source: str
) -> None:
    """Record what must hold before the account LOGIN of a partner opens.

    The password of whoever records comes from BUREAU_OWN_PASSWORD or is asked for.
    """
    door.insist_own(door.sessions())
    with door.unit() as work:
        row = clearances.record_called(work, login, kind, given, until, source)
        last, lacking = row.until_on.isoformat(), list(row.user.lacking(work.today))
    words = f"Recorded for {login}: {kind}, until {last}."
    if lacking:
        words += f" The account does not open yet; missing: {', '.join(lacking)}."
    door.say({"login": login, "kind": kind, "until": last, "lacking": lacking}, words)


@user.command(
    "found-lead",
    epilog="Example: bureau user found-lead m.vos --name 'M. Vos' --organisation veilige-haven"
    " --witness mayor --shown 'VOG 12345' --as admin",
)
@click.argument("login")
@click.option("--name", required=True, help="Full name.")
@click.option("--organisation", required=True, help="Code of the organisation that helps victims.")
@click.option(
    "--witness",
    required=True,
    help="Login of a decision maker, auditor or second reader who does it together with you.",
)
@click.option("--shown", required=True, help="What was shown for the dates of admission.")
@common
def found_lead(
    door: Door, login: str, name: str, organisation: str, witness: str, shown: str
) -> None:
    """Give the victim track its first lead, who from then on says who helps.

    Two people prove who they are: BUREAU_OWN_PASSWORD and BUREAU_WITNESS_PASSWORD, or they type
    it. The first password of the lead comes from BUREAU_NEW_PASSWORD or is typed.
    """
    factory = door.sessions()
    upgraded(open_store(door.settings().database_url))
    door.insist_own(factory)
    insist_witness(door, factory, witness)
    founded = track_roles.Founding(login, name, organisation, witness, shown, _password() or "")
    with door.unit() as work:
        track_roles.found_lead(work, founded)
    words = f"{login} leads the victim track. From now on no administrator gives its roles."
    door.say({"login": login, "roles": ["care", "care_lead"], "witness": witness}, words)


@user.command(
    epilog="Example: bureau user link j.bakker --subject 7f3a91c2d4e8 --shown 'pass 12' --as admin"
)
@click.argument("login")
@click.option("--subject", required=True, help="The identifier (sub) at the issuer.")
@click.option("--shown", required=True, help="How you know that it belongs to this person.")
@common
def link(door: Door, login: str, subject: str, shown: str) -> None:
    """Link the account LOGIN to a sign-in elsewhere; its owner confirms it under Your account.

    The password of whoever links comes from BUREAU_OWN_PASSWORD or is asked for.
    """
    door.insist_own(door.sessions())
    with door.unit() as work:
        place = door.settings().oidc_issuer
        identities.link_called(work, login, place, subject, shown)
    told = f"Linked; it opens once {login} confirmed it under Your account, Sign-in elsewhere."
    door.say({"login": login, "issuer": place}, told)


def insist_witness(door: Door, factory: sessionmaker[Session], witness: str) -> None:
    """Ask the witness to prove who it is; raises Invalid where it is not."""
    own = typed("BUREAU_WITNESS_PASSWORD", f"Password of {witness}: ") or ""
    now = door.now(factory)
    if not entry.confirm(factory, actor_called(factory, witness, now), own, now):
        raise Invalid(
            "That is not the password of {login}; nothing was done.",
            where={"option": "--witness"},
            hint="The witness types it, or sets BUREAU_WITNESS_PASSWORD.",
            login=witness,
        )


@user.command("list", epilog="Example: bureau user list --as admin")
@common
def list_accounts(door: Door) -> None:
    """The accounts of your own organisation, for an administrator."""
    with door.unit() as work:
        known = [
            (one.login, one.name, sorted(role.value for role in one.held(work.today)), one.active)
            for one in users.list_users(work)
        ]
    words = [
        f"{login:20} {name} ({', '.join(held)}){'' if active else ', disabled'}"
        for login, name, held, active in known
    ]
    columns = ("login", "name", "roles", "active")
    door.say([dict(zip(columns, row, strict=True)) for row in known], "\n".join(words))


def _password() -> str | None:
    return typed("BUREAU_NEW_PASSWORD", "Password for the new account: ")
