"""The printer against pages that want more than to be printed."""

import json
import os
import socket
import threading
from dataclasses import replace
from itertools import cycle

import pytest

from bureau.errors import BureauError, Invalid, TooLarge
from bureau.rules.vocabulary import Language, Track
from reports import pdf_child
from reports.confined import Limits
from reports.pdf import print_page, to_pdf
from tests.reports import reading
from tests.reports.samples import sample

pytestmark = pytest.mark.pdf
THOROUGH = bool(os.environ.get("BUREAU_THOROUGH"))  # every word in every place
MOMENT = "2026-11-20T08:00:00Z"
ATTACHMENT = {"name": "a.json", "text": "{}", "description": "a"}
FRAME = '<html lang="en"><head><title>t</title>{head}</head><body>{body}</body></html>'
HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7*7 }} {% for x in y %}",
    "<img src=http://127.0.0.1:{port}/a>",
    "<link rel=attachment href=file:///etc/passwd>",
    "<a rel=attachment href='file:///etc/passwd'>x</a>",
    "]]></style><style>@import 'http://127.0.0.1:{port}/b';",
    "<div>" * 300,
    "https://127.0.0.1:{port}/c javascript:alert(1)",
    '" onload="x" &amp; <!-- ',
)
RAW = (
    '<img src="http://127.0.0.1:{port}/a">',
    '<img src="file:///etc/passwd">',
    '<link rel="attachment" href="file:///etc/passwd">',
    '<a rel="attachment" href="file:///etc/passwd">x</a>',
    '<link rel="stylesheet" href="http://127.0.0.1:{port}/b">',
    '<p style="background:url(http://127.0.0.1:{port}/c)">x</p>',
    '<object data="http://127.0.0.1:{port}/d"></object>',
    '<svg><image href="http://127.0.0.1:{port}/e"/></svg>',
)


@pytest.fixture
def visitors():
    """A port on this machine and everybody who knocked."""
    seen = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        stop = threading.Event()

        def listen():
            while not stop.is_set():
                try:
                    guest, address = server.accept()
                except TimeoutError:
                    continue
                seen.append(address)
                guest.close()

        thread = threading.Thread(target=listen)
        thread.start()
        yield server.getsockname()[1], seen
        stop.set()
        thread.join()


def put(html, **limits):
    return print_page(html, ATTACHMENT, "ab" * 16, MOMENT, limits=Limits(**limits))


def filled(*texts):
    """A sample with these texts, one after the other, wherever a person may type."""
    text = cycle(texts)
    dossier = sample(Track.CRIMINAL, Language.EN)
    first, *rest = dossier.statements
    entry, *others = dossier.entities
    node, *nodes = dossier.chart.nodes
    said = replace(first, text=next(text), observer=next(text), place=next(text))
    named = replace(entry, label=next(text), aliases=(next(text),))
    drawn = replace(node, label=next(text))
    return replace(
        dossier,
        cover=replace(dossier.cover, subject=next(text), handling=next(text)),
        status_note=next(text),
        statements=(said, *rest),
        entities=(named, *others),
        chart=replace(dossier.chart, nodes=(drawn, *nodes), description=next(text)),
    )


@pytest.mark.parametrize("turn", range(len(HOSTILE) if THOROUGH else 1))
def test_what_people_typed_is_printed_and_never_obeyed(visitors, turn):
    port, seen = visitors
    texts = [text.replace("{port}", str(port)) for text in HOSTILE[turn:] + HOSTILE[:turn]]
    found = "".join(reading.pages(to_pdf(filled(*texts)).pdf)).replace(" ", "")
    missing = [text for text in texts if "".join(text.split())[:60] not in found]
    assert missing == []
    assert "root:x" not in found
    assert seen == []


@pytest.mark.parametrize("body", RAW, ids=range(len(RAW)))
def test_even_a_page_that_asks_for_files_gets_none(visitors, body):
    port, seen = visitors
    body = body.replace("{port}", str(port))
    html = FRAME.replace("{body}", body).replace("{head}", "")
    try:
        _, pdf = put(html)
    except Invalid:
        pdf = b""
    assert b"root:x" not in pdf
    if pdf:
        assert reading.attachment(pdf)[0] == "a.json"
    assert seen == []


def test_nesting_without_end_is_refused():
    with pytest.raises((Invalid, TooLarge)):
        put(FRAME.replace("{head}", "").replace("{body}", "<div>" * 3000))


def test_a_page_that_eats_time_is_stopped():
    rows = "<tr>" + "<td colspan=1000>x</td>" * 100 + "</tr>"
    html = FRAME.replace("{head}", "").replace("{body}", f"<table>{rows * 50}</table>")
    with pytest.raises(TooLarge, match="stopped"):
        put(html, cpu_seconds=3, wall_seconds=6)


def test_too_little_memory_is_a_refusal_and_not_a_crash():
    html = FRAME.replace("{head}", "").replace("{body}", "<p>x</p>")
    with pytest.raises(BureauError) as caught:
        put(html.replace("x", "word " * 200_000), memory_bytes=120 * 1024**2)
    assert "Traceback" not in str(caught.value)


def test_a_word_of_ten_thousand_letters_stays_on_the_paper(tmp_path):
    verapdf = pytest.importorskip("tests.tools.verapdf")
    rendered = to_pdf(filled("x" * 10_000))
    path = tmp_path / "long.pdf"
    path.write_bytes(rendered.pdf)
    assert verapdf.validate(path, "ua1").ok
    assert "".join(reading.pages(rendered.pdf)).replace(" ", "").count("x") >= 10_000


def test_other_scripts_pictures_and_disguises_are_printed_honestly(tmp_path):
    verapdf = pytest.importorskip("tests.tools.verapdf")
    rendered = to_pdf(filled("Łukasz Çelik שלום مرحبا 😀 漢字 \u202eexe.pdf\u200b\x07"))
    path = tmp_path / "scripts.pdf"
    path.write_bytes(rendered.pdf)
    found = " ".join(reading.pages(rendered.pdf))
    assert "Łukasz Çelik" in found
    assert "[U+6F22]" in found
    assert "[U+202E]exe.pdf[U+200B][U+0007]" in found
    assert verapdf.validate(path, "3a").failures == []
    assert verapdf.validate(path, "ua1").failures == []
    content = json.loads(reading.attachment(rendered.pdf)[1])
    assert "\u202e" in content["status_note"]


@pytest.mark.parametrize(
    ("error", "kind"),
    [(MemoryError(), "too_large"), (RecursionError(), "too_large"), (KeyError("x"), "invalid")],
)
def test_every_breakdown_of_the_printer_is_a_refusal(error, kind):
    assert pdf_child.reason(error)[0] == kind


def test_a_wish_for_something_outside_is_named_as_such():
    wish = type("FatalURLFetchingError", (BaseException,), {})
    assert "outside" in pdf_child.reason(wish())[1]
