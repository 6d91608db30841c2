"""Whatever stands in a text that reaches a dossier, its file fetches, runs and embeds nothing."""

import io
from dataclasses import replace

import pikepdf
import pytest

from bureau.rules.vocabulary import Language, Track
from reports.pdf import to_pdf
from tests.reports.hostile_paper import VECTORS
from tests.reports.samples import sample
from tests.reports.test_pdf_child import visitors

__all__ = ["visitors"]

pytestmark = pytest.mark.pdf
ACTIONS = {"/JavaScript", "/Launch", "/GoToR", "/GoToE", "/ImportData", "/SubmitForm", "/URI"}


def poisoned(track, port):
    """A sample of a track with every vector in it, each in a text of its own."""
    words = [vector.replace("{port}", str(port)) for vector in VECTORS]
    dossier = sample(track, Language.NL)
    cover = replace(dossier.cover, recall_contact=words[-10])
    if track is Track.VICTIM:
        need = dossier.needs[0]
        more = tuple(replace(need, own_words=word, theme=word[:40]) for word in words)
        return replace(dossier, cover=cover, needs=more)
    last, entry = dossier.statements[-1], dossier.entities[0]
    more = tuple(
        replace(last, number=last.number + place, text=word) for place, word in enumerate(words, 1)
    )
    named = replace(entry, label=words[-9], aliases=(words[-8],))
    entities = (named, *dossier.entities[1:])
    statements = (*dossier.statements, *more)
    return replace(dossier, cover=cover, statements=statements, entities=entities)


def sins(pdf):
    """Objects that would act, and files inside besides the one of ours."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        if len(document.attachments) != 1:
            yield "attachments", list(document.attachments)
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
                if "/JS" in item or "/AA" in item:
                    yield "script", str(item.get("/S"))
                if str(item.get("/S", "")) in ACTIONS:
                    yield "action", str(item["/S"])
                if item.get("/Type") == "/Metadata":
                    yield from _metadata(bytes(item.read_bytes()))


def _metadata(words):
    if words.count(b"<?xpacket") != 2:
        yield "metadata", words[-200:]


def test_there_are_enough_of_them():
    assert len(set(VECTORS)) >= 120


@pytest.mark.parametrize("track", list(Track))
def test_a_dossier_full_of_hostile_texts_is_paper_and_nothing_else(visitors, track):
    port, seen = visitors
    made = to_pdf(poisoned(track, port))
    assert list(sins(made.pdf)) == []
    assert b"root:x" not in made.pdf
    assert seen == []
