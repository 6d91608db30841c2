"""The anonymous survey of partners: what it asks, how answers are counted, what may be told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bureau.errors import Invalid, NotAllowed
from bureau.rules.tables import Row, Table, Texts, table

MARKS = (1, 2, 3, 4, 5)
DIGITS = 6  # a count is always as long, so that a box never grows by what is put in
BASIS = "EV-05; AVG 25(1)"
Tally = dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyQuestion(Row):
    """A statement about one of the five conditions, answered from 1 to 5."""

    condition: str
    name: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyLimit(Row):
    """A number that keeps the survey anonymous."""

    name: Texts
    number: int


def questions() -> Table[SurveyQuestion]:
    """What the survey asks."""
    return table("survey_questions", SurveyQuestion)


def limits() -> Table[SurveyLimit]:
    """From how many answers anything is told, between which marks, and how long a round is open."""
    return table("survey_limits", SurveyLimit)


def fewest(on: date) -> int:
    """The smallest number of answers from which anything is told."""
    return limits().row("fewest_answers", on).number


def until(opened_on: date) -> date:
    """The last day of a round."""
    return opened_on + timedelta(days=limits().row("open_days", opened_on).number)


def empty(codes: Iterable[str]) -> Tally:
    """A box without answers: of each question how often each mark was given."""
    return {code: ["0".zfill(DIGITS)] * len(MARKS) for code in codes}


def put_in(tally: Mapping[str, list[str]], marks: Mapping[str, int]) -> Tally:
    """The box after one more answer; raises Invalid unless each question has a mark."""
    if set(marks) != set(tally) or any(mark not in MARKS for mark in marks.values()):
        raise Invalid(
            "Each statement needs a mark from 1 to 5.",
            where={"field": "marks"},
            hint="An answer with a gap could be told apart from the others.",
        )
    return {
        code: [
            str(int(count) + (mark == marks[code])).zfill(DIGITS)
            for mark, count in zip(MARKS, counts, strict=True)
        ]
        for code, counts in tally.items()
    }


def counted(tally: Mapping[str, list[str]]) -> int:
    """How many answers a box holds: as many as marks at any question."""
    return max((sum(map(int, counts)) for counts in tally.values()), default=0)


def told(tally: Mapping[str, list[str]], opened_on: date) -> dict[str, float]:
    """The mean mark of each condition; nothing at all of fewer answers than may be told."""
    if counted(tally) < fewest(opened_on):
        return {}
    low, high = (limits().row(f"{end}_mark", opened_on).number for end in ("lowest", "highest"))
    sums: dict[str, list[int]] = {}
    for row in questions().on(opened_on):
        for mark, count in zip(MARKS, map(int, tally[row.code]), strict=True):
            sums.setdefault(row.condition, [0, 0])
            sums[row.condition][0] += mark * count
            sums[row.condition][1] += count
    means = {code: round(10 * total / count) for code, (total, count) in sums.items()}
    return {code: min(max(mean, low), high) / 10 for code, mean in means.items()}


def end_of(value: float, on: date) -> int:
    """Whether a mean stands at an end of what is told: -1 for or less, 1 for or more, else 0."""
    low, high = (limits().row(f"{end}_mark", on).number / 10 for end in ("lowest", "highest"))
    return (value >= high) - (value <= low)


def insist_enough(invited: int, on: date) -> None:
    """Stop when so few are asked that nothing could ever be told."""
    if invited < fewest(on):
        raise NotAllowed(
            "{invited} people would be asked; a round needs at least {fewest}.",
            where={"guard": "fewest_answers", "basis": BASIS},
            hint="Of fewer answers nothing is ever told. Talk about it in the meeting instead.",
            invited=invited,
            fewest=fewest(on),
        )
