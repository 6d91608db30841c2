"""UB-29: what is written with payments repeats among strangers, or cannot be true."""

import re
from collections.abc import Iterator

from bureau.graph.amounts import money
from bureau.graph.ledger import Ledger
from bureau.graph.nearness import Nearness
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings
from bureau.graph.windows import Candidate, in_time
from bureau.rules.vocabulary import EntityKind

_SHORTEST = 3  # letters; less is a code of a bank
_NO_LETTER = re.compile(r"[\W\d_]+")
_WAGE = frozenset(("loon", "salaris", "wage", "wages", "salary"))
_FAMILY = frozenset(("familie", "family", "gezin"))
_TUITION = frozenset(("collegegeld", "lesgeld", "schoolgeld", "tuition"))


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-29, reference text does not fit.

    For whoever is paid, two shapes, each a hit of its own:
    repeated: one and the same text with payments by at least `k` payers who are not related to
    the payee, those related to each other counted once. Texts are compared without capitals,
    digits and signs; shorter than three letters or empty is no text;
    impossible: a text with a word of the list P and a party that cannot have that purpose:
    wage (loon, salaris, wage, salary) paid to a company; family (familie, gezin, family)
    between parties of which one is a company; tuition (collegegeld, lesgeld, schoolgeld,
    tuition) paid to a person. A party of which the kind is not known contradicts nothing.
    Regulated hubs are no subject, and neither is what they pay.
    """
    near = Nearness(scene)
    tried = 0
    candidates: list[Candidate] = []
    for ledger in scene.ledgers:
        for payee, texts in _by_payee(scene, ledger, budget).items():
            tried += 1
            candidates += _repeated(ledger, payee, texts, near, settings)
            candidates += _impossible(scene, ledger, payee, texts)
    return Found(tried, in_time(candidates))


Texts = dict[int, str]  # by row of the ledger, in order of time


def _by_payee(scene: Scene, ledger: Ledger, budget: Budget) -> dict[int, Texts]:
    """What is written with payments, by who is paid."""
    found: dict[int, Texts] = {}
    for row in ledger.between_agents().tolist() if scene.references else ():
        said = _plain(scene.references.get(ledger.ids[row], ""))
        if len(said) >= _SHORTEST:
            if not budget.spend():
                break
            found.setdefault(int(ledger.payee_agent[row]), {})[row] = said
    return dict(sorted(found.items()))


def _plain(said: str) -> str:
    return " ".join(_NO_LETTER.sub(" ", said.casefold()).split())


def _repeated(
    ledger: Ledger, payee: int, texts: Texts, near: Nearness, settings: Settings
) -> Iterator[Candidate]:
    name = ledger.names[payee]
    by_text: dict[str, list[int]] = {}
    for row, said in texts.items():
        by_text.setdefault(said, []).append(row)
    for text, same in sorted(by_text.items()):
        payers = {ledger.names[ledger.payer_agent[row]] for row in same}
        if len(payers) < settings["k"]:
            continue
        strangers = set(near.strangers(payers, name))
        if near.at_least(settings["k"], strangers):
            theirs = [row for row in same if ledger.names[ledger.payer_agent[row]] in strangers]
            count = near.circles(strangers)
            yield _candidate(ledger, name, theirs, ("repeated", count), text)


def _impossible(scene: Scene, ledger: Ledger, payee: int, texts: Texts) -> Iterator[Candidate]:
    name = ledger.names[payee]
    by_purpose: dict[str, list[int]] = {}
    for row, text in texts.items():
        words = frozenset(text.split())
        payer = _kind(scene, ledger.names[ledger.payer_agent[row]])
        if purpose := _contradicted(words, payer, _kind(scene, name)):
            by_purpose.setdefault(purpose, []).append(row)
    for purpose, theirs in sorted(by_purpose.items()):
        payers = {int(ledger.payer_agent[row]) for row in theirs}
        said = "impossible", len(payers)
        yield _candidate(ledger, name, theirs, said, purpose)


def _kind(scene: Scene, name: str) -> EntityKind | None:
    return scene.graph.nodes[name]["kind"] if name in scene.graph else None


def _contradicted(words: frozenset[str], payer: EntityKind | None, payee: EntityKind | None) -> str:
    """The purpose that these parties cannot have; "" where they can."""
    if words & _WAGE and payee is EntityKind.COMPANY:
        return "wage"
    if words & _FAMILY and EntityKind.COMPANY in (payer, payee):
        return "family"
    if words & _TUITION and payee is EntityKind.PERSON:
        return "tuition"
    return ""


def _candidate(
    ledger: Ledger, payee: str, rows: list[int], said: tuple[str, int], words: str
) -> Candidate:
    return Candidate(
        (payee,),
        tuple(ledger.ids[row] for row in rows),
        {
            "currency": ledger.currency,
            "shape": said[0],
            "senders": said[1],
            "reference": words,
            "payments": len(rows),
            "paid": money(sum(int(ledger.minor[row]) for row in rows), ledger.currency),
        },
        int(ledger.begin[rows[0]]),
        int(ledger.begin[rows[-1]]),
    )


PATTERN = Pattern(
    "UB-29",
    "1",
    {"k": Parameter("2", "10000", whole=True)},
    detect,
    reads_references=True,
)
