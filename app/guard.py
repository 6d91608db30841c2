"""The fence at the door: every route says which leave it needs, or the house does not open.

The fence only turns away whoever could never have the leave; whether this record is theirs is
asked by the operation behind it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Flask
from flask_login import current_user

from app.login import manager
from bureau import policy
from bureau.errors import AccessDenied, OutOfOrder
from bureau.policy import Permission
from bureau.rules.vocabulary import Track

P = ParamSpec("P")
R = TypeVar("R")

# Pages without sign-in: each shows nothing about any case or person.
OPEN = frozenset(
    {
        "static",
        "session.sign_in",
        "session.enter",
        "session.choose_language",
        "health.alive",
        "health.ready_now",
        "health.metrics",
        "api.openapi",
    }
)


@dataclass(frozen=True, slots=True)
class Guard:
    """What a route needs: a permission, and what kind of record it loads through it."""

    permission: Permission
    loads: str = ""
    track: Track | None = None


def guard(
    permission: Permission, loads: str = "", track: Track | None = None
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Say what leave a view needs; whoever can never have it finds nothing here."""

    def fence(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            if not current_user.is_authenticated:
                return manager.unauthorized()  # type: ignore[no-any-return]
            if not policy.ever(current_user.actor, permission):
                raise AccessDenied(permission, loads or "-")
            return view(*args, **kwargs)

        guarded.guard = Guard(permission, loads, track)  # type: ignore[attr-defined]
        return guarded

    return fence


def guard_of(app: Flask, endpoint: str) -> Guard | None:
    """What the route with this endpoint needs; None for an open one."""
    found: Guard | None = getattr(app.view_functions[endpoint], "guard", None)
    return found


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
