"""What a letter needs before it can be written, and how its refusal reads."""

from collections.abc import Callable, Mapping

from bureau.errors import N_, Invalid, NotAllowed
from bureau.model import Advice, Decision, DelayLetter, Weighing
from bureau.operations import _letter_values, _options, _ordinary, _outcomes
from bureau.operations._letter_file import LetterFile
from bureau.rules import letters
from bureau.rules.letters import DECISION

REASONED = ("facts", "grounds")


def insist(file: LetterFile, answers: Mapping[str, str] | None = None) -> None:
    """Stop with the remedy while the facts that this letter tells are not there.

    With `answers`, everything that is asked of whoever writes must be among them.
    """
    code = file.kind.code
    check = _decided if code.startswith(DECISION) else _CHECKS.get(code)
    if check:
        check(file)
    if set(REASONED) & set(file.kind.needed):
        _reasoned(file)
    if answers is not None:
        _answered(file, answers)


def _answered(file: LetterFile, asked: Mapping[str, str]) -> None:
    for row in letters.fields(file.kind.fields, file.day):
        if row.asked and not asked.get(row.code, "").strip():
            raise Invalid(
                "Fill in {field}.",
                where={"field": row.code},
                hint="The letter must tell this: {must}",
                must=file.kind.must_tell,
                field=row.name,
            )


def _refused(message: str, hint: str, guard: str, basis: str) -> NotAllowed:
    return NotAllowed(message, where={"guard": guard, "basis": basis}, hint=hint)


def _supplement(file: LetterFile) -> None:
    if not _letter_values.gaps(file):
        raise _refused(
            N_("There are no gaps to write about."),
            N_("Ask for the supplement first, naming each gap."),
            "gaps_found",
            "Awb 4:5(1)",
        )


def _advice(file: LetterFile) -> None:
    advice: Advice | None = file.rows.last(Advice)
    if advice is None:
        raise _refused(
            N_("No advice was asked."),
            N_("Ask for the advice first."),
            "advice_asked",
            "Wet Bibob 32",
        )


def _paused(file: LetterFile) -> None:
    if _letter_values.pause(file) is None:
        raise _refused(
            N_("There is no such suspension to write about."),
            N_("Record the suspension or its end first."),
            "suspension_running",
            "Awb 4:15(4)",
        )


def _intention(file: LetterFile) -> None:
    hearing = file.hearing
    if hearing is None:
        raise _refused(
            N_("No intention is recorded."),
            N_("Record the intended decision first, with its reasons and the term for a view."),
            "intention_sent",
            "Wet Bibob 33; Awb 4:7",
        )
    received = any(row.received_on for row in file.rows.all(Advice))
    if received and not (hearing.advice_copied and hearing.secrecy_notice):
        raise _refused(
            N_("An intention that rests on an advice goes with its copy and the duty of secrecy."),
            N_("Record both with the intention."),
            "advice_copy_enclosed",
            "Wet Bibob 28(3), 33",
        )


def _decided(file: LetterFile) -> None:
    if file.decision is None:
        raise _refused(
            N_("There is no such decision to tell."),
            N_("The person with the mandate takes the decision first."),
            "decided",
            "Awb 3:41, 3:46",
        )
    ordinary = _ordinary.decides(file.rows)
    if letters.of_decision(file.kind.decides, file.day, ordinary=ordinary) != file.kind:
        raise _refused(
            N_("Another letter belongs to this decision."),
            N_(
                "A decision on an ordinary ground has a letter of its own; see the list of letters."
            ),
            "ordinary_ground",
            "Awb 3:46, 3:47",
        )


def _register(file: LetterFile) -> None:
    if not file.screening.register_reported_on or not file.screening.register_entities:
        raise _refused(
            N_("Nothing was reported to the Bibob register."),
            N_("Record the report first."),
            "register_reported",
            "Wet Bibob 7a(7)",
        )


def _delay(file: LetterFile) -> None:
    if file.rows.all(Decision):
        raise _refused(
            N_("The decision is taken; there is nothing to delay."),
            N_("Write the letter of the decision."),
            "decided",
            "Awb 4:14",
        )
    if not file.rows.all(DelayLetter):
        raise _refused(
            N_("No delay is recorded."),
            N_("Record the delay first, with the new date and the reason; the letter tells both."),
            "delay_told",
            "Awb 4:14",
        )


def _destruction(file: LetterFile) -> None:
    if file.case.state != "ST199":
        raise _refused(
            N_("Only the data of a closed case are destroyed."),
            N_("Close the case first; then its retention term runs."),
            "closed",
            "Archiefwet; AVG 5(1)(e)",
        )


def _reasoned(file: LetterFile) -> None:
    """A burdening letter tells its facts, and proportionality where there is danger."""
    question = _options.request_from(file.rows, file.day)
    needed = question is not None and _outcomes.weighing_needed(question)
    if needed and file.rows.last(Weighing) is None:
        raise _refused(
            N_("Proportionality is not weighed."),
            N_("Write the weighing of interests first."),
            "weighing",
            "Wet Bibob 3(5); Awb 3:4",
        )
    ordinary = _ordinary.decides(file.rows) or file.screening.form_refused
    if not file.told and not ordinary:
        raise _refused(
            N_("There is no fact that may be told to the person concerned."),
            N_("Write a finding from a source that may be told; a decision cannot rest on others."),
            "facts_told",
            "Awb 3:46; Wet Bibob 28",
        )


_CHECKS: Mapping[str, Callable[[LetterFile], None]] = {
    "supplement": _supplement,
    "advice": _advice,
    "suspension_end": _paused,
    "foreign": _paused,
    "intention": _intention,
    "register": _register,
    "delay": _delay,
    "destruction": _destruction,
}
