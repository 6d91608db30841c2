"""What is recorded at the steps of a support file, and for what a person may give consent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bureau.errors import Invalid, NotAllowed
from bureau.rules.schema import NO_TEXTS, Texts
from bureau.rules.tables import Row, Table, table

LONGEST = 2_000
YES = "yes"


@dataclass(frozen=True, slots=True)
class PartField:
    """One question of a part: a choice where `options` are given, a day, or words."""

    code: str
    name: Texts
    options: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    instead: Texts = NO_TEXTS
    day: bool = False
    needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Row):
    """What is recorded together: the safety triage, the talk, the choice and so on."""

    name: Texts
    help: Texts
    fields: tuple[PartField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose(Row):
    """For what something may be told with consent, and what is possible without it."""

    name: Texts
    without: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm(Row):
    """What is done first: `field` says `answer`, and `first` was not answered with yes.

    Where `in_words`, any words in `first` will do. One that `stops` nothing is a reminder.
    """

    name: Texts
    part: str
    field: str
    answer: str
    first: str
    now: Texts
    in_words: bool = False
    stops: bool = True


def support_parts() -> Table[Part]:
    """The parts of a support file."""
    return table("support_parts", Part)


def purposes() -> Table[Purpose]:
    """The purposes for which a person may agree."""
    return table("support_purposes", Purpose)


def support_alarms() -> Table[Alarm]:
    """The answers that leave somebody unsafe, and what is done about them first."""
    return table("support_alarms", Alarm)


def ringing(recorded: Mapping[str, Mapping[str, str]], on: date) -> tuple[Alarm, ...]:
    """What has to be done now, by what was recorded last: the most pressing first."""
    rows = support_alarms().on(on)
    return tuple(row for row in rows if _rings(row, recorded.get(row.part, {})))


def checked(part: Part, given: Mapping[str, str]) -> dict[str, str]:
    """The answers to the fields of `part`, without blanks around them.

    Raises Invalid for a missing, unknown or too long answer, NotAllowed for one that endangers.
    """
    return {field.code: _checked(field, given.get(field.code, "").strip()) for field in part.fields}


def _rings(row: Alarm, told: Mapping[str, str]) -> bool:
    done = told.get(row.first, "")
    settled = bool(done) if row.in_words else done == YES
    return told.get(row.field) == row.answer and not settled


def _checked(field: PartField, value: str) -> str:
    if not value and not (field.needed or field.options):
        return ""
    wrong = len(value) > LONGEST or "\0" in value or not value
    if wrong or (field.options and value not in field.options) or (field.day and not _day(value)):
        raise Invalid(
            "Answer this: {field}.",
            where={"field": field.code},
            hint="Choose one of the answers, or write it in at most {most} characters.",
            field=field.name,
            most=LONGEST,
        )
    if value in field.refused:
        raise NotAllowed(
            "This is not safe: {field}",
            where={"field": field.code, "guard": "safety"},
            hint="{instead}",
            field=field.name,
            instead=field.instead,
        )
    return value


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
