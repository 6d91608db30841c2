"""The command that issues a dossier: composed, approved by another, printed once."""

from contextlib import AbstractContextManager
from pathlib import Path
from uuid import UUID

import click

from app.commands.door import REFUSED, Door, common, content, place_for
from bureau import founding
from bureau.errors import Invalid, NotAllowed, OutOfOrder
from bureau.operations import cases, copies, supports
from bureau.rules.vocabulary import Language, Track
from bureau.trust import head
from bureau.work import Work
from reports import checking, desk, issue, issue_support, verifying, whose
from reports.tracer import Traced, trace

MOST = 64 * 1024 * 1024


@click.group()
def dossier() -> None:
    """Dossiers for the three tracks."""


@dossier.command("verify", epilog="Example: bureau dossier verify SCR-2026-7K3QXA-A1-copy1.zip")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@common
def verify_dossier(door: Door, path: Path) -> int:
    """Check a PDF or a package (zip, tar or folder): what changed, and where; needs no database.

    The keys are held against those of this house. Of another house it says so: compare them.
    """
    checks = checking.checks_of(path, whose.at(door.settings().home / "keys"))
    whole = all(check.ok for check in checks)
    told = [
        {"name": one.name, "ok": one.ok, "detail": one.detail, "compare": one.compare}
        for one in checks
    ]
    door.say({"ok": whole, "checks": told}, "\n".join(verifying.lines(checks)))
    return 0 if whole else REFUSED


@dossier.command(
    "issue",
    epilog="Example: bureau dossier issue --case SCR-2026-7K3QXA --track administrative"
    " --recipient 'Burgemeester, Gemeente Havermonde' --basis 'Wet Bibob art. 3' --out ."
    " --as officer --approved-by second",
)
@click.option("--case", "reference", required=True)
@click.option("--track", required=True, type=click.Choice([track.value for track in Track]))
@click.option("--recipient", required=True, help="Name, office.")
@click.option("--to", "body", help="The code of the body whose people find it in their room.")
@click.option("--basis", required=True, help="The legal basis for giving it.")
@click.option("--out", required=True, type=click.Path(file_okay=False))
@click.option("--language", default="nl", type=click.Choice([one.value for one in Language]))
@click.option("--approved-by", help="In demo mode: the login of the second pair of eyes.")
@common
def issue_dossier(
    door: Door,
    reference: str,
    track: str,
    recipient: str,
    body: str | None,
    basis: str,
    out: str,
    language: str,
    approved_by: str | None,
) -> None:
    """Issue a dossier; outside demo mode the approval is given on the page of the draft."""
    clerk = Clerk(door, approved_by)
    folder = place_for(Path(out), folder=True)
    chosen = Language(language)
    made, sealed = clerk.made(reference, Track(track), (recipient, body or ""), basis, chosen)
    path = _written(folder, made.name, made.pdf)
    package = _written(folder, str(path.with_suffix(".zip").name), sealed)
    answer = {
        "dossier": str(made.id),
        "path": str(path),
        "package": str(package),
        "pages": made.pages,
        "sha256": made.sha256,
        "copy": made.copy,
    }
    words = f"{path}: {made.pages} pages, SHA-256 {made.sha256}."
    door.say(answer, f"{words}\n{package}: the package to hand over.")


@dossier.command("trace", epilog="Example: bureau dossier trace found.pdf --as coordinator")
@click.argument("file", type=click.Path())
@common
def trace_copy(door: Door, file: str) -> None:
    """Tell from which copy a PDF, or a part of one, came, and how sure that is.

    It reads the room between letters: saving again, cutting out pages, scaling and cropping to half
    a page of sixty words or more leave it; fewer words may name nobody. Printing and scanning,
    typing over and copying the text take it away; of several copies put together each part names
    its own.
    """
    pdf = content(file, MOST)
    found = trace(door.unit, pdf)
    door.say(_told(found), _words(found))


def _told(found: Traced) -> dict[str, object]:
    return {
        "outcome": found.verdict.outcome.value,
        "words": found.verdict.words,
        "measured": found.verdict.measured,
        "copies": found.verdict.copies,
        "sha256": found.sha256,
        "matches": [
            {
                "case": copy.reference,
                "dossier": str(copy.dossier_id),
                "track": copy.track.value,
                "copy": copy.number,
                "recipient": copy.recipient,
                "organisation": copy.organisation,
                "made_at": copy.made_at.isoformat(),
                "agree": match.agree,
                "of": match.of,
                "chance_log10": round(match.chance, 1),
            }
            for copy, match in found.found
        ],
    }


def _words(found: Traced) -> str:
    if not found.found:
        return f"No copy is named: {found.verdict.outcome.value} ({found.verdict.words} words)."
    return "\n".join(
        f"{found.verdict.outcome.value}: {copy.reference} {copy.track.value}, copy {copy.number}"
        f" for {copy.recipient}, {copy.made_at:%Y-%m-%d %H:%M} UTC; {match.agree} of {match.of}"
        f" words agree, by chance once in 1e{-match.chance:.0f}."
        for copy, match in found.found
    )


class Clerk:
    """Whoever runs the command, with the second pair of eyes that demo mode lends."""

    def __init__(self, door: Door, approver: str | None) -> None:
        self._door = door
        self._factory = door.sessions()
        head.insist(self._factory, door.settings().home / "trail")
        self._actor = door.actor(self._factory)
        self._approver = self._second(approver)

    def _second(self, login: str | None) -> Door:
        lends = self._door.settings().demo and founding.is_demonstration(self._factory)
        if login is None or not lends:
            raise NotAllowed(
                "A dossier needs a second pair of eyes.",
                where={"option": "--approved-by", "guard": "two people"},
                hint="Prepare it on the page and let somebody else approve it there; only the"
                " demonstration (BUREAU_DEMO=1, in a house that bureau demo filled) lends an"
                " approver on the command line.",
            )
        lent = Door(login=login, purpose=self._door.purpose, demo=True)
        lent.actor(self._factory)  # somebody who is not there approves nothing: say so first
        return lent

    def unit(self) -> AbstractContextManager[Work]:
        """A piece of work of whoever runs the command."""
        return self._door.begin(self._factory, self._actor)

    def made(
        self, reference: str, track: Track, to: tuple[str, str], basis: str, language: Language
    ) -> tuple[desk.Made, bytes]:
        """A dossier of any track, approved and issued, and its package."""
        if track is not Track.VICTIM:
            return self.dossier(reference, track, to, basis, language)
        if to[1]:
            raise Invalid(
                "A personal plan goes to nobody's room.",
                where={"option": "--to"},
                hint="Hand it over as the person agreed.",
            )
        return self.plan(reference, to[0], basis, language)

    def dossier(
        self, reference: str, track: Track, to: tuple[str, str], basis: str, language: Language
    ) -> tuple[desk.Made, bytes]:
        """A criminal-justice or administrative dossier, approved and issued, and its package."""
        with self.unit() as work:
            case_id = cases.find_case(work, reference)
        recipient, body = to
        draft = desk.prepare(self.unit, case_id, track, recipient, basis, language)
        if body:
            with self.unit() as work:
                copies.address_dossier(work, case_id, draft.id, body)
        with self._approver.unit() as work:
            issue.read_dossier(work, case_id, draft.id)
        with self._approver.unit() as work:
            issue.approve_dossier(work, case_id, draft.id, draft.content_sha256)
        made = desk.issue_approved(self.unit, case_id, draft.id)
        with self.unit() as work:
            return made, issue.read_package(work, case_id, draft.id)[1]

    def plan(
        self, reference: str, recipient: str, basis: str, language: Language
    ) -> tuple[desk.Made, bytes]:
        """A personal plan, approved by another helper and issued, and its package."""
        with self.unit() as work:
            file_id: UUID = supports.find_file(work, reference)
        draft = desk.prepare_plan(self.unit, file_id, recipient, basis, language)
        with self._approver.unit() as work:
            issue_support.read_plan(work, file_id, draft.id)
        with self._approver.unit() as work:
            issue_support.approve_plan(work, file_id, draft.id, draft.content_sha256)
        made = desk.issue_plan(self.unit, file_id, draft.id)
        with self.unit() as work:
            return made, issue_support.read_package(work, file_id, draft.id)[1]


def _written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    try:
        path.write_bytes(content)
        path.chmod(0o600)
    except OSError as trouble:
        raise OutOfOrder(
            "{path} cannot be written: {why}.",
            where={"option": "--out"},
            hint="The dossier is issued and kept; take it from its page.",
            path=str(path),
            why=trouble.strerror or "unknown reason",
        ) from None
    return path
