"""What is taken out of a dossier by hand: removed from its values before anything is printed."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from bureau.errors import Invalid, NotAllowed
from bureau.rules.dossier_readers import withholding_rules
from reports.assembly.file import CaseFile
from reports.assembly.order import Order
from reports.dossier import AdministrativeDossier, CriminalDossier
from reports.values.redaction import LONGEST, SHORTEST, WHOLE, Area, Taken, plain, spans, without
from reports.values.steps import Withheld

MOST = 40
LONGEST_REASON = 300
# By these the parts of a dossier find each other; they hold no words of anybody.
JOINTS = frozenset({"key", "start", "end", "code", "currency", "sha256", "source_sha256"})
CaseDossier = TypeVar("CaseDossier", CriminalDossier, AdministrativeDossier)


@dataclass
class _Counted:
    """How often each of the words stood in a text."""

    words: tuple[str, ...]
    instead: str
    found: list[int]

    def out_of(self, value: Any, name: str = "") -> Any:
        """`value` without the words, however deep they stand."""
        if type(value) is str:
            return value if name in JOINTS else self._text(value)
        if isinstance(value, tuple):
            return tuple(self.out_of(item, name) for item in value)
        if is_dataclass(value) and not isinstance(value, type):
            parts = {one.name: getattr(value, one.name) for one in fields(value)}
            made = {key: self.out_of(part, key) for key, part in parts.items()}
            changed = {key: part for key, part in made.items() if part != parts[key]}
            return replace(value, **changed) if changed else value
        return value

    def _text(self, text: str) -> str:
        for place, word in enumerate(self.words):
            self.found[place] += len(spans(text, [word]))
        return without(text, self.words, self.instead)[0]


def insist(file: CaseFile) -> None:
    """Raises Invalid for what is taken out without a rule and a reason, or is nowhere."""
    chosen = file.selection.taken
    if not chosen:
        return
    rules = {row.code for row in withholding_rules().on(file.work.today) if row.by_hand}
    bad = next((one for one in chosen if not _complete(file, one, rules)), None)
    if bad is not None or len(chosen) > MOST:
        raise Invalid(
            "What is taken out has a rule and a reason: words of {shortest} to {longest} letters,"
            " or an area that lies on a page of a document that goes along.",
            where={"field": "taken"},
            hint="Fill in the row, or empty it. An area is told in per cent of its page.",
            shortest=SHORTEST,
            longest=LONGEST,
        )


def _complete(file: CaseFile, one: Taken, rules: set[str]) -> bool:
    known = one.rule in rules and 0 < len(one.reason.strip()) <= LONGEST_REASON
    words = len(plain(one.words)) >= SHORTEST and len(one.words) <= LONGEST
    return known and (words if one.area is None else _lies(file, one, one.area))


def _lies(file: CaseFile, one: Taken, area: Area) -> bool:
    across, down = area.left + area.width, area.top + area.height
    inside = min(area.left, area.top) >= 0 and max(across, down) <= WHOLE
    drawn = min(area.width, area.height, area.page) > 0
    return not one.words and one.document in file.selection.annexes and inside and drawn


def taken_out(file: CaseFile, order: Order, made: CaseDossier) -> CaseDossier:
    """The dossier without what was marked, and with a line for each in what was withheld."""
    insist(file)
    words = file.selection.words
    if not file.selection.taken:
        return made
    counted = _Counted(words, file.t("redaction.instead"), [0] * len(words))
    bare: CaseDossier = counted.out_of(made)
    drawn = [one.words_out for one in order.annexes]
    counts = [n + sum(out[place] for out in drawn) for place, n in enumerate(counted.found)]
    if len(drawn) == len(file.selection.annexes):
        _insist_found(counts)
    lines: tuple[Withheld, ...] = counted.out_of(tuple(_lines(file, counts)))
    openness = replace(bare.openness, withheld=(*bare.openness.withheld, *lines))
    found: CaseDossier = replace(bare, openness=openness)
    _insist_gone(found, words)
    return found


def _lines(file: CaseFile, counts: list[int]) -> Iterator[Withheld]:
    """A line in what was withheld for each: what kind, how often, why; never its content."""
    rules, left = withholding_rules(), iter(counts)
    for one in file.selection.taken:
        rule = rules.row(one.rule, file.work.today)
        what, count = file.t("redaction.words"), 1
        if one.area is None:
            count = next(left)
        else:
            number = file.selection.annexes.index(one.document) + 1 if one.document else 0
            what = file.t("redaction.area", number=number, page=one.area.page)
        ground = f"{rule.name.in_(file.language)}: {one.reason.strip()}"
        yield Withheld(category=what, count=count, ground=ground, basis=rule.basis)


def _insist_found(counts: list[int]) -> None:
    for number, count in enumerate(counts, 1):
        if not count:
            raise Invalid(
                "The words in row {number} stand nowhere in the dossier and its annexes.",
                where={"field": "taken", "row": number},
                hint="Write them as they stand there, or mark an area of the page: words in a"
                " picture are not found.",
                number=number,
            )


def _insist_gone(made: Any, words: tuple[str, ...]) -> None:
    """Nothing of them may be left, also not where parts find each other."""
    probe = _Counted(words, "", [0] * len(words))
    for value in _texts(made):
        probe.out_of(value)
    if any(probe.found):
        raise NotAllowed(
            "Words that are to be taken out stand in a code or a number of the dossier too.",
            where={"guard": "redaction"},
            hint="Take out a longer part of the text, such as the whole name.",
        )


def _texts(value: Any) -> Iterator[str]:
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))
