"""What whoever keeps the picture has to do now: powers, reviews and a round of the survey."""

from bureau.operations import _picture_days
from bureau.operations._picture_days import PictureDay, PictureTask
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work

__all__ = ["PictureDay", "PictureTask", "list_picture_tasks"]


def list_picture_tasks(work: Work) -> tuple[PictureDay, ...]:
    """What is near or ran out, the first day on top; an answer to the survey is asked elsewhere."""
    work.require(Permission.WORK_READ)
    found = tuple(row for row in _picture_days.kept_days(work) if row.near)
    if found:
        work.record(EventKind.WORK_LISTED, "picture:*", shown=len(found))
    return found
