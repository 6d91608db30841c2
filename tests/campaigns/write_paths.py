"""The ways by which something grave is written: what the power cuts and the kills try.

Each prepares a house and answers what is to be done while everything is watched.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from unittest.mock import patch

from app.commands.databases import upgraded
from bureau.operations import aftercare, decisions, destructions, documents, imports, notes
from reports import desk
from reports.canonical import content_digest
from reports.enclosing import enclosed
from reports.outgoing import Draft, Printed
from reports.package import Copy, packed
from tests.bureau.operations.place import open_case
from tests.bureau.operations.road import Road
from tests.campaigns.place import House
from tests.conftest import migrate
from tests.reports.stage import Stage

OLDER = "0030"
LATER = "2032-06-01"
Act = Callable[[], None]
Say = Callable[[str], None]


def silent(_: str) -> None:
    """Tell nobody."""


def decision(place: House, *, size: int, say: Say = silent) -> Act:
    """Screenings of which each is decided and made known."""
    roads = [Road(place.work_of, place.actors).to_decision() for _ in range(size)]

    def act() -> None:
        for road in roads:
            say(f"decision:{road.decide()}")
            road.make_known()

    return act


def payments(place: House, *, size: int, say: Say = silent) -> Act:
    """A case that takes in lists of payments; the same list twice adds nothing."""
    with place.work_of(place.actors.officer) as work:
        case_id = open_case(work)

    def act() -> None:
        for number in range(size):
            for _ in range(2):
                with place.work_of(place.actors.officer) as work:
                    told = imports.import_file(
                        work,
                        case_id,
                        "payments-csv",
                        "payments.csv",
                        _listed(number, 60 * size),
                        source_title="Afschriften",
                    )
                say(f"source:{told.source_id}")

    return act


def _listed(number: int, rows: int) -> bytes:
    lines = ["id,date,amount,currency,from_account,to_account"]
    lines += [
        f"n{number}-{row},{date(2024, 1 + row % 12, 1 + row % 28)},{row}.50,EUR,"
        f"A{row % 7},B{row % 11}"
        for row in range(1, rows + 1)
    ]
    return "\n".join(lines).encode()


def issue(place: House, *, size: int, say: Say = silent, printing: bool = False) -> Act:
    """Dossiers that are composed, approved by another and issued; `printing` prints them really."""
    stage = Stage(place.work_of, place.actors)

    def act() -> None:
        with patch.object(desk, "printed", desk.printed if printing else _paper):
            for _ in range(size):
                made = stage.prepare()
                say(f"dossier:{made.id}")
                stage.approve(made)
                stage.issue(made)

    return act


def _paper(draft: Draft, *_: object) -> Printed:
    """As many bytes as a print has, without printing; packed where they go out."""
    digest = content_digest(draft.dossier)
    pdf = b"%PDF-1.7\n" + sha256(digest.encode()).digest() * 2000
    mark = sha256(pdf).hexdigest()
    paper = Printed(pdf, b"\x89PNG", 3, mark, digest, "", "dossier.pdf")
    if draft.order.issuance is None:
        return paper
    along = enclosed(draft.originals)
    package = packed(draft.dossier, Copy(pdf, mark, "1/1"), along, "dossier")
    return replace(paper, copy="1/1", package=package)


def migration(place: House, *, size: int, say: Say = silent) -> Act:
    """A house of an older release that is brought up to date; `size` files lie in it."""
    for _ in range(size):
        Road(place.work_of, place.actors).to_decision().decide()
    migrate(place.engine, OLDER)

    def act() -> None:
        say(f"revision:{upgraded(place.engine)}")

    return act


def retention(place: House, *, size: int, say: Say = silent) -> Act:
    """Closed files that are planned for destruction, approved by another and destroyed."""
    roads = [_closed(Road(place.work_of, place.actors)) for _ in range(size)]

    def act() -> None:
        for road in roads:
            with road.by("officer", LATER) as work:
                plan = destructions.plan_destruction(work, [road.reference])
                work.session.flush()
                key, version = plan.id, plan.version
            with road.by("second", LATER) as work:
                destructions.read_plan(work, key)
            with road.by("second", LATER) as work:
                row = destructions.settle_plan(work, key, version, "read", approved=True)
                work.session.flush()
                version = row.version
            with road.by("officer", LATER) as work:
                destructions.execute_plan(work, key, version)
            say(f"destroyed:{key}")

    return act


def _closed(road: Road) -> Road:
    road.to_decision()
    with road.by("officer", "03-31") as work:
        documents.add_document(work, road.id, "a.txt", b"fictional words", title="A", kind="D")
        notes.add_note(work, road.id, "A note that names somebody.")
    road.decide()
    road.make_known()
    with road.by("officer", "04-02") as work:
        decisions.register_report(work, road.id, [road.applicant], "serious danger")
    with road.by("officer", "05-20") as work:
        aftercare.close_case(work, road.id, "nothing is watched")
    return road


PATHS = {
    "decision": decision,
    "import": payments,
    "issue": issue,
    "migration": migration,
    "retention": retention,
}
