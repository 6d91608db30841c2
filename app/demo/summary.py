"""What the demonstration holds: references, dossiers with their files, and who can sign in."""

import os
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.orm import Session, sessionmaker

from app.demo import city
from app.demo.texts import told
from bureau.errors import OutOfOrder
from bureau.model import Dossier, SupportDossier
from bureau.model.dossier import ISSUED
from bureau.operations import cases, supports
from bureau.rules.vocabulary import Track
from bureau.work import Work, begin
from reports import issue, issue_support

Kept = TypeVar("Kept", bound=Dossier | SupportDossier)
WHY = "overzicht van de demonstratie"
READABLE = 0o600


@dataclass(frozen=True, slots=True)
class Paper:
    """An issued dossier as a file."""

    track: Track
    path: Path
    package: Path
    pages: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Where to begin: the three cases, the dossiers, the address."""

    screening: str
    partnership: str
    support: str
    papers: tuple[Paper, ...]
    url: str
    tour: str = ""

    def plain(self) -> dict[str, Any]:
        """The summary as the command prints it (interfaces 4)."""
        return {
            "cases": {
                "screening": self.screening,
                "partnership": self.partnership,
                "support": self.support,
            },
            "dossiers": [
                {
                    "track": paper.track.value,
                    "path": str(paper.path),
                    "package": str(paper.package),
                    "pages": paper.pages,
                    "sha256": paper.sha256,
                }
                for paper in self.papers
            ],
            "logins": [
                {
                    "login": one.login,
                    "roles": [role.value for role in one.roles],
                    "organisation": one.organisation,
                }
                for one in city.logins()
            ],
            "url": self.url,
        }

    def words(self) -> str:
        """The summary for a reader at a terminal."""
        people = [
            f"  {one.login:12} {one.name}, {one.organisation} ({', '.join(one.roles)})"
            for one in city.logins()
        ]
        papers = [
            f"  {p.track.value:15} {p.path} ({p.pages} pages)\n  {'':15} {p.package}"
            for p in self.papers
        ]
        return "\n".join(
            (
                "Havermonde: a fictional city; nobody and nothing in it exists.",
                f"Address: {self.url}",
                f"Cases: {self.screening} (screening), {self.partnership} (partnership), "
                f"{self.support} (support)",
                "Logins:",
                *people,
                "Dossiers:",
                *papers,
                f"A guided tour of the main case: {self.tour}",
            )
        )


class Reader:
    """Looks the summary up again, in the names of those who may see each part."""

    def __init__(self, factory: sessionmaker[Session], now: datetime) -> None:
        self._factory, self._now = factory, now
        self._actors = city.actors(factory)

    def _as(self, login: str) -> AbstractContextManager[Work]:
        return begin(self._factory, self._actors[login], self._now, purpose=WHY)

    def summary(self, out: Path, url: str) -> Summary:
        """The summary, with the issued dossiers written to `out`; readable to the owner only."""
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._as("officer") as work:
            screening = _called(work, told("steven")["title"])
            found = issue.list_dossiers(work, screening.id).dossiers
            papers = [
                _paper(
                    out, screening.reference, row, issue.read_package(work, screening.id, row.id)[1]
                )
                for row in _first(found)
            ]
        with self._as("coordinator") as work:
            partnership = _called(work, told("partnership")["title"])
        with self._as("care") as work:
            name = told("support")["code_name"]
            file = next(one for one in supports.list_files(work) if one.code_name == name)
            _, plans = issue_support.list_plans(work, file.id)
            papers += [
                _paper(
                    out, file.reference, row, issue_support.read_package(work, file.id, row.id)[1]
                )
                for row in _first(plans)
            ]
            support = file.reference
        tour = f"{url}cases/{screening.id}/tour"
        references = screening.reference, partnership.reference, support
        return Summary(*references, tuple(papers), url, tour)


def _called(work: Work, title: str) -> cases.CaseRow:
    found = next((row for row in cases.list_cases(work) if row.title == title), None)
    if found is None:
        raise OutOfOrder(
            "The demonstration was not filled to the end.",
            hint="Remove the folder BUREAU_HOME and run bureau demo again.",
        )
    return found


def _first(kept: Sequence[Kept]) -> list[Kept]:
    """The first dossier of each track that was issued, the oldest first."""
    return [row for row in reversed(kept) if row.state == ISSUED and row.number == 1]


def _paper(out: Path, reference: str, row: Dossier | SupportDossier, package: bytes) -> Paper:
    """An issued dossier and its package, each written to a file."""
    track = row.track if isinstance(row, Dossier) else Track.VICTIM
    # The name of a personal plan does not tell what it is about.
    name = reference if track is Track.VICTIM else f"{reference}-{track.value}"
    pages, sealed = out / f"{name}.pdf", out / f"{name}.zip"
    _write(pages, bytes(row.pdf or b""))
    _write(sealed, package)
    return Paper(track, pages, sealed, row.pages, row.pdf_sha256)


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, READABLE)
    with os.fdopen(handle, "wb") as file:
        os.fchmod(file.fileno(), READABLE)
        file.write(content)
