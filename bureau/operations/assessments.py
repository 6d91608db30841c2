"""The assessment of danger per ground: findings with their sources, degrees, second reading."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Assessment, Case, EarlierVersion, Finding, FindingSource
from bureau.operations import _fixed
from bureau.operations._brought_in import source_of
from bureau.operations._checks import fitting, one_of, said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Danger, FindingGround, Perceived
from bureau.work import Work

MEASURED = tuple(FindingGround)[:4]
YES_OR_NO = ("art_3_6", "procurement")


def write_finding(
    work: Work,
    case_id: UUID,
    ground: str,
    text: str,
    sources: Iterable[UUID],
    *,
    contrary: str = "",
    perceived: str = "register",
) -> Finding:
    """One sentence under one ground, carried by at least one source, with what speaks against.

    Raises NotAllowed once a decision rests on the assessment (Awb 3:46).
    """
    case = _open(work, case_id)
    finding = Finding(
        case_id=case.id,
        number=_next_number(work, case),
        ground=one_of(ground, "ground", tuple(FindingGround)),
        text=said(text, "text"),
        contrary=fitting(contrary, "contrary"),
        perceived=one_of(perceived, "perceived", tuple(Perceived)),
        by_id=work.actor.id,
        at=work.now,
    )
    finding.sources = _carried(work, case, finding, sources)
    work.session.add(finding)
    _reopen(work, case, finding.ground)
    work.record(EventKind.FINDING_WRITTEN, finding, ground=ground, sources=len(finding.sources))
    return finding


def _next_number(work: Work, case: Case) -> int:
    numbers = select(func.max(Finding.number)).where(Finding.case_id == case.id)
    return (work.session.scalar(numbers) or 0) + 1


def edit_finding(
    work: Work,
    case_id: UUID,
    finding_id: UUID,
    version: int,
    text: str,
    *,
    sources: Iterable[UUID],
    contrary: str = "",
) -> Finding:
    """The finding in better words or with other sources; what was there before stays in the trail.

    Raises Changed with the differences when somebody else edited it meanwhile, NotAllowed once a
    decision rests on it.
    """
    case = _open(work, case_id)
    finding = work.within(Finding, finding_id, case)
    new = {"text": said(text, "text"), "contrary": fitting(contrary, "contrary")}
    work.expect(finding, version, new)
    _fixed.keep(work, case, finding, {"text": finding.text, "contrary": finding.contrary})
    finding.text, finding.contrary = new["text"], new["contrary"]
    finding.at, finding.by_id = work.now, work.actor.id
    finding.sources = _carried(work, case, finding, sources)
    _reopen(work, case, finding.ground)
    work.record(
        EventKind.FINDING_WRITTEN, finding, ground=finding.ground, sources=len(finding.sources)
    )
    return finding


def _open(work: Work, case_id: UUID) -> Case:
    """The case, when its assessment may be changed."""
    case = work.case(case_id, Permission.CASE_EDIT)
    _fixed.insist_open(work, case)
    return case


def _carried(
    work: Work, case: Case, finding: Finding, sources: Iterable[UUID]
) -> list[FindingSource]:
    """The links from `finding` to its sources, those it had already kept as they are."""
    wanted = list(dict.fromkeys(sources))
    if not wanted:
        raise Invalid(
            "A finding needs at least one source.",
            where={"field": "sources"},
            hint="Add the source to the case first, then name it here.",
        )
    had = {link.source_id: link for link in finding.sources}
    fetched = [source_of(work, case, source_id) for source_id in wanted]
    return [
        had.get(source.id) or FindingSource(case_id=case.id, source_id=source.id)
        for source in fetched
    ]


def _reopen(work: Work, case: Case, ground: str) -> None:
    """A changed finding undoes the second reader's signature under that ground."""
    for row in _assessments(work, case):
        if row.ground == ground and row.signed_by_id:
            row.signed_by_id = row.signed_at = None


def _assessments(work: Work, case: Case) -> list[Assessment]:
    query = select(Assessment).where(Assessment.case_id == case.id)
    return list(work.session.scalars(query))


def assess_danger(
    work: Work,
    case_id: UUID,
    ground: str,
    reasoning: str,
    *,
    danger: Danger | str = Danger.UNKNOWN,
    present: bool = False,
    version: int | None = None,
) -> Assessment:
    """The degree of danger on one ground, or whether the facts of art. 3 lid 6 are present.

    `version` is that of the assessment on the screen, None where there was none yet; raises
    Changed when somebody else assessed this ground meanwhile.
    """
    case = _open(work, case_id)
    one_of(ground, "ground", MEASURED)
    degree = Danger(one_of(str(danger), "danger", tuple(Danger)))
    degree = Danger.UNKNOWN if ground in YES_OR_NO else degree
    new = {"danger": degree, "present": present, "reasoning": said(reasoning, "reasoning")}
    found = next((row for row in _assessments(work, case) if row.ground == ground), None)
    if found is None:
        found = Assessment(case_id=case.id, ground=ground)
        work.session.add(found)
    else:
        work.expect(found, version or 0, new)
        _fixed.keep(work, case, found, _content(found))
    _rewrite(work, found, degree, present, str(new["reasoning"]))
    work.record(EventKind.DANGER_ASSESSED, found, ground=ground, danger=degree, present=present)
    return found


def _content(row: Assessment) -> dict[str, object]:
    return {"danger": row.danger, "present": row.present, "reasoning": row.reasoning}


def _rewrite(work: Work, row: Assessment, degree: Danger, present: bool, reasoning: str) -> None:
    row.danger, row.present, row.reasoning = degree, present, reasoning
    row.by_id, row.at = work.actor.id, work.now
    row.signed_by_id = row.signed_at = None


def sign_assessment(work: Work, case_id: UUID, ground: str, version: int) -> Assessment:
    """The second reader agrees with this assessment as it reads now; never the author.

    Raises Changed when the text is not the one that was read.
    """
    case = work.case(case_id, Permission.SCREENING_SIGN)
    _fixed.insist_open(work, case)
    one_of(ground, "ground", MEASURED)
    found = next((row for row in _assessments(work, case) if row.ground == ground), None)
    if found is None:
        raise Invalid(
            "Nothing has been assessed on this ground yet.",
            where={"field": "ground"},
            hint="The officer writes the assessment first.",
        )
    work.expect(found, version, {})
    if work.actor.id in (found.by_id, *_writers(work, case, ground)):
        raise NotAllowed(
            "The second reader may not be the author.",
            where={"guard": "second_reader", "basis": "four eyes"},
            hint="Ask a colleague with the role of second reader.",
        )
    found.signed_by_id, found.signed_at = work.actor.id, work.now
    work.record(EventKind.ASSESSMENT_SIGNED, found, ground=ground, danger=found.danger)
    return found


def _writers(work: Work, case: Case, ground: str) -> list[UUID]:
    """Who wrote the findings under this ground."""
    query = select(Finding.by_id).where(Finding.case_id == case.id, Finding.ground == ground)
    return list(work.session.scalars(query))


def list_findings(work: Work, case_id: UUID) -> list[Finding]:
    """The findings of a case by number, each with the sources that carry it."""
    case = work.case(case_id, Permission.CASE_READ)
    query = select(Finding).where(Finding.case_id == case.id).order_by(Finding.number)
    found = list(work.session.scalars(query))
    work.record(EventKind.CASE_READ, case, part="findings", number=len(found))
    return found


def list_earlier(work: Work, case_id: UUID) -> dict[UUID, list[EarlierVersion]]:
    """What decisions rested on and was written anew since, by finding, degree or weighing."""
    case = work.case(case_id, Permission.CASE_READ)
    found = _fixed.earlier(work, case)
    work.record(EventKind.CASE_READ, case, part="earlier versions")
    return found
