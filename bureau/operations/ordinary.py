"""The ordinary grounds are checked before the danger is: met, not met or not looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from bureau.errors import Invalid
from bureau.model import Case, Decision, EarlierVersion, OrdinaryAnswer, Screening
from bureau.operations import _fixed, _ordinary, _procedure, _rows
from bureau.operations._brought_in import source_of
from bureau.operations._checks import fitting, one_of
from bureau.operations._ordinary import GroundLine
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.ordinary_grounds import GroundStanding, rests
from bureau.work import Work

__all__ = ["GroundAnswer", "GroundLine", "GroundsView", "check_grounds", "read_grounds"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundAnswer:
    """The answer to one ground; `version` is that on the screen, None where there was none."""

    standing: str
    remark: str = ""
    source_id: UUID | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class GroundsView:
    """The list of a case: its lines, whether one decides, and whether it is closed for change.

    `earlier` holds what answers said when a decision was taken, by the id of the answer.
    """

    screening: Screening
    ordinary: tuple[GroundLine, ...]
    ordinary_decides: bool
    fixed: bool
    earlier: Mapping[UUID, list[EarlierVersion]]


def read_grounds(work: Work, case_id: UUID) -> GroundsView:
    """The ordinary grounds of this decision, each with how it stands; Invalid for no screening."""
    case = work.case(case_id, Permission.NETWORK_READ)
    screening = _procedure.screening(work, case)
    kept = _rows.rows(work.session, case, (Screening, OrdinaryAnswer, Decision))
    found = _ordinary.lines(kept)
    work.record(EventKind.CASE_READ, case, part="ordinary grounds", number=len(found))
    fixed = _fixed.is_fixed(case, work.today, kept.all(Decision))
    decided = _ordinary.decides(kept)
    return GroundsView(screening, found, decided, fixed, _fixed.earlier(work, case))


def check_grounds(work: Work, case_id: UUID, given: Mapping[str, GroundAnswer]) -> int:
    """Answer grounds of the list; says how many answers changed.

    Raises Invalid for a ground that is met without words and source, Changed with the differences
    when somebody else answered meanwhile, and NotAllowed once a decision rests on the answers.
    """
    case = work.case(case_id, Permission.CASE_EDIT)
    _procedure.screening(work, case)
    _fixed.insist_open(work, case)
    lines = {line.row.code: line for line in _lines(work, case)}
    changed = 0
    for code, answer in given.items():
        line = lines[one_of(code, "ground", tuple(lines))]
        changed += _checked(work, case, line, answer)
    return changed


def _lines(work: Work, case: Case) -> tuple[GroundLine, ...]:
    return _ordinary.lines(_rows.rows(work.session, case, (Screening, OrdinaryAnswer)))


def _checked(work: Work, case: Case, line: GroundLine, answer: GroundAnswer) -> bool:
    """Store one answer where it says something new."""
    source = source_of(work, case, answer.source_id) if answer.source_id else None
    new = {
        "standing": one_of(answer.standing, "standing", tuple(GroundStanding)),
        "remark": fitting(answer.remark, "remark"),
        "carrier": source.title if source else "",
    }
    row = line.answer
    if not _differs(line, new, answer.source_id):
        return False
    _insist_carried(line, new)
    if row is None:
        row = OrdinaryAnswer(case_id=case.id, code=line.row.code)
        work.session.add(row)
    else:
        said_ = {field: new[field] for field in ("standing", "remark")}
        work.expect(row, answer.version or 0, said_)
        kept = {field: getattr(row, field) for field in (*said_, "source_id")}
        _fixed.keep(work, case, row, kept)
    row.standing, row.remark, row.source = new["standing"], new["remark"], source
    row.by_id, row.at = work.actor.id, work.now
    work.record(EventKind.GROUND_CHECKED, row, ground=row.code, standing=row.standing)
    return True


def _differs(line: GroundLine, new: Mapping[str, str], source_id: UUID | None) -> bool:
    row = line.answer
    if row is None:
        return new["standing"] != GroundStanding.UNCHECKED or bool(new["remark"] or source_id)
    return (row.standing, row.remark, row.source_id) != (new["standing"], new["remark"], source_id)


def _insist_carried(line: GroundLine, new: Mapping[str, str]) -> None:
    """A ground that is met needs words and a source; one that is not, either of them."""
    if rests(new["standing"], remark=bool(new["remark"]), source=bool(new["carrier"])):
        return
    raise Invalid(
        "{ground}: say what this rests on.",
        where={"field": "remark", "ground": line.row.code, "basis": "Awb 3:2, 3:46"},
        hint="A ground that is met needs a source and a remark; one that is not met, either.",
        ground=line.row.name,
    )
