"""Strings of victims, in worlds drawn at random: found nowhere outside the support file.

Each world is a house with a case. Somebody works in it at random, and everybody but the helpers
asks pages, lists, searches and exports. In a copy of that same house a helper also leads a support
file, with texts drawn at random, and a colleague gives a sign; everything is asked again: the
answers are the same to the byte. Then all that is new in the house is searched for those texts in
every way of writing: database, log, back-up, queue, names of files, mails, calendars, exports,
dossiers, the answers to everybody, and of those to the helper the titles and headers.

`python -m tests.campaigns.victims --full` does 300 worlds with eight texts each.
"""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote
from uuid import UUID

from bureau.model import Base
from bureau.model.base import repeatable_ids
from bureau.operations import cases, notes
from bureau.rules.vocabulary import Language, Track
from reports import desk, issue
from reports.canonical import content_digest
from tests.campaigns.hiding import holds, needles
from tests.campaigns.place import command
from tests.campaigns.victim_house import INSIDE, OTHERS, Answer, Content, House, headers_of, opened
from tests.campaigns.writings import WRITINGS
from tests.walls import addresses
from tests.walls.gate import TODAY
from tests.walls.payloads import ERRAND
from tests.walls.visiting import Visitor

FULL, SHORT = 300, 1
SHARE = 20  # questions in each world; in turn everybody asks everything
COMPOSED, PRINTED, CLOSED = 6, 12, 4  # every so many worlds
SYLLABLES = ("ka", "ro", "mi", "zel", "dun", "va", "tór", "wie", "jö", "plak", "hes", "bru", "ñe")
TRACKS = (Track.CRIMINAL, Track.ADMINISTRATIVE)
DAY = TODAY.date().isoformat()
Ask = tuple[str, str]  # a login and an address
TRIAGE = {"danger": "no", "police": "no", "minor": "no", "child_help": "no", "children": "yes"}


def strings(lot: random.Random) -> dict[str, str]:
    """What a support file knows of somebody: names, address, phone, account, words."""

    def name() -> str:
        return "".join(lot.choices(SYLLABLES, k=6)).capitalize()

    return {
        "name": f"{name()} {name()}",
        "street": f"{name()}hof {lot.randrange(1, 900)}",
        "phone": f"+31 6 {lot.randrange(10**7, 10**8)}",
        "account": f"NL{lot.randrange(10, 99)} BANK 0{lot.randrange(10**8, 10**9)}",
        "mail": f"{name().lower()}@{name().lower()}.example",
        "words": f'{name()} ("{name()}") <{name()}> & {name()}',
        "helper": f"{name()} {name()}",
        "sign": f"{name()}, {name()}",
    }


@dataclass
class Told:
    """A support file of one world: its id, and what its pages said and showed around them."""

    file_id: UUID
    street: str
    pages: list[bytes] = field(default_factory=list)
    around: list[bytes] = field(default_factory=list)


class Helper:
    """Somebody who leads a support file, by the pages."""

    def __init__(self, client: Visitor, known: dict[str, str]) -> None:
        self.client, self.known = client, known
        start = {"code_name": "Meerkoet", "safe_contact": known["phone"], "needs": known["words"]}
        answer = client.send("/support/new", start)
        self.path = answer.location
        self.told = Told(UUID(self.path.rpartition("/")[2]), known["street"])
        self._see(answer)

    def _see(self, answer) -> str:
        self.told.around.append(headers_of(answer))
        return answer.get_data(as_text=True)

    def get(self, end: str = "") -> str:
        page = self._see(self.client.get(self.path + end))
        self.told.pages.append(page.encode())
        return page

    def send(self, end: str, form: dict[str, str]) -> str:
        return self._see(self.client.send(self.path + end, form))

    def lead(self) -> None:
        """Everything that is written into a support file, and some of what is refused."""
        known = self.known
        edit = {"real_name": known["name"], "needs": f"{known['words']} {known['mail']}"}
        self.send("", edit | self._version())
        line = dict.fromkeys(("dimension", "strength", "perceived", "due_on"), "")
        line |= {"kind": "plan", "on": DAY}
        self.send("/entries", line | {"text": known["street"], "who": known["helper"]})
        self.send("/entries", line | {"text": known["account"], "who": known["phone"]})
        self.send("/entries", line | {"kind": known["words"], "text": ""})
        shelter = {"aim": "shelter", "recipient": known["helper"], "text": known["mail"]}
        self.send("/referrals", shelter)  # nobody agreed to it yet
        agreed = {"purpose": known["words"], "explained_how": "in a talk", "language": "Pools"}
        self.send("/consents", agreed | shelter)
        self.send("/referrals", shelter)
        contact = {"channel": known["phone"], "times": known["words"], "answering": known["name"]}
        self.send("/parts/contact", contact)
        self.send("/parts/triage", TRIAGE | {"children_safe": known["name"]})
        self.send("/parts/talk", {"alone": "no", "interpreter": "", "spoken": known["words"]})
        self.send("/members", {"login": "helper", "organisation": "support"})
        self.send("/members", {"login": "helper", "organisation": "support"})
        self.send("/data", {"recipient": known["helper"]})
        self.send("/dossiers", {"recipient": known["helper"], "basis": known["words"]})
        self.client.send("/support/words", {"address": known["street"]})
        for end in ("", "/referrals", "/parts/contact", "/parts/triage", "/close", "/holds"):
            self.get(end)
        self._see(self.client.get("/support/figures.csv"))

    def close(self) -> None:
        """Withdraw, tell and close: what the file held is deleted."""
        for found in re.findall(r'"(/support/[^"]+/withdraw)"', self.get()):
            self._see(self.client.send(found))
        for found in re.findall(r'"(/support/[^"]+/told)"', self.get("/referrals")):
            self._see(self.client.send(found))
        self.send("/close", {"understood": "y"} | self._version("/close"))

    def _version(self, end: str = "") -> dict[str, str]:
        found = re.search(r'name="version"[^>]*value="(\d+)"', self.get(end))
        return {"version": found[1] if found else ""}


def work_at_random(house: House, lot: random.Random) -> None:
    """An officer opens a case and writes in it: no two worlds are the same."""
    words = " ".join("".join(lot.choices("abcdefgh ", k=9)) for _ in range(lot.randrange(1, 9)))
    with house.work_of("officer") as work:
        kind, scope = "screening", lot.choice(("SC01", "SC02", "SC03"))
        made = cases.open_case(
            work, kind, f"Loods {lot.randrange(99)}", scope=scope, received_on=work.today
        )
        work.session.flush()
        for case_id in (made.id, house.case_id):
            notes.add_note(work, case_id, f"Seen: {words}")


def lead(house: House, known: dict[str, str], *, close: bool) -> Told:
    """A colleague gives a sign, a helper leads a file; some try what is refused."""
    officer = house.gate.fresh("officer")
    officer.send("/sign", {"text": known["sign"]})
    helper = Helper(house.gate.fresh("care"), known)
    helper.told.pages.append(house.gate.fresh("care").get("/support").get_data())
    helper.lead()
    if close:
        helper.close()
    return helper.told


def questions(house: House, known: dict[str, str], number: int) -> tuple[list[Ask], list[Ask]]:
    """Who asks what in this world: addresses, and then searches for the texts themselves."""
    every = [(login, path) for path in house.paths for login in OTHERS]
    random.Random(1).shuffle(every)  # noqa: S311 - no secret
    start = number * SHARE % len(every)
    asked = (every * 2)[start : start + SHARE]
    asked += [("officer", house.exported(number)), ("nobody", "/calendar/calendar-of-officer.ics")]
    asked += [("auditor", "/trail?show=all"), ("admin", "/users"), ("admin", "/")]
    text = quote(list(known.values())[number % len(known)])
    sought = [(login, f"/search?q={text}{ERRAND}") for login in OTHERS[number % 3 :: 3]]
    sought += [
        ("officer", f"/search/suggest.json?q={text}{ERRAND}"),
        ("auditor", f"/trail?file={text}"),
    ]
    return asked, sought


def composed(house: House) -> list[str]:
    """What the dossiers of the other tracks say, as digests."""
    found = []
    for track in TRACKS:
        with house.work_of("officer") as work:
            wanted = (house.case_id, track, "mr. A. Voorbeeld", "Wet Bibob 28", Language.NL)
            found.append(content_digest(issue.compose_dossier(work, *wanted).dossier))
            work.undo()
    return found


def printed(house: House, track: Track) -> Content:
    """The pages of a dossier of another track."""
    made = desk.prepare(
        lambda: house.work_of("officer"),
        house.case_id,
        track,
        "mr. A. Voorbeeld",
        "Wet Bibob 28",
        Language.NL,
    )
    return Content(f"{track} dossier {made.name}", made.pdf)


def world(house: House, number: int) -> Iterator[str]:
    """One world: what was told twice otherwise, and what stands where it may not."""
    lot = random.Random(number)  # noqa: S311 - no secret
    known = strings(lot)
    house.gate.reset()
    with repeatable_ids(f"work {number}"):
        work_at_random(house, lot)
    house.keep()
    asked, sought = questions(house, known, number)
    says = number % COMPOSED == 1
    before = [house.ask(*one) for one in (*asked, *sought)], says and composed(house)
    house.back()
    told = lead(house, known, close=number % CLOSED == 0)
    answers = [house.ask(*one) for one in asked]
    if says and composed(house) != before[1]:
        yield "a dossier of another track says something else"
    kept = list(contents(house, number, told, zip(asked, answers, before[0], strict=False)))
    answers += [house.ask(*one) for one in sought]
    yield from differing([*asked, *sought], before[0], answers)
    yield from unlike(house, told, number)
    yield from misplaced(known, told, kept)


def contents(
    house: House, number: int, told: Told, answers: Iterable[tuple[Ask, Answer, Answer]]
) -> Iterator[Content]:
    """All that has to be searched in this world, after an officer typed an address of shelter."""
    officer = house.gate.fresh("officer")
    typed = officer.send(f"/cases/{house.case_id}/notes", {"text": f"She is at {told.street}."})
    assert typed.status_code >= 400, typed.status_code
    yield from house.holdings()
    yield from house.mails(("officer", "coordinator", "admin"))
    for (login, path), answer, before in answers:
        if answer != before:
            yield Content(f"answer to {login} at {path}", repr(answer[1]).encode() + answer[2])
        elif path == house.exported(number):
            yield Content("export of the network", answer[2])
    yield from (Content("titles and headers of support", one) for one in told.around)
    if number % PRINTED == 1:
        yield printed(house, TRACKS[number // PRINTED % 2])


def differing(asked: list[Ask], before: list[Answer], after: list[Answer]) -> Iterator[str]:
    """Who was told otherwise once there was a support file."""
    for (login, path), one, other in zip(asked, before, after, strict=True):
        if one != other:
            yield f"{login} was told otherwise at {path}"


def unlike(house: House, told: Told, number: int) -> Iterator[str]:
    """Who can tell the file that there is from one that there is not."""
    for turn, login in enumerate(OTHERS[number % 3 :: 3], number):
        pair = [house.ask(login, path) for path in house.of_file(told.file_id, turn)]
        status, headers, body = zip(*pair, strict=True)
        bodies = {addresses.bare(one.decode()) for one in body}
        if len(set(status)) + len(bodies) > 2 or headers[0].keys() != headers[1].keys():
            yield f"{login} can tell that there is a support file"


def misplaced(known: dict[str, str], told: Told, kept: list[Content]) -> Iterator[str]:
    """Texts that stand where they may not; texts that the file itself does not know."""
    wanted = {form: name for name, text in known.items() for form in needles(text)}
    own = {wanted[form] for form in holds(b"\n".join(told.pages), wanted)}
    yield from (f"{name} was never written down" for name in known.keys() - own)
    for where, content in kept:
        yield from {f"{wanted[form]} stands in {where}" for form in holds(content, wanted)}


def keys_crossing() -> Iterator[str]:
    """Every foreign key that leads into a support file from elsewhere, or out to a case."""
    for table in Base.metadata.tables.values():
        for key in table.foreign_keys:
            target = key.column.table.name
            within = table.name in INSIDE
            if (target in INSIDE) != within and not (within and target == "user"):
                yield f"{table.name} refers to {target}"


def unseen() -> Iterator[str]:
    """Ways of writing in which a text that was hidden on purpose is not found."""
    for name, text in strings(random.Random(0)).items():  # noqa: S311 - no secret
        for way, write in WRITINGS.items():
            if not holds(write(text), needles(text)):
                yield f"{name} would not be found as {way}"


def run(worlds: int) -> list[str]:
    """So many worlds, each in the same small house put back as it was."""
    found = list(keys_crossing())
    with opened() as house:
        for number in range(worlds):
            for one in world(house, number):
                found.append(f"world {number}: {one}")
                print(f"victims: {found[-1]}", flush=True)
            if number % 25 == 24:
                print(f"victims: {number + 1} worlds, {len(found)} found", flush=True)
        asked = len(OTHERS) * len(house.paths)
    texts = len(strings(random.Random(0))) * worlds  # noqa: S311 - no secret
    print(
        f"victims: {worlds} worlds, {texts} texts, {len(WRITINGS)} ways of writing, "
        f"{min(asked, SHARE * worlds)} of {asked} questions, "
        f"{len(found)} found where they may not be"
    )
    return found


def short() -> list[str]:
    """A world."""
    return run(SHORT)


def full() -> list[str]:
    """All of it."""
    return [*unseen(), *run(FULL)]


if __name__ == "__main__":
    command("victims", short, full)
