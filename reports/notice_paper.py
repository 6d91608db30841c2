"""A notice about an issued dossier on paper: the same plain sheets as other reports."""

from hashlib import sha256

from bureau.rules.notices import NoticeKind
from reports.locating import MOST
from reports.sheet import PrintedSheet, spelled
from reports.sheet import printed as sheet_printed
from reports.values.cover import Classification
from reports.values.notice import Corrected, Notice
from reports.values.sheet import Part, Sheet
from reports.wording import Texts, texts

NOTHING = "-"


def printed(notice: Notice) -> PrintedSheet:
    """The notice as PDF/A-3a and PDF/UA-1, alike every time; takes a second, needs no database."""
    return sheet_printed(sheet(notice))


def digest(notice: Notice) -> str:
    """SHA-256 of what the notice says: this is what is approved."""
    return sha256(spelled(sheet(notice)).encode()).hexdigest()


def sheet(notice: Notice) -> Sheet:
    """The notice as a sheet in the language of its dossier."""
    t = texts(notice.language)
    recall = notice.kind is NoticeKind.RECALL
    return Sheet(
        name=notice.name,
        language=notice.language,
        sender=notice.sender,
        title=t(f"notice.{notice.kind.value}"),
        mark=t.name(Classification.STRICT),
        reference=notice.name,
        dated=notice.dated,
        about=_about(notice, t),
        parts=(*(_recalled(notice, t) if recall else _corrected(notice, t)), _contact(notice, t)),
        intro=(t(f"notice.{notice.kind.value}_intro", dossier=notice.dossier_id),),
        content=plain(notice),
    )


def plain(notice: Notice) -> dict[str, object]:
    """The notice as JSON holds it: this is what is approved."""
    return {
        "schema": "bureau-notice-1",
        "kind": notice.kind.value,
        "notice": notice.name,
        "dossier": notice.dossier_id,
        "version": notice.version,
        "issued_at": notice.issued_at.isoformat(),
        "original_sha256": notice.original_sha256,
        "content_sha256": notice.content_sha256,
        "dated": notice.dated.isoformat(),
        "ground": notice.ground,
        "basis": notice.basis,
        "reason": notice.reason,
        "duties": list(notice.duties),
        "instead": notice.instead,
        "corrected": [
            {
                "number": one.number,
                "where": list(one.where),
                "said": one.said,
                "says": one.says,
                "why": one.why,
                "since": one.since.isoformat(),
            }
            for one in notice.corrected
        ],
    }


def _about(notice: Notice, t: Texts) -> tuple[tuple[str, str], ...]:
    facts = (
        (t("label.recipient"), notice.recipient),
        (t("label.dossier_id"), notice.dossier_id),
        (t("notice.version"), str(notice.version)),
        (t("label.issued_at"), t.moment(notice.issued_at)),
        (t("notice.dated"), t.day(notice.dated)),
        (t("notice.content"), notice.content_sha256),
        (t("notice.original"), notice.original_sha256),
        (t("notice.instead"), notice.instead),
    )
    return tuple((name, value) for name, value in facts if value)


def _corrected(notice: Notice, t: Texts) -> tuple[Part, ...]:
    records = tuple(_record(one, t) for one in notice.corrected)
    words = (notice.reason, t("notice.keep")) if notice.reason else (t("notice.keep"),)
    return (
        Part(t("notice.corrections"), records=records),
        Part(t("notice.asked"), words),
        _why(notice, t),
    )


def _record(one: Corrected, t: Texts) -> tuple[tuple[str, str], ...]:
    where = one.where
    told = "\n".join(where[:MOST]) or t("notice.nowhere")
    if len(where) > MOST:
        told += "\n" + t("notice.more", count=len(where) - MOST)
    return (
        (t("notice.item", number=one.number), one.about),
        (t("notice.where"), told),
        (t("notice.said"), one.said or NOTHING),
        (t("notice.says"), one.says or NOTHING),
        (t("notice.why"), one.why),
        (t("notice.since"), t.day(one.since)),
    )


def _recalled(notice: Notice, t: Texts) -> tuple[Part, ...]:
    words = (f"{notice.ground}.", *((notice.reason,) if notice.reason else ()))
    return (
        Part(t("notice.reason"), (words[0][:1].upper() + words[0][1:], *words[1:])),
        Part(t("notice.asked"), (*notice.duties, t("notice.confirm"))),
        _why(notice, t),
    )


def _why(notice: Notice, t: Texts) -> Part:
    return Part(t("notice.basis"), (f"{notice.basis}. {notice.says}",))


def _contact(notice: Notice, t: Texts) -> Part:
    return Part(t("notice.contact"), (notice.contact,))
