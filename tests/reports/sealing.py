"""Sealed packages of the samples, each made once a session, with a proof in a small tree."""

import base64
import json
from functools import cache
from hashlib import sha256

from bureau import keys
from bureau.rules.vocabulary import Language
from bureau.trust import merkle, note, tree
from reports import verify
from reports.assembly.order import Order
from reports.enclosing import NOTHING
from reports.outgoing import Draft, Printed, copied
from reports.package import Proof, finished, packed
from reports.values.enclosure import Enclosure
from tests.reports.sample_annex import FILE
from tests.reports.samples import sample

RING = keys.KeyRing.fresh()
ORIGINAL = b"As it was handed in.\n" * 9000
LETTER = b"%PDF-1.7\nA letter.\n"
DAY = "2026-11-20T08:15:00+00:00"


def proven(made, size=7, index=3):
    """A package with its proof in a small tree, signed as the house signs it."""
    facts = {"seal": made.seal, "copy": made.copy}
    line = json.dumps({"at": DAY, "facts": facts})
    leaves = [sha256(bytes([number])).digest() for number in range(size)]
    leaves[index] = sha256(b"\0" + line.encode()).digest()

    def node(level, place):
        return merkle.root_of(leaves[place << level : (place + 1) << level])

    whose = tree.key()
    point = note.Checkpoint(whose.name, size, merkle.root_of(leaves))
    signature = note.sign(keys.trail_key(), whose.name, point.text)
    steps = [base64.b64encode(step).decode() for step in merkle.inclusion(node, index, size)]
    root = str(note.Note(point.text, (signature,)))
    return finished(made.content, Proof(root, line, index, steps))


def sealed(dossier, rendered, letter=LETTER):
    """The package of a dossier whose pages were printed; keys are in hand."""
    made = rendered
    paper = Printed(made.pdf, b"", made.pages, made.sha256, made.content_sha256, "", made.name)
    along = [Enclosure(1, ".txt", ORIGINAL)]
    copy = copied(
        Draft(dossier, Order(1, "", "", dossier.language, dossier.moment), NOTHING), paper
    )
    annexes = [FILE] if getattr(dossier, "annexes", ()) else []
    return proven(packed(dossier, copy, along, made.name.removesuffix(".pdf"), annexes, letter))


def maker(printed):
    """A function that makes the package of a track once."""

    @cache
    def package(track):
        keys.hold(RING)
        return sealed(sample(track), printed(track, Language.NL))

    return package


def inside(content):
    """The files of a package."""
    return verify.unpack(content)[1]
