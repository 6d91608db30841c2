"""Two kept dossiers of a case compared: on a page, and as a sheet to print and send along."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from textwrap import shorten
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Case
from bureau.model import Dossier as Kept
from bureau.model.dossier import ISSUED
from bureau.policy import Permission
from bureau.rules.dates import in_words
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language
from bureau.work import Work
from reports import issue
from reports.comparing import Difference, compared
from reports.embedded import content
from reports.tracks import TRACKS
from reports.values.cover import Classification
from reports.values.finance import Amount
from reports.values.sheet import Part, Sheet, Table
from reports.wording import Texts, texts

PARTS = {"status_note": "status"}
# Fields with a code of a closed set, and the sets whose words it may have.
CODES = {
    "answer": ("Answer",),
    "certainty": ("Certainty",),
    "classification": ("Classification",),
    "dimension": ("Dimension",),
    "form": ("Form", "ViewForm"),
    "ground": ("Ground",),
    "kind": ("EntityKind",),
    "manner": ("Manner",),
    "obtained": ("Obtained",),
    "perception": ("Perception",),
    "role": ("PartRole",),
    "state": ("StepState", "ClockState"),
    "strength": ("Strength",),
}
UNTOLD = ("places", "svg")  # a drawing: that it changed is told, not from where to where
ANSWERS = {"True": True, "False": False}
SHORT = 80  # characters by which an item is known again beside what changed in it
_AMOUNT = re.compile(r"([A-Z]{3}) (-?)(\d+)\.(\d\d)")
_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class Compared:
    """An earlier and a later version, and every difference between them."""

    old: Kept
    new: Kept
    others: tuple[Kept, ...]
    differences: tuple[Difference, ...]
    today: date

    @property
    def goes_along(self) -> bool:
        """Whether a sheet of it may leave: its reader received both versions, and nothing more."""
        return _reader(self.old) == _reader(self.new) and self.old.state == self.new.state == ISSUED


def compare_dossiers(
    work: Work,
    case_id: UUID,
    dossier_id: UUID,
    other_id: UUID | None = None,
    *,
    handed_out: bool = False,
) -> Compared:
    """A dossier beside another of its track, the one before it where none is chosen.

    Raises NotAllowed for a sheet that would show its reader what was taken out for that reader.
    """
    case = work.case(case_id, Permission.DOSSIER_READ)
    new = issue.read_dossier(work, case_id, dossier_id, whole=False)  # no page of it is shown
    old, others = _beside(work, case, new, other_id)
    kind = EventKind.DOSSIER_EXPORTED if handed_out else EventKind.DOSSIER_READ
    work.record(kind, new, part="comparison", other=old.number)
    made = _made(old, new, others, work.today)
    if handed_out and not made.goes_along:
        raise NotAllowed(
            "A sheet that leaves compares two versions that were issued to the same reader.",
            where={"guard": "reader"},
            hint="Compare these two on the page, and keep what it shows in the house.",
        )
    return made


def _beside(
    work: Work, case: Case, new: Kept, other_id: UUID | None
) -> tuple[Kept, tuple[Kept, ...]]:
    """The version to compare with, and all that there are of this track."""
    query = select(Kept).where(Kept.case_id == case.id, Kept.track == new.track, Kept.id != new.id)
    others = tuple(work.session.scalars(query.order_by(Kept.number.desc())))
    before = [row for row in others if row.number < new.number] or list(others)
    if not before:
        raise NotAllowed(
            "There is no other version to compare it with.",
            where={"guard": "versions"},
            hint="Compose and print a second one first.",
        )
    old = issue.read_dossier(work, case.id, other_id or before[0].id, whole=False)
    if old.track is not new.track:
        raise NotAllowed("Only dossiers of one track are compared.", where={"guard": "track"})
    return old, others


def _made(old: Kept, new: Kept, others: tuple[Kept, ...], today: date) -> Compared:
    first, last = sorted((old, new), key=lambda row: row.number)
    found = compared(content(first.pdf), content(last.pdf))
    order = [section.value for section in TRACKS[new.track].sections]
    found = tuple(sorted(found, key=lambda one: _place(one.section, order)))
    return Compared(first, last, others, found, today)


def _reader(kept: Kept) -> tuple[str, UUID | None, object]:
    """For whom a version is: by name, by body and by what such a reader may have."""
    return kept.recipient.casefold().strip(), kept.to_id, kept.selection.get("reader")


def _place(section: str, order: list[str]) -> int:
    """Where a section stands in the dossier; what has no chapter of its own stands before."""
    name = PARTS.get(section, section)
    return order.index(name) if name in order else -1


def title(section: str, language: Language) -> str:
    """What a section is called; a part without a title of its own by its field."""
    t = texts(language)
    key = f"section.{PARTS.get(section, section)}.title"
    return t(key) if key in t.keys else field(section, t)


def field(name: str, t: Texts) -> str:
    """The name of a field in words."""
    found = (key for key in (f"label.{name}", f"field.{name}") if key in t.keys)
    key = next(found, "")
    return t(key) if key else name.replace("_", " ")


def _dated(text: str, t: Texts) -> str:
    """A day or a moment in words; what somebody wrote that only looks like one stays as it is."""
    try:
        return (
            t.moment(datetime.fromisoformat(text)) if _MOMENT.fullmatch(text) else t.partial(text)
        )
    except (ValueError, IndexError):
        return text


def value(name: str, text: str, t: Texts) -> str:
    """What stood in a field, in words: dates, amounts, and the codes of closed sets."""
    if name in UNTOLD:
        return ""
    if found := _AMOUNT.fullmatch(text):
        return t.amount(Amount(int(found[2] + found[3] + found[4]), found[1]))
    if _MOMENT.fullmatch(text) or _DAY.fullmatch(text):
        return _dated(text, t)
    keys = (f"enum.{kind}.{text}" for kind in CODES.get(name, ()))
    word = next((key for key in keys if key in t.keys), "")
    if text in ANSWERS:
        return t.answer(ANSWERS[text])
    return t(word) if word else said(text, t)


def said(text: str, t: Texts) -> str:
    """An item in words: the moments and days among its parts as a reader writes them."""
    return "; ".join(
        _dated(part, t) if _MOMENT.fullmatch(part) or _DAY.fullmatch(part) else part
        for part in text.split("; ")
    )


def sheet(found: Compared, language: Language) -> Sheet:
    """The comparison on paper."""
    t = texts(language)
    old, new = found.old, found.new
    about = tuple(
        (t(f"compared.{name}"), t("compared.version", number=row.number, day=t.day(row.asked_at)))
        for name, row in (("old", old), ("new", new))
    )
    sections = dict.fromkeys(one.section for one in found.differences)
    return Sheet(
        name=f"{new.case.reference}-compared-{old.number}-{new.number}",
        language=language,
        sender=new.case.organisation.name,
        title=t("compared.title"),
        mark=t.name(Classification.STRICT),
        reference=new.case.reference,
        dated=found.today,
        about=(*about, (t("label.recipient"), new.recipient)),
        parts=tuple(_part(found, section, language) for section in sections)
        or (Part(t("compared.title"), (t("compared.same"),)),),
        intro=(t("compared.intro", day=in_words(found.today).in_(language)),),
    )


def _part(found: Compared, section: str, language: Language) -> Part:
    t, name = texts(language), title(section, language)
    heads = tuple(t(f"compared.{head}") for head in ("what", "before", "after"))
    rows = tuple(
        row for one in found.differences if one.section == section for row in _rows(one, t)
    )
    return Part(name, tables=(Table(name, heads, rows, even=True),))


def _rows(one: Difference, t: Texts) -> tuple[tuple[str, str, str], ...]:
    kind = t(f"compared.{one.change.value}")
    if not one.fields:
        added = one.change.value == "added"
        told = said(one.item, t)
        return ((kind, "" if added else told, told if added else ""),)
    item = f": {shorten(said(one.item, t), SHORT, placeholder=' …')}" if one.item else ""
    return tuple(
        (
            f"{kind}{item} \N{EN DASH} {field(name, t)}" if name else f"{kind}{item}",
            value(name, was, t),
            t("compared.redrawn") if name in UNTOLD else value(name, now, t),
        )
        for name, was, now in one.fields
    )
