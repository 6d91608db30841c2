"""Exploring the network of a case: begin, open, hide, find a way, look at a period, keep it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import Invalid, NotFound
from bureau.graph.asking import plain
from bureau.graph.circles import ALIKE, CIRCLES
from bureau.graph.exploring import Asked, Part, part
from bureau.model import Case, KeptPicture
from bureau.operations._checks import said
from bureau.operations._exploration import (
    Exploration,
    fold,
    picture,
    span,
    statements,
)
from bureau.operations._network_graph import case_graph
from bureau.operations._pins import pinned
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import HOPS, MOST_HOPS
from bureau.work import Work

__all__ = ["ALIKE", "CIRCLES", "Asked", "Exploration"]

NAME_LENGTH = 80
MOST_PLACES = 6000
MOST_KEPT = 200  # views, versions included, of one person in one case
FARTHEST = 10_000_000.0


def explore(
    work: Work,
    case_id: UUID,
    asked: Asked,
    *,
    language: str = "en",
    reason: str = "",
    picture_id: UUID | None = None,
    laid: bool = True,
) -> Exploration:
    """The part of the network that was asked for, grouped where it is large.

    With `picture_id` each node stands where it was kept; without `laid` all stand at nought.
    Raises Invalid where it reaches further than a step without a reason, or than three at all.
    """
    case = work.case(case_id, Permission.NETWORK_READ)
    places = dict(work.within(KeptPicture, picture_id, case).places) if picture_id else {}
    who, whole = case_graph(work, case, language, first=asked.first, last=asked.last)
    if not set(whole).issuperset({*asked.starts, *(asked.ends or ())}):
        raise NotFound("There is nothing here that you may see.")
    reference, notes = case.reference, pinned(work, case)
    work.release()
    found = part(whole, asked)
    _insist(found.steps, reason)
    shown = fold(found, asked, language)
    network, more = picture(whole, shown, who, reference, places if laid else None)
    _looked(work, case_id, found, asked, len(network.nodes))
    told = (network, asked, found.steps, shown.groups, more, notes, found.way)
    counts = whole.number_of_nodes(), whole.number_of_edges(), span(whole)
    return Exploration(*told, *counts, statements(found, shown, more, asked))


def _looked(work: Work, case_id: UUID, found: Part, asked: Asked, nodes: int) -> None:
    """Ask leave anew after the long reckoning, and record the look."""
    case = work.case(case_id, Permission.NETWORK_READ)
    told = {"focus": [*asked.starts, *(asked.ends or ())], "way": bool(asked.ends)}
    far = max(found.steps, found.length)
    work.record(EventKind.NETWORK_READ, case, hops=far, nodes=nodes, **told)


def read_picture(work: Work, case_id: UUID, picture_id: UUID) -> KeptPicture:
    """A kept view: what was asked for, and where each node stood."""
    case = work.case(case_id, Permission.NETWORK_READ)
    row = work.within(KeptPicture, picture_id, case)
    work.record(EventKind.PICTURE_LISTED, row, shown=1)
    return row


def keep_picture(
    work: Work,
    case_id: UUID,
    name: str,
    asked: Asked,
    places: Mapping[str, Any],
) -> KeptPicture:
    """Keep a view under a name; the same name again is a new version, and the old ones stay.

    Raises Invalid where somebody kept MOST_KEPT of them in this case already.
    """
    case = work.case(case_id, Permission.CASE_EDIT)
    work.require(Permission.NETWORK_READ, case)
    called = said(name, "name", NAME_LENGTH)
    earlier = _numbers(work, case, called)
    row = KeptPicture(
        case_id=case.id,
        name=called,
        number=max(earlier, default=0) + 1,
        asked=plain(asked),
        places=_places(places),
        at=work.now,
        by_id=work.actor.id,
    )
    work.session.add(row)
    work.record(EventKind.PICTURE_KEPT, row, number=row.number, places=len(row.places))
    return row


def list_pictures(work: Work, case_id: UUID) -> list[KeptPicture]:
    """The kept views of a case by name, the latest version of each first."""
    case = work.case(case_id, Permission.NETWORK_READ)
    found = _rows(work, case)
    work.record(EventKind.PICTURE_LISTED, case, shown=len(found))
    return found


def _rows(work: Work, case: Case) -> list[KeptPicture]:
    query = select(KeptPicture).where(KeptPicture.case_id == case.id)
    return list(work.session.scalars(query.order_by(KeptPicture.name, KeptPicture.number.desc())))


def _numbers(work: Work, case: Case, called: str) -> list[int]:
    """The versions kept under a name, as long as the actor may keep more."""
    own = select(func.count()).select_from(KeptPicture)
    own = own.where(KeptPicture.case_id == case.id, KeptPicture.by_id == work.actor.id)
    if (work.session.scalar(own) or 0) >= MOST_KEPT:
        raise Invalid(
            "You keep {count} views of this case already; no more are kept.",
            where={"field": "name"},
            hint="Use a view that is there; all of them go when the case is destroyed.",
            count=MOST_KEPT,
        )
    query = select(KeptPicture.number).where(
        KeptPicture.case_id == case.id, KeptPicture.name == called
    )
    return list(work.session.scalars(query))


def _insist(steps: int, reason: str) -> None:
    if steps > MOST_HOPS:
        raise Invalid(
            "A network can be shown from one to three steps far.",
            where={"field": "open"},
            hint="Begin at the party that you opened last.",
        )
    if steps > HOPS and not reason.strip():
        raise Invalid(
            "Looking more than one step far needs a reason.",
            where={"field": "reason"},
            hint="Say which question the wider picture should answer; it is kept in the trail.",
        )


def _places(given: Mapping[str, Any]) -> dict[str, list[float]]:
    """Places as two numbers for each node; raises Invalid for anything else."""
    wrong = Invalid(
        "The places of the view cannot be read.",
        where={"field": "places"},
        hint="Open the view again and keep it once more.",
    )
    if len(given) > MOST_PLACES:
        raise wrong
    found: dict[str, list[float]] = {}
    for name, place in given.items():
        two = isinstance(place, list) and len(place) == 2  # noqa: PLR2004 - x and y
        if not two or not all(
            isinstance(each, int | float) and abs(each) < FARTHEST for each in place
        ):
            raise wrong
        found[name[:80]] = [round(float(each), 1) for each in place]
    return found
