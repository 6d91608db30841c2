"""Packages of random worlds: each verifies by its own checker, and one altered byte is found.

Each world is a case with somebody protected in it and a support file, with texts drawn at random.
A dossier of each track is composed, approved by another, printed, signed, sealed and issued by the
real operations. Its package is checked by the `verify.py` in it, in a process that knows no Bureau;
then one byte anywhere in the zip is changed, and the checker has to end otherwise and to name a
range that holds that byte. Every file of the package, and its name, is searched for the texts about
the protected people in every way of writing.

`python -m tests.campaigns.packages --full` makes 300 worlds, 900 packages, in two processes.
"""

import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from bureau.model import User, UserRole
from bureau.operations import assessments, parties, supports
from bureau.operations.sources import Learnt
from bureau.policy import Actor
from bureau.rules.vocabulary import Credibility, Language, Role, Track
from reports import issue, issue_support, verify
from reports.canonical import content_digest
from reports.outgoing import Draft, Printed, printed
from tests.bureau.operations import memory
from tests.bureau.operations.road import at
from tests.campaigns.hiding import holds, needles
from tests.campaigns.place import command, house
from tests.campaigns.victims import strings
from tests.conftest import give_clearances
from tests.reports.stage import BASIS, Stage

FULL, SHORT, PRESSES = 300, 1, 2
MOST_BYTES = 200_000
ODD = ("<Onbekend> & </Onbemind>", "\u202eneslaV", "=SUM(A1)", "N" * 200, "Ćwierć-Łódź", "o'Brien")
# What a helper writes for whoever reads the plan stands in the plan; who she is does not.
OF_A_PLAN = ("name", "street", "account")
RANGE = re.compile(r"^(?:DIFFERS|WIJKT AF|NOT READ) +([^:]+): bytes ([0-9, -]+)", re.M)
DRIVER = (
    "import sys; sys.path.insert(0, sys.argv[1]); import verify;"
    " codes = [(verify.main([one]), print('--'))[0] for one in sys.argv[2:]]; print(codes)"
)


@dataclass
class Told:
    """A package, and what may stand nowhere in it."""

    track: Track
    content: bytes
    barred: dict[str, str]


class World:
    """One case and one support file in a house that is put back before each world."""

    def __init__(self, place) -> None:
        self.stage = Stage(place.work_of, place.actors)
        _colleague(place)
        with place.engine.connect() as connection:
            self.kept = memory._Stretch(connection, {})
        self.place = place

    def packages(self, number: int) -> Iterator[Told]:
        """The package of each track of one world."""
        with self.place.engine.connect() as connection:
            self.kept.put_back(connection)
        lot = random.Random(number)  # noqa: S311 - no secret
        known = strings(lot)
        self._write(lot, known)
        for track in (Track.CRIMINAL, Track.ADMINISTRATIVE):
            yield Told(track, self._issued(track, lot), known)
        plan = {name: known[name] for name in OF_A_PLAN}
        yield Told(Track.VICTIM, self._planned(lot, known), plan)

    def _write(self, lot: random.Random, known: dict[str, str]) -> None:
        """What an officer finds and is handed, and somebody who is protected."""
        stage = self.stage
        with stage.by("officer", "03-13") as work:
            learnt = Learnt(stage.source, Credibility.PROBABLE)
            names = dict(zip(("given_names", "family_name"), known["name"].split(), strict=True))
            parties.record_person(work, stage.id, learnt, **names, protected=True)
            for _ in range(lot.randrange(3)):
                parties.record_company(work, stage.id, learnt, name=f"{_words(lot)} B.V.")
        for at_number in range(lot.randrange(1, 4)):
            body = _words(lot).encode() + lot.randbytes(lot.randrange(MOST_BYTES)).hex().encode()
            stage.hand_in(body, f"file{at_number}.txt")
        named = "\n".join((known["name"], known["street"], known["phone"], known["account"]))
        stage.hand_in(named.encode(), "statement.txt")
        with stage.by("officer", "03-14") as work:
            for ground in lot.sample("ab", lot.randrange(1, 3)):
                assessments.write_finding(work, stage.id, ground, _words(lot), [stage.source])

    def _issued(self, track: Track, lot: random.Random) -> bytes:
        stage, reader = self.stage, f"{_words(lot)[:60]}, Openbaar Ministerie"
        with stage.by("officer", "03-20") as work:
            draft = issue.compose_dossier(work, stage.id, track, reader, BASIS, Language.NL)
        with stage.by("officer", "03-20") as work:
            kept = issue.keep_draft(work, stage.id, draft, _blank(draft)).id
        with stage.by("second", "03-21") as work:
            issue.read_dossier(work, stage.id, kept)
        with stage.by("second", "03-21") as work:
            issue.approve_dossier(work, stage.id, kept, content_digest(draft.dossier))
        with stage.by("officer", "03-22") as work:
            draft = issue.compose_issue(work, stage.id, kept)
        paper = printed(draft)
        with stage.by("officer", "03-22") as work:
            issue.issue_dossier(work, stage.id, kept, paper)
        with stage.by("officer", "03-23") as work:
            return issue.read_package(work, stage.id, kept)[1]

    def _planned(self, lot: random.Random, known: dict[str, str]) -> bytes:
        reader, people = f"{_words(lot)[:60]}, Slachtofferhulp", self.place.actors
        with self.place.work_of(people.care, at("03-10")) as work:
            file = supports.open_file(work, "Linde-4", "bericht op dinsdag", "rust")
            supports.edit_file(work, file.id, 1, known["name"], "rust")
            supports.add_entry(work, file.id, "plan", _words(lot), date(2026, 3, 3), who="opvang")
            supports.record_consent(work, file.id, "opvang", reader, "in een gesprek", "Pools")
            supports.share_file(work, file.id, "care2", "support")
            file_id = file.id
        with self.place.work_of(people.care, at("03-11")) as work:
            draft = issue_support.compose_plan(work, file_id, reader, "toestemming", Language.NL)
        with self.place.work_of(people.care, at("03-11")) as work:
            kept = issue_support.keep_plan(work, file_id, draft, _blank(draft)).id
        with self.place.work_of(people.care2, at("03-12")) as work:
            issue_support.read_plan(work, file_id, kept)
        with self.place.work_of(people.care2, at("03-12")) as work:
            issue_support.approve_plan(work, file_id, kept, content_digest(draft.dossier))
        with self.place.work_of(people.care, at("03-13")) as work:
            draft = issue_support.compose_plan_issue(work, file_id, kept)
        paper = printed(draft)
        with self.place.work_of(people.care, at("03-13")) as work:
            issue_support.issue_plan(work, file_id, kept, paper)
        with self.place.work_of(people.care, at("03-14")) as work:
            return issue_support.read_package(work, file_id, kept)[1]


def _colleague(place) -> None:
    """A second helper, who approves plans."""
    body = place.actors.care.organisation_id
    with place.factory.begin() as session:
        user = User(login="care2", name="Care2", organisation_id=body)
        user.roles = [UserRole(role=Role.CARE)]
        session.add(user)
        session.flush()
        give_clearances(session, "a colleague")
        session.flush()
        place.actors.care2 = Actor(user.id, body, frozenset({Role.CARE}), "Care2")


def _words(lot: random.Random) -> str:
    plain = "".join(lot.choices("abcdefgh ijklm nopr", k=lot.randrange(20, 90))).strip()
    return f"{lot.choice(ODD)} {plain} x"


def _blank(draft: Draft) -> Printed:
    """The pages of a draft are not looked at here."""
    digest = content_digest(draft.dossier)
    return Printed(b"%PDF-draft", b"\x89PNG", 1, "0" * 64, digest, "", "draft.pdf")


def faults(told: Told, lot: random.Random, folder: Path) -> Iterator[str]:
    """What is wrong with one package."""
    _, files = verify.unpack(told.content)
    (folder / "verify.py").write_bytes(files["verify.py"])
    at_byte, changed = lot.randrange(len(told.content)), bytearray(told.content)
    changed[at_byte] ^= 1 << lot.randrange(8)
    paths = [folder / "whole.zip", folder / "changed.zip"]
    for path, body in zip(paths, (told.content, changed), strict=True):
        path.write_bytes(body)
    run = [sys.executable, "-I", "-c", DRIVER, str(folder), *map(str, paths)]
    said = subprocess.run(run, capture_output=True, text=True, check=False).stdout
    whole, other, codes = said.rsplit("--\n", 2) if said.count("--\n") > 1 else (said, "", "[]")
    if not codes.startswith("[0, "):
        yield f"{told.track}: does not verify: {whole}"
    if codes.strip() not in ("[0, 1]", "[0, 2]"):
        yield f"{told.track}: byte {at_byte} was changed and not noticed"
    elif not located(told.content, at_byte, other):
        yield f"{told.track}: byte {at_byte} was changed and not located: {other}"
    wanted = {form: name for name, text in told.barred.items() for form in needles(text)}
    for path, body in {**files, "names": "\n".join(files).encode()}.items():
        yield from (f"{told.track}: {wanted[f]} stands in {path}" for f in holds(body, wanted))


def located(content: bytes, at_byte: int, said: str) -> bool:
    """Whether the checker named a range that holds the byte, or the file in whose name it is."""
    folder, files = verify.unpack(content)
    for name in files:
        header = content.find(f"{folder}/{name}".encode())
        if header - 30 <= at_byte < header + len(folder) + 1 + len(name):
            gone = f"{name}: missing" in said or f"{name}: ontbreekt" in said
            return gone or "zip: bytes" in said
    for name, spans in RANGE.findall(said):
        place = at_byte - (content.find(files[name]) if name in files else 0)
        for span in spans.strip(" ,").split(", "):
            first, _, last = span.strip().partition("-")
            if int(first) <= place <= int(last):
                return True
    return False


def part(numbers: range) -> tuple[int, list[str]]:
    """So many worlds in a house of their own."""
    found: list[str] = []
    made = 0
    with house() as place, TemporaryDirectory() as folder:
        world = World(place)
        for number in numbers:
            lot = random.Random(-number)  # noqa: S311 - no secret
            for told in world.packages(number):
                found += [f"world {number}, {one}" for one in faults(told, lot, Path(folder))]
                made += 1
    return made, found


def run(worlds: int, presses: int) -> list[str]:
    """All worlds, on so many presses."""
    began = time.monotonic()
    shares = [range(1 + press, worlds + 1, presses) for press in range(presses)]
    if presses == 1:
        answers = [part(shares[0])]
    else:
        with ProcessPoolExecutor(presses, get_context("spawn")) as pool:
            answers = list(pool.map(part, shares))
    made = sum(count for count, _ in answers)
    found = [one for _, wrong in answers for one in wrong]
    texts = len(strings(random.Random(0))) * worlds  # noqa: S311 - no secret
    print(
        f"packages: {worlds} worlds, {made} packages verified by their own checker, a byte changed"
        f" in each, {texts} texts sought, {len(found)} wrong, {time.monotonic() - began:.0f} s"
    )
    return found


def short() -> list[str]:
    """One world, three packages."""
    return run(SHORT, 1)


def full() -> list[str]:
    """All of it."""
    return run(FULL, PRESSES)


if __name__ == "__main__":
    command("packages", short, full)
