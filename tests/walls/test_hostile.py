"""Hostile words in every text of the house are printed as words, and nothing runs them."""

import csv
import io
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from sqlalchemy import func, select

from bureau.model import Event, User
from tests.conftest import SHARED
from tests.walls import addresses, hostile_words, matrix, pages, payloads, poison
from tests.walls.gate import standing
from tests.walls.hostile_words import MARK
from tests.walls.visiting import turns

pytestmark = pytest.mark.xdist_group("walls")

CHUNK = 140
RUNS = re.compile(r"^\s*(javascript|vbscript|data\s*:\s*text)", re.I)
LEADS = ("href", "src", "action", "formaction", "data", "xlink:href", "poster", "srcset", "content")
FIRES = re.compile(r"^(on|hx-on)", re.I)
RAW = ("script", "style")


class Watch(HTMLParser):
    """What a page would run, and what it says."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.wrong, self.said, self._raw = set(), [], [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self._raw = tag if tag in RAW else ""
        for name, value in attrs:
            self.tags.add(f"{tag} {name}")
            if FIRES.match(name) or MARK in name:
                self.wrong.append(f"<{tag} {name}>")
            if (
                name in LEADS
                and RUNS.match(value or "")
                and not (value or "").startswith("data:image")
            ):
                self.wrong.append(f"<{tag} {name}={value[:40]}>")
            self.said.append(value or "")

    def handle_endtag(self, tag):
        self._raw = ""

    def handle_comment(self, data):
        if MARK in data:
            self.wrong.append(f"comment {data[:40]}")

    def handle_data(self, data):
        if self._raw and MARK in data:
            self.wrong.append(f"inside {self._raw}: {data[:40]}")
        self.said.append(data)


def watched(page):
    watch = Watch()
    watch.feed(page)
    watch.close()
    return watch


@pytest.fixture(scope="module")
def own_gate(built):
    """A gate that may be spoiled."""
    with standing(built) as gate:
        yield gate


def readable(gate):
    """Every address with somebody who may read it."""
    found = []
    for row in matrix.read():
        if row.method == "GET" and row.relation in ("main", "-") and row.endpoint != "static":
            address = next(
                one for one in addresses.every(gate) if one.name == f"{row.endpoint} GET"
            )
            stages = addresses.stages(gate, "main", address) if address.asks else [("-", {})]
            for stage, values in stages:
                if stage in ("-", row.stage, "main.known", "main.session"):
                    path = addresses.written(gate, address, values)
                    path += payloads.QUERIES.get(row.endpoint, "")
                    seen = [login for login, status in row.answers.items() if status == "200"]
                    found += [(row.endpoint, path, login) for login in seen[:1]]
    return found


def chunks():
    words = hostile_words.everything(SHARED)
    return [words[at : at + CHUNK] for at in range(0, len(words), CHUNK)]


def test_hostile_words_are_printed_and_never_run(own_gate, capsys):
    gate, wrong, fields, literal, answers = own_gate, [], 0, set(), 0
    gate.hold()
    places = readable(gate)
    plain = {path: watched(text(gate, path, login)).tags for _, path, login in places}
    for turn, chunk in enumerate(chunks()):
        with gate.factory.begin() as session:
            fields = poison.spoil(session, chunk)
        for endpoint, path, login in turns(places, turn, of=3):
            answer = gate.fresh(login).get(path)
            answers += 1
            if answer.status_code >= 500:
                wrong.append((endpoint, login, answer.status_code))
            body = answer.get_data().decode("utf-8", "replace")
            watch = watched(body) if answer.mimetype == "text/html" else None
            found = judged(answer.mimetype, body, watch, plain[path])
            wrong += [(endpoint, login, each) for each in found]
            literal |= printed(watch, {*chunk} - literal) if watch else set()
        gate.reset()
    with capsys.disabled():
        words = [word for chunk in chunks() for word in chunk]
        print(f"\nhostile: {len(words)} words in {fields} texts, {answers} answers, "
              f"{len(literal)} words seen literally, {len(wrong)} run or broken")  # fmt: skip
    assert wrong[:20] == []
    assert len(literal) > 0.8 * len(words)


def text(gate, path, login):
    return gate.fresh(login).get(path).get_data().decode("utf-8", "replace")


def judged(kind, body, watch, plain):
    """What is wrong with one answer, by what it is."""
    match kind:
        case "text/html":
            yield from watch.wrong
            yield from (
                each for each in sorted(watch.tags - plain) if each in NEVER or " on" in each
            )
            if f"{MARK}1337" in body:
                yield "evaluated"
        case "image/svg+xml" | "application/graphml+xml" | "application/xml":
            yield from drawn(body)
        case "text/csv":
            yield from sums(body)


NEVER = {
    "iframe",
    "object",
    "embed",
    "base",
    "math",
    "foreignobject",
    "plaintext",
    "xmp",
    "marquee",
}


def drawn(body):
    """A drawing is well-formed and holds nothing that runs."""
    try:
        tree = ElementTree.fromstring(body.encode())  # noqa: S314 - our own drawing
    except ElementTree.ParseError as slip:
        yield f"not well-formed: {slip}"
        return
    for node in tree.iter():
        name = str(node.tag).rpartition("}")[2].lower()
        if name in ("script", "foreignobject", "iframe", "animate", "set"):
            yield f"<{name}>"
        yield from (f"{name} {a}" for a in node.attrib if FIRES.match(a.rpartition("}")[2]))


def sums(body):
    """No cell of a table begins with what a spreadsheet would compute."""
    for row in csv.reader(io.StringIO(body)):
        yield from (f"formula {cell[:20]}" for cell in row if cell[:1] in "=+-@\t\r" and cell[:1])


def printed(watch, words):
    """Which words stand in this page exactly as they were written."""
    said = "\n".join(watch.said)
    plain = " ".join(said.split())
    return {word for word in words if " ".join(f"{MARK}{word}{MARK}".split()) in plain}


def test_hostile_words_in_every_form_are_kept_as_words(own_gate, capsys):
    gate, wrong, sent, stored = own_gate, [], 0, 0
    gate.hold()
    people = accounts(gate)
    words = " ".join(f"{MARK}{word}" for word in hostile_words.own() if len(word) < 100)
    for row in matrix.read():
        if row.method != "POST" or row.relation not in ("main", "-") or row.endpoint[:4] == "api.":
            continue
        address = next(one for one in addresses.every(gate) if one.name == f"{row.endpoint} POST")
        try:
            path, _ = matrix.prepared(gate, address, row)
        except StopIteration:  # an earlier form settled what this one answers
            gate.reset()
            path, _ = matrix.prepared(gate, address, row)
        client = gate.fresh(row.by)
        form = pages.find_form(client, path)
        if form is None or row.endpoint.startswith("session."):
            continue
        answer = client.send(path, pages.filled(form, row.endpoint, words))
        sent += 1
        stored += answer.status_code == 302
        if answer.status_code >= 500:
            wrong.append((row.endpoint, answer.status_code))
        elif answer.mimetype == "text/html":
            wrong += [(row.endpoint, each) for each in watched(answer.get_data(as_text=True)).wrong]
    with capsys.disabled():
        print(f"\nhostile forms: {sent} sent, {stored} stored, {len(wrong)} broken")
    assert wrong == []
    assert stored > 20
    assert accounts(gate) >= people
    gate.reset()


def accounts(gate):
    """How many people and events there are: no word deletes any."""
    with gate.factory() as session:
        return (
            session.scalar(select(func.count()).select_from(User)) or 0,
            session.scalar(select(func.count()).select_from(Event)) or 0,
        )
