"""Whether what was shown at the door is enough for an act of weight, by whichever way it comes.

Leave for such an act is asked by whoever only looks, too. So it is noted where what was shown is
too weak, and the work stops as soon as it records more than a look.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from bureau.actors import Actor
from bureau.errors import NotAllowed
from bureau.rules.event_groups import READINGS
from bureau.rules.events import EventKind
from bureau.rules.strong_acts import StrongAct, too_weak

NOTE = "too weak"


def note(session: Session, actor: Actor, code: str, now: datetime) -> None:
    """Remember that this work asked leave for an act for which too little was shown."""
    if asked := _unmet(actor, code, now):
        session.info[NOTE] = asked


def insist_looking(session: Session, kind: EventKind) -> None:
    """Stop where that is so and more than a look is recorded."""
    asked = session.info.get(NOTE)
    if asked is not None and kind not in READINGS:
        raise _refusal(asked)


def insist(actor: Actor, code: str, now: datetime) -> None:
    """Stop where too little was shown for this act of `strong_acts.toml`."""
    if asked := _unmet(actor, code, now):
        raise _refusal(asked)


def _unmet(actor: Actor, code: str, now: datetime) -> StrongAct | None:
    return too_weak(code, actor.shown, now, actor.asks, reading=False) if actor.asks else None


def _refusal(asked: StrongAct) -> NotAllowed:
    return NotAllowed(
        "This act, {act}, asks a second factor that was shown at most {minutes} minutes ago.",
        where={"guard": "second factor", "basis": asked.basis},
        hint="Sign in again with your second factor and do it there. For a command set"
        " BUREAU_OWN_PASSWORD and BUREAU_OWN_CODE; a token shows nothing.",
        act=asked.name,
        minutes=asked.minutes,
    )
