"""The annex of the sample dossiers: a lease, of which the file is a line that stands for it."""

from hashlib import sha256

from reports.values.annex import Annex

FILE = b"%PDF-1.7 the annex of the sample"


def annex(say):
    title = say("Huurovereenkomst Kade 12, getekend", "Lease of Kade 12, signed")
    return Annex(1, title, (1,), "ab" * 32, sha256(FILE).hexdigest(), 4)
