"""What was judged of the applicant, as it is told to that person once it was shown."""

from typing import Any

from bureau.model import Assessment, Decision, OrdinaryAnswer
from bureau.operations import _ordinary
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


def _ground(file: PersonFile, line: GroundLine, row: OrdinaryAnswer) -> Plain:
    secret = file.kept(row.source_id, row.remark)
    return {
        "ground": line.row.name.in_("nl"),
        "basis": line.cited,
        "status": f"ground_{line.standing.value}",
        "text": "" if secret else file.out.clean(row.remark),
        "written_on": row.at.date().isoformat(),
    }
