"""What whoever gives a command shows: a password, and with it a code where the house asks that."""

import getpass
import os
import sys
from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

from bureau import proving
from bureau.errors import Invalid
from bureau.policy import Actor
from bureau.rules.strong_acts import SignIn


def typed(name: str, words: str) -> str | None:
    """A password from the environment variable `name`, or from whoever sits at the terminal."""
    if given := os.environ.get(name):
        return given
    return getpass.getpass(words) if sys.stdin.isatty() else None


def shown(factory: sessionmaker[Session], actor: Actor, code: str, now: datetime) -> SignIn:
    """The own password with a code of an app, once for a command; raises Invalid for another."""
    own = typed("BUREAU_OWN_PASSWORD", "Your own password: ") or ""
    found = proving.strong(factory, actor, own, code, now)
    if found is None:
        raise Invalid(
            "That is not your password with a code of yours; nothing was done.",
            where={"option": "--as"},
            hint="Set BUREAU_OWN_CODE to the code that your app shows now; each is taken once.",
        )
    return found
