"""What one may not know changes nothing that one can fetch: not a byte, not a count."""

import json
import re
import shutil
from dataclasses import replace

import pytest

from bureau.model.base import repeatable_ids
from bureau.rules.vocabulary import Language, Track
from bureau.work import begin
from reports import issue, issue_support, verify
from reports.canonical import content_digest
from tests.walls import addresses, hidden, payloads, people, visiting, world
from tests.walls.addresses import Address
from tests.walls.gate import TODAY, Gate

pytestmark = pytest.mark.xdist_group("hidden")

LOGINS = [login for login in people.COLUMNS if login not in ("outsider", "disabled", "nobody")]
# What is asked of lists, searches and suggestions: names and numbers that hidden files share.
ASKED = ("Anker", "Verkoper", "Vos", "999990019", "Kade", "Loods", "Meerkoet", "SCR-2026", "Advies")
QUERIES = (
    *(f"?q={word}{payloads.ERRAND}" for word in ASKED),
    "?page=2",
    "?page=-1&kind=screening",
    "?weeks=8",
    "?sort=due&size=200",
    "?hops=2&reason=test+of+the+walls",
    "?kind=case.read&file=case:x",
)
LISTS = (
    *("cases.list_cases", "search.find", "search.suggest", "trail.show", "networks.read_json"),
    *("api.find", "api.list_cases"),
)
NOISE = (
    (re.compile(rb'nonce(-|=")[\w-]+'), b"nonce"),
    (re.compile(rb'(name="csrf_token"[^>]*value=")[^"]+'), rb"\1"),
    # The root of the trail hangs on salts that are drawn anew in each house, as does its key.
    (re.compile(rb'digest">[^<]+'), b'digest">'),
    (re.compile(rb"^old \d+\n[\s\S]+"), b"request to a witness"),
    # The keys of each house are drawn anew, and so are the marks by which they are told apart.
    (re.compile(rb"\b[0-9a-f]{16}\b"), b"mark"),
)


@pytest.fixture(scope="module")
def pair(sqlite_template, built):
    """Two houses that differ by what is hidden alone."""
    with visiting.quick_folder() as folder:
        bare = world.build(folder / "bare", sqlite_template, ("main",))
        full = replace(built, home=shutil.copytree(built.home, folder / "full"))
        counts = hidden.bury(full)
        for name in ("bare", "full"):
            (folder / f"{name}-gate").mkdir()
        with repeatable_ids("gate"):
            one = Gate(bare, folder / "bare-gate")
        with repeatable_ids("gate"):
            two = Gate(full, folder / "full-gate")
        yield one, two, counts
        for gate in (one, two):
            visiting.close_house(gate.app)


def heard(gate: Gate, login: str, path: str) -> tuple[int, dict[str, str], bytes]:
    """The status, the headers and the body that one person gets, without what is random."""
    with repeatable_ids(f"{login}{path}"):
        answer = gate.fresh(login).get(path)
    body = answer.get_data()
    if path.endswith("/package/file") and answer.status_code == 200:
        body = unproven(body)
    for noise, plain in NOISE:
        body = noise.sub(plain, body)
    kept = {
        name: value
        for name, value in answer.headers.items()
        if name not in ("Set-Cookie", "Content-Security-Policy")
    }
    if answer.mimetype in ("text/html", "application/zip"):
        kept["Content-Length"] = str(len(body))
    return answer.status_code, kept, body


def parting(one, other) -> tuple[object, object]:
    """Where two answers part: their status and headers, or the words around it."""
    if one[:2] != other[:2]:
        return one[:2], other[:2]
    bodies = one[2], other[2]
    same = next((at for at, (a, b) in enumerate(zip(*bodies, strict=False)) if a != b), 0)
    return bodies[0][max(0, same - 80) : same + 80], bodies[1][max(0, same - 80) : same + 80]


def unproven(package: bytes) -> bytes:
    """A package without its proof: by that its reader can tell how many lines the trail had."""
    proof = (verify.CHECKPOINT, verify.INCLUSION, verify.TAGS)
    files = verify.unpack(package)[1]
    return json.dumps(
        {name: files[name].hex() for name in sorted(files.keys() - {*proof})}
    ).encode()


def paths(gate: Gate, turn: int) -> list[str]:
    """Every address that is read, in a file where somebody sees it; lists in many ways.

    Each login asks every second address and every third of the ways, or all (see `turns`).
    """
    found = []
    for address in addresses.every(gate):
        if address.method == "GET" and address.rule.endpoint != "static":
            path = addresses.written(gate, address, addresses.first(gate, "main", address))
            found.append(path)
            if address.rule.endpoint in LISTS:
                found += [path + query for query in visiting.turns(QUERIES, turn, of=3)]
    return visiting.turns(found, turn, of=2)


@pytest.mark.parametrize("login", LOGINS)
def test_nothing_hidden_changes_a_byte(pair, login, capsys):
    bare, full, counts = pair
    asked, differing = paths(full, LOGINS.index(login)), []
    for gate in (bare, full):
        gate.reset()
    for path in asked:
        answers = []
        for gate in (bare, full):
            gate.hold()
            answers.append(heard(gate, login, path))
        if answers[0] != answers[1]:
            differing.append((path, *parting(*answers)))
    with capsys.disabled():
        print(f"\n{login}: {len(asked)} answers, {sum(counts.values())} records hidden, "
              f"{len(differing)} differ")  # fmt: skip
    assert differing == []
    assert sum(counts.values()) > 50


def test_nothing_hidden_reaches_a_dossier(pair):
    bare, full, _ = pair
    digests = []
    for gate in (bare, full):
        gate.hold()
        found = {}
        for track, stage in ((Track.CRIMINAL, "known"), (Track.ADMINISTRATIVE, "known")):
            with begin(gate.factory, gate.world.actors["officer"], TODAY, purpose="test") as work:
                case_id = gate.world.stages[f"main.{stage}"]
                wanted = (case_id, track, "mr. A. Voorbeeld", "Wet Bibob 28", Language.NL)
                found[track] = content_digest(issue.compose_dossier(work, *wanted).dossier)
        with begin(gate.factory, gate.world.actors["care"], TODAY, purpose="test") as work:
            file_id = gate.world.stages["main.support"]
            draft = issue_support.compose_plan(work, file_id, "opvang", "consent", Language.NL)
            found[Track.VICTIM] = content_digest(draft.dossier)
        digests.append(found)
    assert digests[0] == digests[1]


# There is one trail in a house of several towns: its witnesses, and the emergencies and looks that
# its auditors review, are those of all.
OF_ALL = ("tree.end_witness", "leases.review", "alerts.show", "alerts.answer", "watched.end")
PROBES = ("officer", "second", "coordinator", "police", "care", "auditor", "admin")


def test_hidden_and_absent_are_answered_alike(gate, capsys):
    asked, differing = 0, []
    for address in addresses.every(gate):
        ids = [name for name in address.asks if name.endswith("_id")]
        if not ids or address.rule.endpoint in OF_ALL:
            continue
        stage = addresses.first(gate, "away", address)
        there = addresses.written(gate, address, stage)
        nowhere = addresses.written(gate, address, addresses.absent(address, stage))
        for login in PROBES:
            pair = [alike(gate, login, address, path) for path in (there, nowhere)]
            asked += 1
            if pair[0] != pair[1]:
                differing.append((address.name, login, pair[0][0], pair[1][0]))
    with capsys.disabled():
        print(f"\nhidden against absent: {asked} pairs, {len(differing)} differ")
    assert differing == []
    assert asked > 500


def alike(gate: Gate, login: str, address: Address, path: str):
    """What somebody gets there, without the ids that were asked for."""
    client = gate.fresh(login)
    if address.method == "GET":
        answer = client.get(path)
    elif path.startswith("/api/"):
        answer = client.post(path, json={})
    else:
        answer = client.send(path, {})
    body = answer.get_data()
    for noise, plain in NOISE:
        body = noise.sub(plain, body)
    kept = [
        (name, addresses.bare(value))
        for name, value in answer.headers.items()
        if name not in ("Set-Cookie", "Content-Security-Policy", "Content-Length")
    ]
    return answer.status_code, kept, addresses.bare(body.decode("utf-8", "replace"))
