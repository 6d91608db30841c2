"""The fence at the door: every route says which leave it needs, or the house does not open.

The fence only turns away whoever could never have the leave; whether this record is theirs is
asked by the operation behind it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import NoReturn, ParamSpec, TypeVar

from flask import Flask, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.clock import now
from app.login import turn_away
from app.places import limits, sessions
from bureau import policy
from bureau.errors import AccessDenied, NotAllowed, OutOfOrder
from bureau.policy import Permission
from bureau.rules.strong_acts import StrongAct, too_weak
from bureau.rules.vocabulary import Track
from bureau.work import begin

__all__ = ["Guard", "Permission", "guard", "guard_of", "insist"]

P = ParamSpec("P")
R = TypeVar("R")
SEE_OTHER = 303
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))

# Pages without sign-in: each shows nothing about any case or person. A calendar asks a secret of
# its own and answers in the name, and with the leave, of whoever that belongs to. The private link
# of an applicant is such a secret too: all it opens is a visit, which a guard of its own asks for.
OPEN = frozenset(
    {
        "static",
        "session.sign_in",
        "session.enter",
        "session.second_step",
        "session.take_second_step",
        "passkeys.ask_at_the_door",
        "passkeys.enter",
        "elsewhere.begin",
        "elsewhere.come_back",
        "elsewhere.sign_out",
        "session.choose_language",
        "health.alive",
        "health.ready_now",
        "health.metrics",
        "api.openapi",
        "calendars.read",
        "applicant.enter",
    }
)
# What is left to whoever lacks a date of admission: the own account, and the way out.
LEFT = frozenset(
    {
        "session.account",
        "session.change_password",
        "session.end_session",
        "session.end_sessions",
        "session.sign_out",
        "again.show",
        "again.leave",
    }
)
# What is left to whoever must add a second factor first: the pages on which one does that, too.
FACTORS = frozenset(
    {
        "factors.show",
        "factors.begin_app",
        "factors.confirm_app",
        "factors.remove",
        "factors.rename",
        "factors.renew_paper",
        "identities.show_own",
        "identities.answer_own",
        "passkeys.options",
        "passkeys.add",
        "passkeys.ask_proof",
        "passkeys.prove",
    }
)


@dataclass(frozen=True, slots=True)
class Guard:
    """What a route needs: a permission, and what kind of record it loads through it."""

    permission: Permission
    loads: str = ""
    track: Track | None = None
    applicant: bool = False  # for whoever came through a private link, and for no one of the house


def guard(
    permission: Permission, loads: str = "", track: Track | None = None, strong: str = ""
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Say what leave a view needs; whoever can never have it finds nothing here.

    `strong` is the act of `strong_acts.toml` that it is, where the permission does not say so.
    """

    def fence(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            if not current_user.is_authenticated:
                return turn_away()  # type: ignore[return-value]
            if first := _first():
                return first  # type: ignore[return-value]
            if not policy.ever(current_user.actor, permission):
                refuse(permission, loads)
            if asked := _unmet(strong or permission.value):
                return ask_again(asked)  # type: ignore[return-value]
            return view(*args, **kwargs)

        guarded.guard = Guard(permission, loads, track)  # type: ignore[attr-defined]
        return guarded

    return fence


def _first() -> ResponseReturnValue | None:
    """What has to be done before any other page opens; None where nothing has."""
    visitor, endpoint = current_user.visitor, request.endpoint
    if visitor.lacking and endpoint not in LEFT:
        return shut()
    if visitor.fresh and endpoint not in LEFT:
        return ask_password()
    if visitor.weak and endpoint not in LEFT | FACTORS:
        return ask_factor()
    return None


def shut() -> ResponseReturnValue:
    """Show whoever lacks a date of admission what is missing; nothing else opens."""
    if request.path.endswith(".json"):
        raise NotAllowed(
            "Your account does not open: a date of admission is missing or ran out.",
            hint="Your account says what is missing and whom to ask.",
        )
    return redirect(url_for("session.account"), SEE_OTHER)


def ask_password() -> ResponseReturnValue:
    """Show whoever came in with a first password where to choose another; nothing else opens."""
    if request.path.endswith(".json"):
        raise NotAllowed(
            "You came in with a first password, which opens nothing else.",
            hint="Choose a password of your own under Your account.",
        )
    return redirect(url_for("session.account"), SEE_OTHER)


def ask_factor() -> ResponseReturnValue:
    """Show whoever needs a second factor where to add one; nothing else opens until then."""
    if request.path.endswith(".json"):
        raise NotAllowed(
            "Your role asks a second factor, and you did not show one.",
            hint="Add an app or a passkey under Your account, Second factors.",
        )
    return redirect(url_for("factors.show"), SEE_OTHER)


def _unmet(code: str) -> StrongAct | None:
    """What the sign-in behind this request is too weak or too old for."""
    shown = current_user.visitor.shown
    reading = request.method in SAFE
    since = limits().second_factor_from
    return too_weak(code, shown, now(), since, reading=reading) if shown else None


def ask_again(asked: StrongAct) -> ResponseReturnValue:
    """Show how to sign in again with a second factor, and lead back from there."""
    if request.path.endswith(".json"):
        raise NotAllowed(
            "This asks a sign-in with a second factor that is not older.",
            hint="Sign in again with your second factor, then repeat it.",
        )
    return redirect(url_for("again.show", act=asked.code, next=request.path), SEE_OTHER)


def refuse(permission: Permission, loads: str) -> NoReturn:
    """Refuse whoever can never have `permission`, and record which record they asked for."""
    asked = request.view_args or {}
    key = asked.get(f"{loads}_id") or asked.get("file_id") or "-"
    label = g.get("request_id", "")
    with begin(sessions(), current_user.actor, now(), purpose="at the door", request_id=label):
        raise AccessDenied(permission, f"{loads}:{key}" if loads else "-")
    raise AssertionError("A refusal is never swallowed.")


def guard_of(app: Flask, endpoint: str) -> Guard | None:
    """What the route with this endpoint needs; None for an open one."""
    found: Guard | None = getattr(app.view_functions[endpoint], "guard", None)
    return found


def policy_rows() -> list[tuple[str, list[str]]]:
    """The table of permissions as plain words: each with the lines of rules that grant it."""
    return [
        (permission.value, [" + ".join(rule.name for rule in line) for line in lines])
        for permission, lines in policy.POLICY.items()
    ]


def insist(app: Flask) -> None:
    """Refuse to open `app` while a route is neither guarded nor on the open list."""
    bare = sorted(
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint not in OPEN and guard_of(app, rule.endpoint) is None
    )
    if bare:
        raise OutOfOrder(
            "These routes have no guard: {routes}.",
            hint="Put @guard(...) on each view or add it to the open list with a reason.",
            routes=", ".join(bare),
        )
