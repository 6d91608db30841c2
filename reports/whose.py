"""Whose keys a package bears, as far as the house that checks it can know.

A package shows by itself that it is whole, never who made it: whoever has a key of his own can seal
another one in the same words. The house knows its own keys. What bears one of them, or the name of
one, and is signed by another is a forgery; of what bears none of them the house knows nothing, and
says that a person has to compare.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from bureau import certificate, keys
from bureau.errors import BureauError
from bureau.trust import note, tree
from reports.verify import Check

TRAIL_KEY, CERTIFICATE, SIGNATURE = "trail key", "certificate", "signature"
COMPARE = "compare it with what the sender tells you by another way"
FORGED = "signed by a key that is not this house's"


@dataclass(frozen=True, slots=True)
class House:
    """The public side of what a house signs with; no certificate where it never signed."""

    trail_key: str
    certificate: str = ""
    subject: str = ""

    @property
    def key_sha256(self) -> str:
        """The digest of the trail key, short enough to be read out."""
        return sha256(note.Verifier.read(self.trail_key).public).hexdigest()


def here() -> House:
    """The house of the keys in use; nothing is made."""
    line, folder = str(tree.key()), keys.folder()
    if folder is not None and not (folder / certificate.FILE).exists():
        return House(line)
    bears = certificate.bearer().certificate
    digest = sha256(bears.public_bytes(Encoding.DER)).hexdigest()
    return House(line, digest, bears.subject.rfc4514_string())


def at(folder: Path) -> House | None:
    """The house whose keys lie in `folder`; None where none lie there, or none that can be read."""
    try:
        if not (folder / "trail.key").is_file():
            return None
        keys.hold(keys.KeyRing.load(folder))
        return here()
    except (BureauError, OSError, ValueError):
        return None


def held_against(house: House | None, checks: Sequence[Check]) -> list[Check]:
    """The same checks, those of the keys answered by what `house` knows of them."""
    if house is None:
        why = f"no keys of a house are here: {COMPARE}"
        return [_open(one, why) if _of_keys(one) else one for one in checks]
    return list(_answered(house, checks))


def _answered(house: House, checks: Sequence[Check]) -> Iterator[Check]:
    told = {one.name: one.detail.replace(",", "").split() for one in checks}
    key, bears = told.get(TRAIL_KEY, []), told.get(CERTIFICATE, [])
    named = any(one.startswith(house.trail_key.partition("+")[0] + "+") for one in key)
    signer = " ".join(told.get(SIGNATURE, []))
    mine, signed = house.trail_key in key, house.certificate in bears
    for one in checks:
        if one.name == TRAIL_KEY and not mine and (named or signed):
            yield Check(one.name, False, f"{FORGED}: {one.detail}")
        elif not _of_keys(one):
            yield one
        elif (mine, signed)[one.name == CERTIFICATE]:
            yield Check(one.name, True, f"{one.detail}, this house's")
        elif one.name == CERTIFICATE and mine:
            yield Check(one.name, True, f"{one.detail}, not the one of today; the trail has these")
        elif one.name == CERTIFICATE and key and _called(signer, house):
            yield Check(one.name, False, f"{FORGED}, in its name: {one.detail}")
        elif _called(signer, house):
            yield _open(one, f"in the name of this house, but not the one of today: {COMPARE}")
        else:
            yield _open(one, f"this house does not know it: {COMPARE}")


def _of_keys(one: Check) -> bool:
    return one.ok and one.name in (TRAIL_KEY, CERTIFICATE)


def _called(signer: str, house: House) -> bool:
    return bool(house.subject) and signer.endswith(f" {house.subject.replace(',', '')}")


def _open(one: Check, why: str) -> Check:
    return Check(one.name, True, f"{one.detail}; {why}", compare=True)
