"""The second person of the story: opens what waits, and agrees to it a while later."""

from app.demo.stage import Scene
from bureau.operations import approvals
from bureau.work import Work


def look(code: str, scene: Scene, work: Work) -> None:
    """Open what waits of one kind of act for whoever looks."""
    for line in approvals.list_waiting(work).lines:
        if line.code == code:
            scene.words[str(line.id)] = approvals.open_request(work, line.id).digest


def agree(code: str, scene: Scene, work: Work) -> None:
    """Agree to what was opened before."""
    for line in approvals.list_waiting(work).lines:
        if line.code == code:
            version = approvals.open_request(work, line.id, shown=False).version
            approvals.approve(work, line.id, version, scene.words[str(line.id)])
