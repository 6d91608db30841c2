"""The reasoning of an intention or a decision as its letter tells it, from the stored sheets."""

from bureau.model import Advice, Assessment, Finding, Hearing, Weighing
from bureau.operations import _letter_limits, _ordinary
from bureau.operations._conditions import holding
from bureau.operations._letter_file import LetterFile, borne
from bureau.operations._ordinary import GroundLine
from bureau.rules.clock import clock
from bureau.rules.dates import in_words
from bureau.rules.scope import LegalForm
from bureau.rules.terms import TermRequest
from bureau.rules.vocabulary import FindingGround

Lines = tuple[str, ...]
GROUNDS = tuple(FindingGround)
PARTS = ("interests", "lapse_of_time", "lesser_means", "conclusion")


def facts(file: LetterFile) -> Lines:
    """Each fact that may be told, with its sources and what stands against it."""
    return tuple(_fact(file, row) for row in file.told)


def _fact(file: LetterFile, row: Finding) -> str:
    sources = sorted((link.source for link in row.sources), key=lambda one: one.number)
    named = "; ".join(
        file.phrase(
            "source_itself" if one.origin.casefold() in one.title.casefold() else "source",
            number=one.number,
            title=one.title,
            origin=one.origin,
            day=in_words(one.obtained_on),
        )
        for one in sources
    )
    contrary = file.phrase("contrary", contrary=row.contrary) if row.contrary else ""
    return f"{row.text} ({named}) {contrary}".strip()


def grounds(file: LetterFile) -> Lines:
    """The degree on each ground; the reasoning only of what the decision rests on.

    Where an ordinary ground decides, the ordinary grounds that are met.
    """
    if _ordinary.decides(file.rows):
        return ordinary(file)
    rows: list[Assessment] = sorted(
        file.rows.all(Assessment), key=lambda row: GROUNDS.index(FindingGround(row.ground))
    )
    return tuple(_ground(file, row) for row in rows)


def ordinary(file: LetterFile) -> Lines:
    """The ordinary grounds that are met, each with its article and why."""
    listed = tuple(
        file.phrase(
            "ordinary",
            ground=_begun(file.say(line.row.name)),
            basis=line.cited,
            remark=_remark(file, line),
        ).strip()
        for line in _ordinary.met(file.rows)
    )
    row = file.screening
    return (*listed, *((row.ordinary_grounds,) if row.ordinary_ground_met else ()))


def _remark(file: LetterFile, line: GroundLine) -> str:
    """Why a ground is met, where its source may be told."""
    row = line.answer
    told = row is not None and _letter_limits.tellable(file.work, file.rows, row.source)
    return row.remark if row and told else ""


def _begun(said: str) -> str:
    return said[:1].upper() + said[1:]


def _ground(file: LetterFile, row: Assessment) -> str:
    by_degree = row.ground in ("a", "b")
    degree = f"danger_{row.danger}" if by_degree else "present" if row.present else "absent"
    said = file.phrase(
        "ground",
        ground=file.phrase(f"ground_{row.ground}"),
        degree=file.phrase(degree),
        reasoning=row.reasoning if borne(row) else "",
    ).strip()
    return _begun(said)


def weighing(file: LetterFile) -> Lines:
    """Proportionality, part by part."""
    memo: Weighing | None = file.rows.last(Weighing)
    if memo is None:
        return ()
    return tuple(file.phrase(part, said=getattr(memo, part)) for part in PARTS)


def reasons(file: LetterFile) -> Lines:
    """The reasons of the intention or of the decision, as they were written."""
    intended = file.hearing if file.kind.code == "intention" else None
    reasoned = intended or file.decision
    return tuple(reasoned.reasons.splitlines()) if reasoned else ()


def advice(file: LetterFile) -> Lines:
    """What was done with the advice of the Bureau."""
    received = [row for row in file.rows.all(Advice) if row.received_on]
    if not received:
        return (file.phrase("advice_none"),)
    day, authority = in_words(received[-1].received_on), file.authority
    told = file.phrase("advice_received", day=day, authority=authority)
    copied = file.hearing is not None and file.hearing.advice_copied
    return (told, file.phrase("advice_copied")) if copied else (told,)


def view(file: LetterFile) -> Lines:
    """The view, each point with its answer."""
    given = [row for row in file.rows.all(Hearing) if row.points]
    if not given:
        return (file.phrase("view_none"),)
    last: Hearing = given[-1]
    first = file.phrase("view_received", day=in_words(last.received_on or last.until_on))
    return (first, *(file.phrase("view_point", number=row.number, point=row.text,
                                 answer=row.answer) for row in last.points))  # fmt: skip


def conditions(file: LetterFile) -> Lines:
    """The conditions that hold, with their first check."""
    rows = holding(file.decision.conditions) if file.decision else []
    return tuple(
        file.phrase("condition", condition=_ended(row.text), day=in_words(row.check_on))
        for row in rows
    )


def _ended(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?")) else f"{text.rstrip()}."


def objection(file: LetterFile) -> Lines:
    """How to object, or that one cannot."""
    if file.scope.form is LegalForm.PRIVATE:
        return (file.phrase("civil"),)
    known = (file.decision.made_known_on if file.decision else None) or file.day
    due = clock(TermRequest("DL11", known, today=known)).due
    return (file.phrase("objection", authority=file.authority, due=in_words(due)),)
