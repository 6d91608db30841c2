"""Killed in the middle of writing: what was acknowledged is there, whole and in the trail.

A kill of the process proves atomicity and the trail; that the disk was told to keep it is asserted
for each connection by `bureau.store`. `python -m tests.campaigns.kills --full` kills 500 times.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import select, text

from bureau.model import Event, Note
from bureau.operations import notes
from bureau.trust.integrity import first_bad_event
from tests.bureau.operations.place import open_case
from tests.campaigns.place import House, command, house

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from pathlib import Path
from uuid import UUID
from tests.campaigns.kills import write
write(Path(sys.argv[1]), UUID(sys.argv[2]))
"""


def write(home: Path, case_id: object) -> None:
    """Write notes until killed, and say of each that it is stored."""
    with house(home) as place:
        while True:
            with place.work_of(place.actors.officer) as work:
                note = notes.add_note(work, case_id, "Fictional remark.")  # type: ignore[arg-type]
                work.session.flush()
                key = note.id
            print(key, flush=True)


def killed(home: Path, case_id: object, seconds: float) -> list[str]:
    """What one writer acknowledged before it was killed."""
    # A process of our own, begun here and ended here by its id.
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(home), str(case_id)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    first = writer.stdout.readline()
    time.sleep(seconds)
    os.kill(writer.pid, signal.SIGKILL)
    said = writer.communicate()[0]
    return [line for line in (first + said).splitlines() if len(line) == len(str(case_id))]


def missing(place: House, acknowledged: list[str]) -> list[str]:
    """What was acknowledged and is not there, or not in the trail; and what else is broken."""
    with place.factory() as session:
        kept = {str(key) for key in session.scalars(select(Note.id))}
        events = list(session.scalars(select(Event).order_by(Event.seq)))
        check = session.execute(text("PRAGMA integrity_check")).scalar()
    told = {event.subject.partition(":")[2] for event in events}
    found = [f"{key} was acknowledged and is gone" for key in acknowledged if key not in kept]
    found += [f"{key} has no event" for key in kept - told]
    found += [] if first_bad_event(iter(events)) is None else ["the trail is broken"]
    return found + ([] if check == "ok" else [f"integrity: {check}"])


def run(kills: int, seed: int = 1) -> list[str]:
    """Kill that many writers at moments of chance; what was found wrong."""
    chance, acknowledged = random.Random(seed), list[str]()  # noqa: S311 - moments, no secrets
    with tempfile.TemporaryDirectory() as folder, house(Path(folder)) as place:
        with place.work_of(place.actors.officer) as work:
            case_id = open_case(work)
        place.engine.dispose()
        for _ in range(kills):
            acknowledged += killed(Path(folder), case_id, chance.uniform(0.01, 0.4))
        found = missing(place, acknowledged)
    print(f"kills: {kills}, acknowledged {len(acknowledged)} notes, {len(found)} wrong")
    return found


def short() -> list[str]:
    """Two kills."""
    return run(2)


def full() -> list[str]:
    """500 kills."""
    return run(500)


if __name__ == "__main__":
    command("kills", short, full)
