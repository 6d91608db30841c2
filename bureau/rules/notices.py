"""Why the recipient of an issued dossier is told something afterwards, and what is then asked."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.errors import Invalid
from bureau.rules.house_terms import last_day
from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.vocabulary import Track


class NoticeKind(StrEnum):
    """What is told: that something was corrected, or that the dossier is taken back."""

    CORRECTION = "correction"
    RECALL = "recall"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeGround(Row):
    """A reason by its code: which kind of notice it is for, in which tracks, what it says.

    `breach` says that it is a breach of personal data, which may have to be notified (AVG 33).
    """

    kind: NoticeKind
    tracks: tuple[Track, ...]
    name: Texts
    says: Texts
    breach: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDuty(Row):
    """What the recipient of a recall does; one with `choice` is chosen by whoever recalls."""

    name: Texts
    says: Texts
    choice: bool


def notice_grounds() -> Table[NoticeGround]:
    """Every reason for a notice."""
    return table("notice_grounds", NoticeGround)


def notice_duties() -> Table[NoticeDuty]:
    """Everything that a recall asks."""
    return table("notice_duties", NoticeDuty)


def grounds(kind: NoticeKind, track: Track, on: date) -> tuple[NoticeGround, ...]:
    """The reasons for a notice of this kind about a dossier of this track."""
    rows = notice_grounds().on(on)
    return tuple(row for row in rows if row.kind is kind and track in row.tracks)


def ground(kind: NoticeKind, track: Track, code: str, on: date) -> NoticeGround:
    """The reason with this code; raises Invalid for one of another kind or track."""
    found = next((row for row in grounds(kind, track, on) if row.code == code), None)
    if found is None:
        raise Invalid(
            "This is no ground for such a notice.",
            where={"field": "ground", "track": track},
            hint="Choose one of the grounds of the list.",
        )
    return found


def breach_due(code: str, on: date) -> date | None:
    """The last day to notify a breach of personal data, where this ground is one."""
    found = notice_grounds().find(code, on)
    return last_day("breach_notice", on) if found is not None and found.breach else None


def choices(on: date) -> tuple[NoticeDuty, ...]:
    """What whoever recalls chooses from: what becomes of the copies."""
    return tuple(row for row in notice_duties().on(on) if row.choice)


def duties(chosen: str, on: date) -> tuple[NoticeDuty, ...]:
    """All that a recall asks, with what was chosen; raises Invalid for what is no choice."""
    if chosen not in {row.code for row in choices(on)}:
        raise Invalid(
            "Say what becomes of the copies.",
            where={"field": "duty"},
            hint="Choose one of the list.",
        )
    return tuple(row for row in notice_duties().on(on) if not row.choice or row.code == chosen)
