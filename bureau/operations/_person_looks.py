"""Who looked at what is held about a person: by day, function and body, never by name."""

from collections import Counter
from typing import Any

from sqlalchemy import select

from bureau.model import Event
from bureau.operations import _looked
from bureau.operations._person_file import PersonFile
from bureau.trust import trail

Plain = dict[str, Any]


def looks(file: PersonFile) -> list[Plain]:
    """The looks at the whole file of an applicant; of somebody else those at their own page.

    Whoever is told gets day, function, body and how often (AVG 15; HvJ EU C-579/21, mark M): the
    name of an officer is not theirs to have.
    """
    query = select(Event).where(_looked.about(file.case), Event.outcome == "done")
    if not file.applicant:
        query = query.where(Event.subject == trail.name(file.subject))
    query = query.where(Event.actor_id.is_not(None)).order_by(Event.seq)
    counted: Counter[tuple[str, str, str]] = Counter()
    for row in _looked.lines(file.work, file.work.session.scalars(query)):
        if row.roles:
            counted[(row.day.isoformat(), row.roles[0], row.organisation)] += 1
    return [
        {"on": day, "function": function, "organisation": body, "times": str(times)}
        for (day, function, body), times in sorted(counted.items())
    ]
