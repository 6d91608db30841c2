"""What a recipient checks of a copy: its bytes, what it says, and the line of the trail."""

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

import pikepdf

from bureau.errors import Invalid, NotFound
from bureau.operations import received
from bureau.operations.copies import Copy
from bureau.work import Work
from reports import proof, verify, whose
from reports.canonical import content_digest_of
from reports.package import letter_in

Unit = Callable[[], AbstractContextManager[Work]]


class What(StrEnum):
    """What is checked."""

    PAPER = "paper"
    CONTENT = "content"
    TRAIL = "trail"
    PACKAGE = "package"


@dataclass(frozen=True, slots=True)
class Check:
    """One check: whether it holds, and the digest or line that it was held against."""

    what: What
    holds: bool
    against: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A copy with all its checks."""

    copy: Copy
    checks: tuple[Check, ...]

    @property
    def holds(self) -> bool:
        """Whether every check holds."""
        return all(each.holds for each in self.checks)


def check(unit: Unit, copy_id: UUID) -> Checked:
    """Check the paper of a copy, the content in it and the line of the trail about it.

    The package of a copy that was taken back is given out no longer, so it is not checked.
    """
    with unit() as work:
        copy, pdf, line = received.prove_copy(work, copy_id)
    sealed = package(unit, copy_id)[1] if copy.sealed and not copy.recall else b""
    digest = sha256(pdf).hexdigest()
    held = line is not None and line.included and line.digest == digest
    against = f"{line.line} / {line.size}" if line else ""
    checks = (
        Check(What.PAPER, digest == copy.sha256, copy.sha256),
        Check(What.CONTENT, _content(pdf) == copy.content_sha256, copy.content_sha256),
        Check(What.TRAIL, held, against),
    )
    return Checked(copy, (*checks, _package(sealed)) if sealed else checks)


def package(unit: Unit, copy_id: UUID) -> tuple[Copy, bytes]:
    """The sealed package with its proof, as it is handed over."""
    with unit() as work:
        copy, kept, seal = received.take_package(work, copy_id)
        return copy, proof.handed_over(work, kept, seal)


def letter(unit: Unit, copy_id: UUID) -> tuple[Copy, bytes]:
    """The letter that went with the first copy; raises NotFound where none did."""
    with unit() as work:
        copy, kept, _ = received.take_package(work, copy_id, "letter")
        found = letter_in(kept) if kept and copy.letter_sha256 else b""
        if not found:
            raise NotFound("No letter went with this dossier.")
        return copy, found


def _package(content: bytes) -> Check:
    """Whether the package is whole, to the byte, and bears the keys of this house."""
    try:
        folder, files = verify.unpack(content)
    except ValueError:
        return Check(What.PACKAGE, holds=False, against="")
    zipped = verify.same("zip", content, verify.pack(folder, files))
    found = [zipped, *whose.held_against(whose.here(), verify.check(files))]
    holding = sum(each.ok and not each.compare for each in found)
    return Check(What.PACKAGE, holding == len(found) > 0, f"{holding} / {len(found)}")


def _content(pdf: bytes) -> str:
    """The digest of what the paper says, from the values inside it; empty where there are none."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            for name in document.attachments:
                if name.endswith(".json"):
                    return content_digest_of(document.attachments[name].get_file().read_bytes())
    except (pikepdf.PdfError, Invalid):
        return ""
    return ""
