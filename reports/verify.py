#!/usr/bin/env python3
"""Checks a sealed package, its unpacked folder, or its PDF, without the system that made it.

`python3 verify.py PACKAGE.zip` needs Python 3.9 and the library `cryptography`; it writes nothing.
Each line is a check; it ends with 0 where nothing differs, 1 where something does (the line says
which item and bytes), 2 where nothing could be read. `seal/seal.json` holds the digest of each file
and of every 64 KiB of it. A line of the trail of the house commits to it; `seal/inclusion.json` has
that line and its way to the root of the tree over the trail (RFC 9162), `seal/checkpoint.txt` the
root as the house signed it (C2SP signed note). The PDF bears a PAdES signature. Whose keys these
are no program can know: compare them with what the sender tells you by another way.
"""

from __future__ import annotations

import base64
import json
import re
import struct
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

CHUNK, CERTIFICATES = 65536, 0xA0
PDF, SEAL = "data/dossier.pdf", "seal/seal.json"
CHECKPOINT, INCLUSION = "seal/checkpoint.txt", "seal/inclusion.json"
TRAIL_KEY, CERTIFICATE = "seal/trail-key.txt", "seal/certificate.pem"
MANIFEST, TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"
NAME = re.compile(r"(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9._/-]{0,200}")
LOCAL, CENTRAL, END, MODE = "<4s5H3L2H", "<4s6H3L5H2L", "<4s4H2LH", 0o100644 << 16
BYTE_RANGE = re.compile(rb"/ByteRange\s*\[\s*0\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]")
OIDS = ("2a864886f70d010904", "2a864886f70d010910022f", "2a864886f70d010910020e")
DIGEST, BEARER, STAMP = map(bytes.fromhex, OIDS)


class Check(NamedTuple):
    """One thing that was looked at, and what came of it; `compare` where a person has to."""

    name: str
    ok: bool
    detail: str
    compare: bool = False


def judge(name: str, ok: bool, says: str, wrong: str, compare: bool = False) -> Check:
    """A check, with what it says where it holds and where it does not."""
    return Check(name, ok, says if ok else wrong, ok and compare)


def _hex(content: bytes) -> str:
    return sha256(content).hexdigest()


def pack(folder: str, files: dict[str, bytes]) -> bytes:
    """A zip without compression, written in the one way that leaves no byte to choice."""
    body, index, at = [], [], 0
    for name in sorted(files):
        path, content = f"{folder}/{name}".encode("ascii"), files[name]
        said = (33, zlib.crc32(content), len(content), len(content), len(path), 0)
        index.append(struct.pack(CENTRAL, b"PK\1\2", 788, 20, 0, 0, 0, *said, 0, 0, 0, MODE, at))
        index.append(path)
        body += [struct.pack(LOCAL, b"PK\3\4", 20, 0, 0, 0, *said), path, content]
        at += 30 + len(path) + len(content)
    size = sum(map(len, index))
    end = struct.pack(END, b"PK\5\6", 0, 0, len(files), len(files), size, at, 0)
    return b"".join([*body, *index, end])


def unpack(content: bytes) -> tuple[str, dict[str, bytes]]:
    """The name of the folder in a zip written by `pack`, and the files in it."""
    files: dict[str, bytes] = {}
    at, last, folder = 0, 0, ""
    while content[at : at + 4] != b"PK\1\2":
        head = struct.unpack(LOCAL, content[at : at + 30].ljust(30, b"\0"))
        start = at + 30 + head[9]
        folder, _, name = content[at + 30 : start].decode("ascii", "replace").partition("/")
        fits = head[0] == b"PK\3\4" and not head[3] and folder.isascii()
        if not fits or not NAME.fullmatch(name) or name in files:
            raise ValueError(f"zip: bytes {last}-{start}: damaged, or packed anew: unpack it first")
        last, at = at, start + head[7]
        files[name] = content[start:at]
    return folder, files


def read(path: Path) -> tuple[dict[str, bytes], list[Check]]:
    """The files of a package or a PDF alone, and what there is to say of the zip around them."""
    if not path.is_dir():
        content = path.read_bytes()
        if content.startswith(b"%PDF-"):
            return {PDF: content}, []
        if b"PK\1\2" not in content:
            raise ValueError(f"{path.name}: no package (zip or folder) and no PDF")
        folder, files = unpack(content)
        return files, [same("zip", content, pack(folder, files))]
    found = list(path.rglob("*"))
    if not (path / "bagit.txt").is_file() or any(one.is_symlink() for one in found):
        raise ValueError(f"{path}: no package, or it holds links: unpack it anew")
    return {str(p.relative_to(path).as_posix()): p.read_bytes() for p in found if p.is_file()}, []


def same(name: str, found: bytes, wanted: bytes) -> Check:
    """Whether bytes are those that they must be; if not, which is the first that is not."""
    if found == wanted:
        return Check(name, True, f"{len(found)} bytes, each as it must be")
    size = len(found)
    first = next((at for at in range(size) if found[at : at + 1] != wanted[at : at + 1]), size)
    return Check(name, False, f"bytes {first}-{max(first, size - 1)}: differs from here on")


def check_files(files: dict[str, bytes]) -> list[Check]:
    """Every file against the seal: none missing, none added, none changed."""
    told = json.loads(files[SEAL])["files"]
    wrong = [Check(name, False, "missing") for name in told if name not in files]
    extra = sorted(set(files) - set(told) - {SEAL, CHECKPOINT, INCLUSION, TAGS})
    wrong += [Check(name, False, "is no part of this package") for name in extra]
    for name in sorted(set(told) & set(files)):
        if _hex(content := files[name]) != told[name]["sha256"]:
            now = {at: _hex(content[at : at + CHUNK]) for at in range(0, len(content), CHUNK)}
            bad = [at for at in now if [now[at]] != told[name]["chunks"][at // CHUNK :][:1]]
            spans = ", ".join(f"{at}-{min(at + CHUNK, len(content)) - 1}" for at in bad[:5])
            where = spans or f"0-{max(len(content) - 1, 0)}"  # cut off where a part of it ends
            wrong.append(Check(name, False, f"bytes {where}: changed in here, of {len(content)}"))
    return wrong or [Check("files", True, f"{len(told)} files, as they were sealed")]


def check_manifests(files: dict[str, bytes]) -> list[Check]:
    """The manifests of BagIt (RFC 8493) against the files."""
    payload = {name for name in files if name.startswith("data/")}
    checks = []
    for manifest, names in ((MANIFEST, payload), (TAGS, set(files) - payload - {TAGS})):
        lines = {name: f"{_hex(files[name])}  {name}\n".encode() for name in sorted(names)}
        bad = [name for name in lines if lines[name] not in files[manifest].splitlines(True)]
        checks += [Check(n, False, f"bytes 0-{len(files[n]) - 1}: not as listed") for n in bad]
        checks.append(same(manifest, files[manifest], b"".join(lines.values())))
    return checks


def check_proof(files: dict[str, bytes]) -> list[Check]:
    """The line of the trail that commits to the seal, and its way to the signed root."""
    name, _, rest = (whole := files[TRAIL_KEY].decode().strip()).partition("+")
    key = base64.b64decode(rest.partition("+")[2], validate=True)
    mark = sha256(name.encode() + b"\n" + key).digest()[:4]
    text, _, signatures = files[CHECKPOINT].decode().rpartition("\n\n")
    given = [base64.b64decode(line.rpartition(" ")[2]) for line in signatures.splitlines()]
    public = ed25519.Ed25519PublicKey.from_public_bytes(key[1:])
    good = any(one[:4] == mark and _signed(public, one[4:], f"{text}\n".encode()) for one in given)
    origin, size, root = text.split("\n")[:3]
    said = json.loads(files[INCLUSION])
    line, steps = said["line"], [base64.b64decode(one) for one in said["proof"]]
    leaf = sha256(b"\0" + line.encode()).digest()
    reached = _root(leaf, said["index"], int(size), steps) == base64.b64decode(root)
    facts, seal, pdf = json.loads(line)["facts"], _hex(files[SEAL]), _hex(files[PDF])
    at, number, own = json.loads(line)["at"], said["index"] + 1, f"SHA-256 {_hex(key[1:])}, {whole}"
    bound = name.rpartition("/")[2] == _hex(key[1:])[:16] and rest.partition("+")[0] == mark.hex()
    point = good and origin == name, f"{origin}, {size} lines, signed by the trail key"
    told = f"says {facts['seal']}, the seal is {seal}", f"says {facts['copy']}, the PDF is {pdf}"
    return [
        judge("checkpoint", *point, f"{CHECKPOINT} is not signed by the key in {TRAIL_KEY}"),
        judge("inclusion", reached, f"line {number} of {size}", f"{INCLUSION} leads elsewhere"),
        judge("line", facts["seal"] == seal, f"of {at}: commits to {seal}", f"of {at}: {told[0]}"),
        judge("pages", facts["copy"] == pdf, f"commits to the PDF, SHA-256 {pdf}", told[1]),
        judge("trail key", bound, own, f"{own}: its name is that of another key", compare=True),
    ]


def _signed(key: Any, signature: bytes, content: bytes) -> bool:
    sha = hashes.SHA256()
    how: tuple[Any, ...] = (padding.PKCS1v15(), sha) if isinstance(key, rsa.RSAPublicKey) else ()
    how = (ec.ECDSA(sha),) if isinstance(key, ec.EllipticCurvePublicKey) else how
    try:
        key.verify(signature, content, *how)
    except InvalidSignature:
        return False
    return True


def _root(leaf: bytes, index: int, size: int, proof: list[bytes]) -> bytes:
    """The root to which a proof leads from a leaf (RFC 9162 2.1.3.2); nothing where to none."""
    place, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return b""
        if place & 1 or place == last:
            found = sha256(b"\1" + step + found).digest()
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            found = sha256(b"\1" + found + step).digest()
        place, last = place >> 1, last >> 1
    return found if last == 0 and 0 <= index < size else b""


def _parts(data: bytes) -> list[tuple[int, bytes, bytes]]:
    """The DER values that stand in `data`: their tag, their content, and both together."""
    parts, at = [], 0
    while at < len(data):
        size, head = data[at + 1], 2
        if size & 0x80:
            head += size & 0x7F
            size = int.from_bytes(data[at + 2 : at + head], "big")
        parts.append((data[at], data[at + head : at + head + size], data[at : at + head + size]))
        at += head + size
    return parts


def check_pdf(files: dict[str, bytes]) -> list[Check]:
    """The signature under the pages: it covers every byte, and nothing was appended."""
    pdf, known = files[PDF], files.get(CERTIFICATE)
    first, second, rest = map(int, BYTE_RANGE.findall(pdf)[-1])
    held = bytes.fromhex(pdf[first + 1 : second - 1].decode("ascii"))
    cms = _parts(held[: 4 + int.from_bytes(held[2:4], "big")])[0]
    written = b"<" + cms[2].hex().upper().encode().ljust(second - first - 2, b"0") + b">"
    whole = second + rest == len(pdf) and pdf[first:second] == written
    content = _parts(_parts(_parts(cms[1])[1][1])[0][1])
    signer = _parts(_parts(content[-1][1])[0][1])
    told = {part[1][2 : 2 + part[1][1]]: part[1] for part in _parts(signer[3][1])}
    bearers = _parts(next(part[1] for part in content if part[0] == CERTIFICATES))
    mine = next(one[2] for one in bearers if sha256(one[2]).digest() in told[BEARER])
    bearer = x509.load_der_x509_certificate(mine)
    good = told[DIGEST].endswith(sha256(pdf[:first] + pdf[second:]).digest())
    good &= _signed(bearer.public_key(), signer[5][1], b"\x31" + signer[3][2][1:])  # as a SET
    alike = not known or x509.load_pem_x509_certificate(known) == bearer
    who, own, end = bearer.subject.rfc4514_string(), f"SHA-256 {_hex(mine)}", len(pdf) - 1
    more = f"bytes {min(second + rest, end)}-{end}: appended, or the signature was moved"
    times = (sha256(signer[5][1]).digest() in one[1] for one in signer[6:] if STAMP in one[1])
    return [
        judge("signed bytes", whole, f"0-{end}, but the signature; nothing appended", more),
        judge("signature", good, f"PAdES, by {who}", f"the pages are not those that {who} signed"),
        *(judge("timestamp", one, "of the signature", "of another signature") for one in times),
        judge("certificate", alike, own, f"{own}: {CERTIFICATE} is another", compare=True),
    ]


def check(files: dict[str, bytes]) -> list[Check]:
    """Every check of a package, or of a PDF alone; what is too damaged to look at is found too."""
    checks = []
    whole = {SEAL: check_files, MANIFEST: check_manifests, "seal": check_proof}
    for place, part in {**({} if set(files) == {PDF} else whole), PDF: check_pdf}.items():
        try:
            checks += part(files)
        except Exception as trouble:  # whatever is wrong with it, it is found and named
            gone = {SEAL, MANIFEST, TAGS, CHECKPOINT, INCLUSION, TRAIL_KEY, PDF} - set(files)
            lost = [f"{name} is not there" for name in gone.intersection(trouble.args)]
            checks.append(Check(place, False, "".join(lost) or "too damaged to be read"))
    return checks
