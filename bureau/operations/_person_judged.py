"""What was judged of the applicant, as it is told to that person once it was shown."""

from typing import Any

from bureau.model import Assessment, Decision, Entity, OrdinaryAnswer, PairJudgement
from bureau.operations import _ordinary
from bureau.operations._barred import barred_ids
from bureau.operations._ordinary import GroundLine
from bureau.operations._person_file import PersonFile

Plain = dict[str, Any]


def assessments(file: PersonFile) -> list[Plain]:
    """The degree of danger on each ground."""
    rows: list[Assessment] = file.rows.all(Assessment) if file.applicant else []
    if not file.judged_openly:
        file.held["not_yet"] += len(rows)
        return []
    return [
        {
            "ground": row.ground,
            "danger": row.danger.value,
            "present": row.present,
            "written_on": row.at.date().isoformat(),
        }
        for row in rows
    ]


def grounds(file: PersonFile) -> list[Plain]:
    """How each ordinary ground stands; the words only where their source was released."""
    lines = [line for line in _ordinary.lines(file.rows) if line.answer] if file.applicant else []
    known = any(row.made_known_on for row in file.rows.all(Decision))
    if not (file.judged_openly or known):
        file.held["not_yet"] += len(lines)
        return []
    return [_ground(file, line, line.answer) for line in lines if line.answer]


def pairs(file: PersonFile) -> list[Plain]:
    """Whether somebody judged this party to be the same as another one, or not; each judgement.

    The other stands there as anybody else does: named where that is no secret. A judgement about
    somebody protected stays back whole, and is counted; none is told before the intention is.
    """
    stored: list[PairJudgement] = file.rows.all(PairJudgement)
    rows = [row for row in stored if file.subject.id in (row.left_id, row.right_id)]
    own = str(file.subject.id)
    hidden = barred_ids(file.work, file.case) - {own} if rows else frozenset()
    open_ = [row for row in rows if hidden.isdisjoint((str(row.left_id), str(row.right_id)))]
    file.held["protected"] += len(rows) - len(open_)
    if not file.judged_openly:
        file.held["not_yet"] += len(open_)
        return []
    return [
        {
            "on": row.at.date().isoformat(),
            "other": file.out.name(_other(file, row)),
            "status": f"pair_{row.judgement.value}",
            "reason": file.out.clean(row.reason),
        }
        for row in open_
        if not file.kept(None, row.reason)
    ]


def _other(file: PersonFile, row: PairJudgement) -> Entity:
    other = row.right_id if row.left_id == file.subject.id else row.left_id
    return file.work.session.get_one(Entity, other)


def _ground(file: PersonFile, line: GroundLine, row: OrdinaryAnswer) -> Plain:
    secret = file.kept(row.source_id, row.remark)
    return {
        "ground": line.row.name.in_("nl"),
        "basis": line.cited,
        "status": f"ground_{line.standing.value}",
        "text": "" if secret else file.out.clean(row.remark),
        "written_on": row.at.date().isoformat(),
    }
