"""Somebody changes a package and seals it anew with a key of his own."""

import json
from hashlib import sha256

from bureau import keys
from bureau.trust import merkle, note
from reports import verify
from reports.bag import manifest


def forged(content, changed, name=None):
    """The package with the files that `changed` names, its line and root signed by another key.

    The key bears the name of the one it replaces, or else `name`.
    """
    folder, files = verify.unpack(content)
    whose = name or files[verify.TRAIL_KEY].decode().partition("+")[0]
    files |= changed
    files[verify.MANIFEST] = manifest({n: b for n, b in files.items() if n.startswith("data/")})
    secret = note.Ed25519PrivateKey.from_private_bytes(keys.KeyRing.fresh().trail)
    files[verify.TRAIL_KEY] = f"{note.verifier(secret, whose, note.LOG)}\n".encode()
    files[verify.SEAL] = _sealed(files)
    said = json.loads(files[verify.INCLUSION])
    line = json.loads(said["line"])
    line["facts"] |= {"seal": _hex(files[verify.SEAL]), "copy": _hex(files[verify.PDF])}
    said |= {"line": json.dumps(line), "index": 0, "proof": []}
    files[verify.INCLUSION] = json.dumps(said).encode()
    root = merkle.root_of([sha256(b"\0" + said["line"].encode()).digest()])
    text = note.Checkpoint(whose, 1, root).text
    files[verify.CHECKPOINT] = str(note.Note(text, (note.sign(secret, whose, text),))).encode()
    tags = {n: b for n, b in files.items() if not n.startswith("data/") and n != verify.TAGS}
    return verify.pack(folder, {**files, verify.TAGS: manifest(tags)})


def _sealed(files):
    told = json.loads(files[verify.SEAL])
    for name, one in told["files"].items():
        body = files[name]
        chunks = [body[at : at + verify.CHUNK] for at in range(0, len(body), verify.CHUNK)]
        one |= {"sha256": _hex(body), "chunks": [_hex(each) for each in chunks]}
    return json.dumps(told).encode()


def _hex(body):
    return sha256(body).hexdigest()
