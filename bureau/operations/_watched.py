"""Lines of the trail as looks that the rules take: who looked, at what, and for which task.

Support files are left out, and so is whoever helps in them: a question about that work would tell
of it. So are calendars and reminders, which look in somebody's name while nobody does.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, and_, not_, or_, select

from bureau import keys
from bureau.model import Entity, Event, EventValue, Person, User
from bureau.operations import _watch_marks
from bureau.operations._trail_lines import HELPERS
from bureau.outtakes import FULL
from bureau.rules.event_groups import LOOKS
from bureau.rules.events import EventKind
from bureau.rules.need_to_know import bare
from bureau.watch.values import Act, Look
from bureau.watch.watching import MEMORY_DAYS
from bureau.work import Work

OWN, CASE, UNSAID = "OWN", "case:", "-"
AT_ONCE = 500
LEFT_OUT = ("remind", "calendar")
GIVEN = (EventKind.SEARCHED, EventKind.LEASE_TAKEN, EventKind.GLASS_ASKED)  # each with a reason
NOTICES = (EventKind.ROLE_WITHDRAWN, EventKind.CLEARANCE_WITHDRAWN, EventKind.CASE_UNSHARED)
REFUSED = (EventKind.ACCESS_DENIED, EventKind.WORK_REFUSED)
NO_LOOKS = {EventKind.SEARCH_FOUND, EventKind.GLASS_OPENED, EventKind.WORK_LISTED}
SEEN = tuple(sorted(LOOKS - NO_LOOKS | {EventKind.COPY_TAKEN}))
TAKEN_OUT = (".exported", ".printed", "copy.taken", "dossier.issued")
Line = Row[Any]


def looks(work: Work) -> tuple[Look, ...]:
    """The looks of the last weeks by whoever has an account, in the order of the trail."""
    return _told(work, _lines(work))


def pressing(work: Work, since: int, marks: Collection[str]) -> tuple[Look, ...]:
    """The looks after a line that took out the last of a quota, or met one of these marks."""
    known, mark = sorted(marks), Event.facts["mark"].as_string()
    full = Event.facts["quota"].as_string() == FULL
    wanted = or_(full, mark.in_(known), Event.subject.in_(known))
    return _told(work, _lines(work).where(Event.seq > since, wanted))


def _told(work: Work, query: Select[Any]) -> tuple[Look, ...]:
    lines = work.session.execute(query.order_by(Event.seq)).all()
    if not lines:
        return ()
    people = {str(key) for key in work.session.scalars(select(User.id))}
    reasons, labels = _reasons(work), _labels(work, lines)
    found = (_look(line, reasons, labels) for line in lines)
    return tuple(look for look in found if look and look.actor in people)


def _lines(work: Work) -> Select[Any]:
    columns = (Event.seq, Event.at, Event.kind, Event.actor_id, Event.organisation_id)
    return select(*columns, Event.subject, Event.scope, Event.facts).where(_watched(work))


def _watched(work: Work) -> Any:
    support = [
        column.startswith("support_", autoescape=True) for column in (Event.scope, Event.subject)
    ]
    return and_(
        Event.at >= work.now - timedelta(days=MEMORY_DAYS),
        Event.kind.in_((*SEEN, *NOTICES, *REFUSED, EventKind.SEARCHED)),
        Event.actor_id.is_not(None),
        Event.actor_id.not_in(HELPERS),
        not_(or_(*support)),
    )


def _reasons(work: Work) -> dict[int, str]:
    """The marks of reasons by line: equal for reasons of the same words."""
    query = (
        select(EventValue.seq, EventValue.values)
        .join(Event, Event.seq == EventValue.seq)
        .where(_watched(work), Event.kind.in_(GIVEN))
    )
    said = {
        seq: bare(str(values.get("facts.reason", {}).get("said", "")))
        for seq, values in work.session.execute(query)
    }
    return {seq: keys.blind(" ".join(words), "look_reason")[:16] for seq, words in said.items()
            if words}  # fmt: skip


def _labels(work: Work, lines: Iterable[Line]) -> dict[str, frozenset[str]]:
    """The marks of the parties that were opened, by their subject; a protected one has none."""
    subjects = {line.subject for line in lines if line.kind == EventKind.PARTY_READ}
    ids = {UUID(text.partition(":")[2]): text for text in sorted(subjects)}
    hidden = select(Person.id).where(Person.protected.is_(True))
    bare_of, found, asked = Entity.__table__, dict[str, frozenset[str]](), tuple(ids)
    for at in range(0, len(asked), AT_ONCE):
        query = select(bare_of.c.id, bare_of.c.label).where(
            bare_of.c.id.in_(asked[at : at + AT_ONCE]), bare_of.c.id.not_in(hidden)
        )
        for key, label in work.session.execute(query):
            found[ids[key]] = _watch_marks.whole(label)
    return found


def _look(
    line: Line, reasons: Mapping[int, str], labels: Mapping[str, frozenset[str]]
) -> Look | None:
    facts = line.facts
    full = facts.get("quota") == FULL
    act = _act(line) or (Act.FULL if full else None)
    if act is None or facts.get("via") in LEFT_OUT:
        return None
    marks = frozenset({facts["mark"]} if facts.get("mark") else ())
    return Look(
        seq=line.seq,
        at=line.at,
        actor=_actor(line),
        body=str(line.organisation_id),
        act=act,
        subject=_subject(line, act),
        marks=marks | labels.get(line.subject, frozenset()),
        tasked=_tasked(line, act),
        first=str(facts.get("first", "")),
        stem=str(facts.get("stem", "")),
        reason=reasons.get(line.seq, ""),
        full=full,
    )


def _act(line: Line) -> Act | None:
    """What a line is to the rules; nothing where it shows no file, person or list of them."""
    if line.kind in NOTICES:
        return Act.NOTICE
    if line.kind == EventKind.SEARCHED:
        return Act.SEARCH
    if line.kind in REFUSED:
        return Act.REFUSED if line.subject != UNSAID or line.facts.get("mark") else None
    if not _of_a_file(line):
        return None
    if line.kind == EventKind.GLASS_ASKED:
        return Act.GLASS
    return Act.EXPORT if line.kind.endswith(TAKEN_OUT) else Act.OPEN


def _of_a_file(line: Line) -> bool:
    scope = str(line.scope)
    return scope.startswith(CASE) and scope != f"{CASE}*"


def _actor(line: Line) -> str:
    """Whom a line is about: who looked, or whose role, admission or part in a case ended."""
    if line.kind not in NOTICES:
        return str(line.actor_id)
    return str(line.facts.get("member") or line.scope.removeprefix("user:"))


def _subject(line: Line, act: Act) -> str:
    if act is Act.SEARCH or (act is Act.REFUSED and line.subject == UNSAID):
        return f"sought:{line.facts.get('mark', '')}"
    # A file that is open for a while counts once, however much of it is read.
    opened = line.kind == EventKind.PARTY_READ and not line.facts.get("leased")
    return str(line.subject if opened or act is Act.REFUSED else line.scope)


def _tasked(line: Line, act: Act) -> bool:
    """Whether a task or a case of one's own says why; a lease is by definition outside them."""
    if act is Act.SEARCH:
        return bool(line.facts.get("for_case")) or line.facts.get("for_what") == OWN
    outside = line.kind in GIVEN or line.facts.get("leased")
    return act is not Act.REFUSED and not outside
