"""What a row of a spreadsheet says as a whole: who applies, and where its case can begin."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bureau.errors import N_, BureauError, Invalid
from bureau.rules.procedure import states
from bureau.rules.schema import Texts, listed
from bureau.rules.vocabulary import EntityKind, Stage

# The numbers that a party of the kind cannot have.
NUMBERS = {EntityKind.PERSON: ("kvk", "rsin"), EntityKind.COMPANY: ("bsn",)}
# The states in which a case can begin, with the days that lead to each.
BEGINNINGS = {
    "ST10": (),
    "ST20": ("registered_on",),
    "ST30": ("form_sent_on",),
    "ST40": ("form_sent_on", "form_returned_on"),
    "ST41": ("form_sent_on", "form_returned_on", "supplement_asked_on"),
}
# A day that has no meaning without the one before it.
AFTER = {
    "form_returned_on": "form_sent_on",
    "supplement_asked_on": "form_returned_on",
    "supplement_until_on": "supplement_asked_on",
    "supplement_complete_on": "supplement_asked_on",
    "advice_extended_on": "advice_asked_on",
    "advice_received_on": "advice_asked_on",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one cell: the line, the heading of the column and the refusal itself."""

    line: int
    column: str
    error: BureauError


@dataclass(slots=True)
class Plan:
    """What one row says, checked cell by cell; nothing is made of it while `faults` are there."""

    line: int
    columns: Mapping[str, str]
    digest: str
    text: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    kind: EntityKind = EntityKind.COMPANY
    stage: Stage = Stage.APPLICATION
    weeks: int | None = None
    target: str = "ST10"
    faults: list[Fault] = field(default_factory=list)

    def blame(self, name: str, error: BureauError) -> None:
        """Note what is wrong in the cell of a field."""
        self.faults.append(Fault(self.line, self.columns.get(name, ""), error))


def settle(made: Plan) -> None:
    """What several cells say together: who applies, which day leads to which, where it begins."""
    if "applicant_kind" not in made.text:
        known = made.text.get("bsn") or made.text.get("given_names")
        made.kind = EntityKind.PERSON if known else EntityKind.COMPANY
    for name in NUMBERS[made.kind]:
        if made.text.get(name):
            made.blame(name, _strange(made.kind))
    for name, before in AFTER.items():
        if name in made.days and before not in made.days:
            made.blame(name, _missing(before))
    reached = [code for code, days in BEGINNINGS.items() if set(days) <= set(made.days)]
    furthest = reached[-1]
    asked = made.text.get("state") or furthest
    if asked != furthest and not made.faults:
        made.blame("state", _elsewhere(made, asked, furthest))
    made.target = furthest


def _strange(kind: EntityKind) -> Invalid:
    return Invalid(
        "A {kind} has no number of this kind.",
        hint="Correct the kind of the applicant, or leave this cell empty.",
        kind=kind,
    )


def _missing(before: str) -> Invalid:
    return Invalid(
        "This day needs another one: {field}.",
        where={"field": before},
        hint="Fill in that column too, or leave this cell empty.",
        field=before,
    )


def _elsewhere(made: Plan, asked: str, furthest: str) -> Invalid:
    if asked in BEGINNINGS:
        return Invalid(
            "The days in this row lead to {furthest}, and not to {state}.",
            hint="Correct the state or the days; for {state} are needed: {names}.",
            names=", ".join(made.columns.get(day, day) for day in BEGINNINGS[asked])
            or N_("no days"),
            furthest=_called(furthest),
            state=_called(asked),
        )
    return Invalid(
        "A case cannot begin in {state}: what leads there is not in a spreadsheet.",
        hint="Form, findings, assessment and hearing are recorded in the case itself. A case can "
        "begin in: {names}.",
        names=listed(map(_called, BEGINNINGS), ", "),
        state=_called(asked),
    )


def _called(code: str) -> Texts:
    row = next(row for row in states() if row.code == code)
    return Texts(f"{code} {row.name.nl}", f"{code} {row.name.en}")
