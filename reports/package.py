"""The sealed package: one file to hand over, which shows by itself whether it was changed.

It is a zip with a bag (BagIt 1.0, RFC 8493). What the bag proves hangs together like this, so that
nothing has to prove itself:

* `seal/seal.json` holds the digest of every file, also of each 64 KiB of it, and which copy of
  which pages the PDF is. It holds all but itself and what comes later.
* The transaction that issues the dossier writes a line in the trail that commits to the seal and
  to the PDF. That line was made to be shown: no name, no file and no purpose stands in it.
* The tree over the trail grows and is signed at the end of that same transaction. Only then is
  there a proof that the line stands in it. So the bag is kept without the proof, and `finished`
  adds it whenever the package is handed over: the checkpoint of that very transaction, the line
  with its way to the root, and the manifest of the tag files that now is complete. Every time the
  same bytes come out.

What a track does not show is not there: of a plan for support there are the pages, the letter, the
seal and the proof, and beside those no word about whom it is for. Packages from before letters went
along have none, and are as whole as ever.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from bureau.certificate import bearer
from bureau.errors import TooLarge
from bureau.trust import tree
from reports import verify, verifying
from reports.bag import MOST_BYTES, bag_info, declaration, manifest
from reports.canonical import plain
from reports.dossier import AdministrativeDossier, CriminalDossier, Dossier, VictimDossier
from reports.payload import archive, graph, provenance, tables
from reports.values.annex import annex_path
from reports.values.enclosure import Enclosure
from reports.verify import CERTIFICATE, CHUNK, PDF, SEAL, TRAIL_KEY
from reports.wording import texts

SCHEMA = "bureau-seal-1"
CHECKER = "verify.py"
LETTER = "letter.pdf"
Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Copy:
    """The pages as one recipient gets them, and the digest of those that all copies are made of."""

    pdf: bytes = field(repr=False)
    canonical_sha256: str
    mark: str


@dataclass(frozen=True, slots=True)
class Package:
    """A bag as it is kept, without its proof, with the digests that the trail commits to."""

    content: bytes = field(repr=False)
    seal: str
    copy: str


@dataclass(frozen=True, slots=True)
class Proof:
    """That a line stands in the trail: the signed root, and the line with its way to it."""

    checkpoint: str
    line: str
    index: int
    steps: Sequence[str]


def packed(
    dossier: Dossier,
    copy: Copy,
    enclosed: Sequence[Enclosure],
    name: str,
    annexes: Sequence[bytes] = (),
    letter: bytes = b"",
) -> Package:
    """The bag of an issued dossier under `name`, sealed, with the letter that goes along."""
    within = _payload(dossier, copy, enclosed)
    within |= {LETTER: letter} if letter else {}
    within |= {annex_path(number): pdf for number, pdf in enumerate(annexes, 1)}
    payload = {f"data/{path}": body for path, body in within.items()}
    if sum(map(len, payload.values())) > MOST_BYTES:
        raise TooLarge(
            "The package would be larger than {limit} bytes.",
            hint="Hand over the largest originals apart.",
            limit=MOST_BYTES,
        )
    files = {
        "bagit.txt": declaration(),
        "bag-info.txt": bag_info(dossier, copy.mark, payload),
        verify.MANIFEST: manifest(payload),
        CHECKER: checker(),
        CERTIFICATE: bearer().pem,
        TRAIL_KEY: f"{tree.key()}\n".encode(),
        **payload,
    }
    files[SEAL] = _seal(files, copy)
    return Package(verify.pack(name, files), _digest(files[SEAL]), _digest(copy.pdf))


def finished(kept: bytes, proof: Proof) -> bytes:
    """The package as it is handed over: the bag with its proof and the last manifest."""
    name, files = verify.unpack(kept)
    said = {"line": proof.line, "index": proof.index, "proof": list(proof.steps)}
    files[verify.CHECKPOINT] = proof.checkpoint.encode()
    files[verify.INCLUSION] = _json(said)
    files[verify.TAGS] = manifest(
        {path: body for path, body in files.items() if not path.startswith("data/")}
    )
    return verify.pack(name, files)


def letter_in(kept: bytes) -> bytes:
    """The letter in a package as it is kept; empty where none went along."""
    return verify.unpack(kept)[1].get(f"data/{LETTER}", b"")


def checker() -> bytes:
    """The one file that checks a package anywhere: what checks, and behind it what speaks."""
    first, then = (Path(one).read_text("utf-8") for one in (verify.__file__, verifying.__file__))
    kept = then.split('"""', 2)[2].splitlines()
    within = [one for one in kept if not one.startswith(("from __future__", "from reports."))]
    return "\n".join([first, *within, ""]).encode()


def _payload(dossier: Dossier, copy: Copy, enclosed: Sequence[Enclosure]) -> Files:
    files = {PDF.removeprefix("data/"): copy.pdf}
    if isinstance(dossier, VictimDossier):
        return files
    names = {one.number: one.path for one in enclosed}
    t = texts(dossier.language)
    transfers = dossier.custody if isinstance(dossier, CriminalDossier) else ()
    files |= {one.path: one.content for one in enclosed}
    files["evidence_register.csv"] = tables.evidence(dossier.evidence, names)
    files |= _annexed(dossier)
    files["case.jsonld"] = provenance.case_jsonld(dossier.cover, dossier.evidence, transfers, names)
    if transfers:
        files["custody.csv"] = tables.custody(transfers)
    if dossier.timeline:
        files["timeline.csv"] = tables.timeline(dossier.timeline)
    if dossier.entities:
        files["entities.csv"] = tables.entities(dossier.entities)
    if dossier.patterns:
        files["patterns.json"] = _json(
            {"runs": plain(dossier.patterns), "exculpatory": plain(dossier.exculpatory)}
        )
    if dossier.chart:
        files |= graph.files(dossier.chart, t)
    if dossier.issuance:
        title = t(f"track.{dossier.track.value}.title")
        files["mdto.xml"] = archive.mdto_xml(dossier.cover, dossier.issuance, title)
    return files


def _annexed(dossier: CriminalDossier | AdministrativeDossier) -> Files:
    """The register of the annexes, where there are any."""
    return {"annexes.csv": tables.annexes(dossier.annexes)} if dossier.annexes else {}


def _seal(files: Files, copy: Copy) -> bytes:
    told = {
        path: {
            "bytes": len(body),
            "sha256": _digest(body),
            "chunks": [_digest(body[at : at + CHUNK]) for at in range(0, len(body), CHUNK)],
        }
        for path, body in files.items()
    }
    copies = [
        {
            "path": PDF,
            "copy": copy.mark,
            "copy_sha256": _digest(copy.pdf),
            "canonical_sha256": copy.canonical_sha256,
        }
    ]
    return _json({"schema": SCHEMA, "chunk": CHUNK, "files": told, "copies": copies})


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
