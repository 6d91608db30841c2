"""Two kept dossiers of a case compared: on a page, and as a sheet to print and send along."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Dossier as Kept
from bureau.policy import Permission
from bureau.rules.dates import in_words
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language
from bureau.work import Work
from reports import issue
from reports.comparing import Difference, compared
from reports.embedded import content
from reports.values.cover import Classification
from reports.values.sheet import Part, Sheet, Table
from reports.wording import Texts, texts

PARTS = {"status_note": "status"}


@dataclass(frozen=True, slots=True)
class Compared:
    """An earlier and a later version, and every difference between them."""

    old: Kept
    new: Kept
    others: tuple[Kept, ...]
    differences: tuple[Difference, ...]
    today: date


def compare_dossiers(
    work: Work, case_id: UUID, dossier_id: UUID, other_id: UUID | None = None
) -> Compared:
    """A dossier beside another of its track, the one before it where none is chosen."""
    case = work.case(case_id, Permission.DOSSIER_READ)
    new = issue.read_dossier(work, case_id, dossier_id)
    query = select(Kept).where(Kept.case_id == case.id, Kept.track == new.track, Kept.id != new.id)
    others = tuple(work.session.scalars(query.order_by(Kept.number.desc())))
    before = [row for row in others if row.number < new.number] or list(others)
    if not before:
        raise NotAllowed(
            "There is no other version to compare it with.",
            where={"guard": "versions"},
            hint="Compose and print a second one first.",
        )
    old = issue.read_dossier(work, case_id, other_id or before[0].id)
    if old.track is not new.track:
        raise NotAllowed("Only dossiers of one track are compared.", where={"guard": "track"})
    first, last = sorted((old, new), key=lambda row: row.number)
    work.record(EventKind.DOSSIER_READ, new, part="comparison", other=old.number)
    found = compared(content(first.pdf), content(last.pdf))
    return Compared(first, last, others, found, work.today)


def title(section: str, language: Language) -> str:
    """What a section is called; a part without a title of its own by its field."""
    t = texts(language)
    key = f"section.{PARTS.get(section, section)}.title"
    return t(key) if key in t.keys else field(section, t)


def field(name: str, t: Texts) -> str:
    """The name of a field in words."""
    key = f"label.{name}"
    return t(key) if key in t.keys else name.replace("_", " ")


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
    return Part(name, tables=(Table(name, heads, rows),))


def _rows(one: Difference, t: Texts) -> tuple[tuple[str, str, str], ...]:
    kind = t(f"compared.{one.change.value}")
    if not one.fields:
        added = one.change.value == "added"
        return ((kind, "" if added else one.item, one.item if added else ""),)
    item = f" {one.item}" if one.item else ""
    return tuple(
        (f"{kind}{item}: {field(name, t)}" if name else f"{kind}{item}", was, now)
        for name, was, now in one.fields
    )
