"""The options of an item in the tracks of the law: as typed, as stored, and changed meanwhile."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import select

from bureau.errors import Changed, Invalid
from bureau.model import AgendaItem, Event, Outcome, User
from bureau.operations._checks import fitting
from bureau.rules import meeting as law
from bureau.rules.event_groups import READINGS
from bureau.trust import trail
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Option:
    """What could be done in one track, why, and why not."""

    what: str = ""
    why: str = ""
    why_not: str = ""


def insist_current(work: Work, item: AgendaItem, version: int, told: Mapping[str, Option]) -> None:
    """Stop where somebody stored something else meanwhile, with who and with both texts."""
    if item.version == version:
        return
    mine, theirs = fields({code: asdict(one) for code, one in told.items()}), fields(item.options)
    names = dict.fromkeys((*mine, *theirs))
    pairs = [(name, mine.get(name, ""), theirs.get(name, "")) for name in names]
    raise Changed(
        [(name, yours, stored) for name, yours, stored in pairs if yours.strip() != stored],
        where={"version": version, "now": item.version},
        hint="{who} stored something at this item after you opened it. What you typed is kept in"
        " the form: look at both, bring yours up to date and store it again.",
        who=_last(work, item),
    )


def option(track: law.Track, told: Option) -> dict[str, str]:
    """What was said on one track; raises Invalid for a track that nobody looked at."""
    what, why = fitting(told.what, "what", 2000), fitting(told.why, "why", 2000)
    why_not = fitting(told.why_not, "why_not", 2000)
    if not (why_not or (what and why)):
        raise Invalid(
            "The options are not compared yet in the track {track}.",
            where={"field": f"why-{track.code}", "basis": track.basis},
            hint="Say what could be done and why, or why this track is not taken.",
            track=track.name,
        )
    return {"what": what, "why": why, "why_not": why_not}


def fields(options: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The texts of the options by the field of the form in which each stands."""
    return {
        f"{part}-{track}": text
        for track, option in options.items()
        for part, text in option.items()
    }


def _last(work: Work, item: AgendaItem) -> str:
    """Who changed the item last, as the trail tells."""
    query = (
        select(User.name)
        .join(Event, Event.actor_id == User.id)
        .where(
            Event.subject == trail.name(item),
            Event.outcome == Outcome.DONE,
            Event.kind.not_in(READINGS),
        )
    )
    return work.session.scalars(query.order_by(Event.seq.desc()).limit(1)).first() or "?"
