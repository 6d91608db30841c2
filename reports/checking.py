"""Checks a package or a PDF by its own checker, whatever it was put in, without a database.

The checker in a package reads the package as it was written, or a folder. Here it may have been
packed anew too, by anybody: every name, size and kind is looked at before anything is read, nothing
is written anywhere, and what tries to get out of its archive is refused.
"""

import csv
import io
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from bureau.errors import BureauError, Invalid, TooLarge
from bureau.formats import guard_zip
from bureau.formats.guard import Limits, refusing, shorten
from reports import verify
from reports.bag import MOST_BYTES
from reports.verify import Check
from reports.whose import House, held_against

MOST_FILES = 5_000
LIMITS = Limits(size=MOST_BYTES, zip_entries=MOST_FILES, unpacked=MOST_BYTES)
ANNEXES, LETTER = "data/annexes.csv", "data/letter.pdf"
ANEW = Check("archive", True, "packed anew by another program, which is no part of the seal")
_AS_SENT = "Hand in the package as it was sent."
_REFUSED = "Such an archive can be an attack: report it, and ask the sender for the package."


def checks_of(path: Path, house: House | None = None) -> list[Check]:
    """Every check of what lies at `path`, its keys held against those of the `house` that asks.

    What may not be read is a check that fails.
    """
    try:
        files, checks = _read(path)
    except OSError:
        return [Check("archive", False, f"{path} cannot be read: check the path and its rights")]
    except (BureauError, ValueError) as trouble:
        hint = getattr(trouble, "hint", "")
        return [Check("archive", False, f"{trouble} {hint}".strip())]
    within = held_against(house, verify.check(files))
    return [*checks, *within, *_letter(files), *_annexes(files)]


def _letter(files: Mapping[str, bytes]) -> Iterator[Check]:
    """The letter that goes along, where one does: whether it is the one that was listed."""
    if LETTER in files:
        digest = sha256(files[LETTER]).hexdigest()
        listed = files.get(verify.MANIFEST, b"").splitlines()
        same = f"{digest}  {LETTER}".encode() in listed
        says = "as it is listed" if same else "is not the letter that is listed"
        yield Check(LETTER, same, f"covering letter, {says}, SHA-256 {digest}")


def _annexes(files: Mapping[str, bytes]) -> Iterator[Check]:
    """Each annex of the register of annexes: whether it is there, and the one that was listed."""
    register = files.get(ANNEXES, b"").decode("utf-8-sig", "replace")
    for row in csv.DictReader(io.StringIO(register)):
        path, listed = f"data/{row.get('file')}", row.get("sha256")
        same = path in files and sha256(files[path]).hexdigest() == listed
        says = "as it is listed" if same else "is not the annex that is listed"
        yield Check(path, same, f"annex {row.get('number')}, {says}, SHA-256 {listed}")


def _read(path: Path) -> tuple[dict[str, bytes], list[Check]]:
    if path.is_dir():
        return verify.read(_bag(path))
    if path.stat().st_size > MOST_BYTES:
        raise TooLarge("The file is larger than {limit} bytes.", limit=MOST_BYTES)
    content = path.read_bytes()
    if content.startswith(b"%PDF-"):
        return verify.read(path)
    if guard_zip.is_zip(content):
        return _of_zip(content)
    if not content.startswith(b"\x1f\x8b") and content[257:262] != b"ustar":
        raise Invalid("This is no package (zip, tar or folder) and no PDF.", hint=_AS_SENT)
    return _together(_of_tar(content)), [ANEW]


def _bag(path: Path) -> Path:
    """The bag itself, where it lies alone in the folder."""
    inside = list(path.iterdir())
    alone = len(inside) == 1 and inside[0].is_dir() and not inside[0].is_symlink()
    return inside[0] if alone else path


def _of_zip(content: bytes) -> tuple[dict[str, bytes], list[Check]]:
    """A zip as it was handed over counts to the byte; of one packed anew the files count."""
    try:
        folder, files = verify.unpack(content)
    except ValueError:
        folder, files = "", {}
    if not files:
        files = _together(guard_zip.members(content, LIMITS))
        folder = folder or _folder(content)
    again = verify.pack(folder, files) if folder.isascii() else b""
    if len(again) == len(content):
        return files, [verify.same("zip", content, again)]
    return files, [ANEW]


def _folder(content: bytes) -> str:
    """The folder in which the files of a zip lie, by the first of them."""
    return next((name for name, _ in guard_zip.members(content, LIMITS)), "").partition("/")[0]


def _together(members: Iterator[tuple[str, bytes]]) -> dict[str, bytes]:
    """The files of one bag: one name for each, all in the same folder or in none."""
    found: dict[str, bytes] = {}
    for name, body in members:
        path = name.removeprefix("./")
        if path in found:
            raise Invalid("Two files share the name {name}.", hint=_REFUSED, name=shorten(path))
        found[path] = body
    if "bagit.txt" in found:
        return found
    folders = {path.partition("/")[0] for path in found}
    if len(folders) != 1:
        raise Invalid("The archive holds no bag.", hint=_AS_SENT)
    return {path.partition("/")[2]: body for path, body in found.items()}


def _of_tar(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The plain files of a tar, which may be compressed with gzip."""
    foreign = tarfile.TarError, zlib.error, EOFError, OSError, TypeError, ValueError
    left = MOST_BYTES
    with (
        refusing("tar", *foreign, hint=_AS_SENT),
        tarfile.open(fileobj=io.BytesIO(content), mode="r|*") as archive,
    ):
        for number, member in enumerate(archive):
            if member.isdir():
                continue
            left -= member.size
            _admit(member, number, left)
            stream = archive.extractfile(member)
            yield member.name, stream.read() if stream else b""


def _admit(member: tarfile.TarInfo, number: int, left: int) -> None:
    parts = member.name.split("/")
    if not member.isreg() or ".." in parts or member.name.startswith("/") or "\\" in member.name:
        raise Invalid(
            "The archive holds a link, a device or a path outside itself: {name}",
            hint=_REFUSED,
            name=shorten(member.name),
        )
    if left < 0 or number >= MOST_FILES:
        raise TooLarge("The archive unpacks to more than is allowed.", hint=_REFUSED)
