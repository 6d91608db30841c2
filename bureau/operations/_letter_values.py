"""What is filled in between the braces of a letter, from the stored facts of its case."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from bureau.model import Advice, DelayLetter, Supplement, Suspension
from bureau.operations import _answers, _clocks, _gaps, _letter_reasons
from bureau.operations._letter_file import LetterFile, joined
from bureau.rules import letters
from bureau.rules.delay import reckoned
from bureau.rules.questionnaire import documents
from bureau.rules.schema import Texts
from bureau.rules.suspension import suspension_rules

Lines = tuple[str, ...]
OPEN = "…"
HANDLER, ABROAD = "handler", "SUS2"


def values(file: LetterFile, asked: Mapping[str, str]) -> dict[str, Lines]:
    """Every field of the letter with its lines; what is `asked` comes from whoever writes."""
    known = {row.code: row for row in letters.fields(file.kind.fields, file.day)}
    return {
        code: joined([asked.get(code, "").strip() or OPEN])
        if row.asked
        else joined(_FIELDS[code](file))
        for code, row in known.items()
    }


def officer(file: LetterFile) -> str:
    """Who handles the case, and otherwise whoever writes."""
    names = [row.user.name for row in file.case.members if row.capacity == HANDLER]
    return names[0] if names else file.work.actor.name


def _applicant(file: LetterFile) -> str:
    applicant = file.screening.applicant
    return applicant.label if applicant else ""


def _due(file: LetterFile) -> str:
    """The end of the decision term; in a letter of delay the end before that letter."""
    if file.kind.code == "delay":
        earlier = _clocks.told(file.rows)[:-1]
        return file.date(reckoned(_clocks.main_request(file.rows, file.day), earlier).due)
    return file.date(_clocks.clocks(file.rows, file.day)[0].due)


def _new_day(file: LetterFile) -> Lines:
    row: DelayLetter | None = file.rows.last(DelayLetter)
    return (file.date(row.until_on),) if row else ()


def _delay_reason(file: LetterFile) -> Lines:
    row: DelayLetter | None = file.rows.last(DelayLetter)
    return (row.reason.rstrip("."),) if row else ()


def gaps(file: LetterFile) -> Lines:
    """What was asked to be supplemented, in words."""
    asked: Supplement | None = file.rows.last(Supplement)
    wanted = set(asked.gaps) if asked else set()
    names = {gap.code: gap.text for gap in _gaps.gaps(file.rows)}
    day = file.screening.law_date
    names = {row.code: row.name for row in documents().on(day)} | _questions(file) | names
    said = (file.say(names[code]) for code in sorted(wanted) if code in names)
    return tuple(words[:1].upper() + words[1:] for words in said)


def _questions(file: LetterFile) -> dict[str, Texts]:
    found = _answers.questions(file.screening.scope, file.screening.law_date)
    return {code: row.text for code, row in found.items()}


def _deadline(file: LetterFile) -> Lines:
    asked: Supplement | None = file.rows.last(Supplement)
    return (file.date(asked.until_on),) if asked else ()


def _advice_asked(file: LetterFile) -> Lines:
    advice: Advice | None = file.rows.last(Advice)
    return (file.date(advice.asked_on),) if advice else ()


def _advice_cap(file: LetterFile) -> Lines:
    advice: Advice | None = file.rows.last(Advice)
    return (file.date(_clocks.cap_end(file.rows, advice, file.day)),) if advice else ()


def pause(file: LetterFile) -> Suspension | None:
    """The suspension that the letter is about: the newest of its kind."""
    found: list[Suspension] = file.rows.all(Suspension)
    match file.kind.code:
        case "supplement":
            found = [row for row in found if row.rule == "SUS1"]
        case "foreign":
            found = [row for row in found if row.rule == ABROAD]
        case "suspension_end":
            found = [row for row in found if row.until_on and row.until_on <= file.work.today]
            found.sort(key=lambda row: (row.until_on, row.from_on))
    return found[-1] if found else None


def _suspended_from(file: LetterFile) -> Lines:
    found = pause(file)
    return (file.date(_first_day(found)),) if found else ()


def _first_day(found: Suspension) -> date:
    rule = suspension_rules().row(found.rule, found.from_on)
    return found.from_on + timedelta(days=rule.first_offset)


def _suspended_until(file: LetterFile) -> Lines:
    found = pause(file)
    return (file.date(found.until_on),) if found and found.until_on else ()


def _suspension(file: LetterFile) -> Lines:
    found = pause(file)
    if found is None:
        return ()
    return (file.say(suspension_rules().row(found.rule, found.from_on).name),)


def _foreign(file: LetterFile) -> Lines:
    found = pause(file)
    return (found.reason.rstrip("."),) if found else ()


def _measure(file: LetterFile) -> Lines:
    hearing = file.hearing
    if hearing is None:
        return ()
    return (file.say(letters.kind(letters.DECISION + hearing.intended, file.day).measure),)


def _view_until(file: LetterFile) -> Lines:
    return (file.date(file.hearing.until_on),) if file.hearing else ()


def _reported(file: LetterFile) -> Lines:
    day = file.screening.register_reported_on
    return (file.date(day),) if day else ()


def _decided(file: LetterFile) -> Lines:
    decision = file.decision
    return (file.date(decision.decided_on),) if decision else ()


_FIELDS: Mapping[str, Callable[[LetterFile], Lines]] = {
    "applicant": lambda file: (_applicant(file),),
    "authority": lambda file: (file.authority,),
    "municipality": lambda file: (file.case.organisation.name,),
    "officer": lambda file: (officer(file),),
    "reference": lambda file: (file.case.reference,),
    "subject": lambda file: (file.case.title,),
    "scope": lambda file: (file.say(file.scope.name),),
    "scope_basis": lambda file: (file.scope.basis,),
    "received": lambda file: (file.date(file.screening.received_on),),
    "decision_due": lambda file: (_due(file),),
    "gaps": gaps,
    "deadline": _deadline,
    "advice_asked": _advice_asked,
    "advice_cap": _advice_cap,
    "suspended_from": _suspended_from,
    "suspended_until": _suspended_until,
    "suspension": _suspension,
    "foreign_reason": _foreign,
    "measure": _measure,
    "facts": _letter_reasons.facts,
    "grounds": _letter_reasons.grounds,
    "weighing": _letter_reasons.weighing,
    "reasons": _letter_reasons.reasons,
    "advice": _letter_reasons.advice,
    "view_until": _view_until,
    "view": _letter_reasons.view,
    "conditions": _letter_reasons.conditions,
    "decided_on": _decided,
    "objection": _letter_reasons.objection,
    "secrecy": lambda file: (file.phrase("secrecy"),),
    "reported_on": _reported,
    "new_day": _new_day,
    "delay_reason": _delay_reason,
}
