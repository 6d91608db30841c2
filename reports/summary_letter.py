"""The letter that goes with an issued dossier: what it is, what it does not say, what one may do.

It is made of the dossier that was approved and the digests of its pages, so it can tell nothing
that was not let go. Whom the dossier is about does not stand in it; a plan for support has its code
name only.
"""

from collections.abc import Iterator

from bureau.operations._copies import FEEDBACK_TERM
from bureau.rules import house_terms
from bureau.rules.dates import civil_date
from reports.canonical import content_digest
from reports.dossier import AdministrativeDossier, CriminalDossier, Dossier, VictimDossier
from reports.package import Copy
from reports.sheet import PrintedSheet
from reports.sheet import printed as sheet_printed
from reports.tracks import TRACKS
from reports.values.sheet import Part, Sheet
from reports.wording import Texts, texts

Pair = tuple[str, str]


def printed(dossier: Dossier, copy: Copy, digest: str, pages: int) -> PrintedSheet:
    """The letter on paper, alike every time; takes a second, needs no database.

    `digest` is that of the pages as they go out, which are `pages` long.
    """
    return sheet_printed(sheet(dossier, copy, digest, pages))


def sheet(dossier: Dossier, copy: Copy, digest: str, pages: int) -> Sheet:
    """What the letter says, in the language of the dossier."""
    cover, t = dossier.cover, texts(dossier.language)
    counts = tuple(_counts(dossier, t, pages))
    facts = tuple(_digests(dossier, copy, digest, t))
    return Sheet(
        name=f"{cover.dossier_id}-v{cover.version}-letter",
        language=cover.language,
        sender=", ".join(filter(None, (cover.organisation, cover.unit))),
        title=t("letter.title"),
        mark=t.name(cover.classification),
        reference=cover.dossier_id,
        dated=civil_date(dossier.moment),
        about=tuple(_about(dossier, t)),
        intro=(t(f"letter.{dossier.track.value}.intro", **_named(dossier, t)),),
        parts=(
            Part(t("letter.purpose"), tuple(_purpose(dossier, t))),
            Part(t("letter.contains"), facts=counts),
            Part(t("letter.silent"), t.list(f"letter.{dossier.track.value}.silent")),
            _withheld(dossier, t),
            Part(t("letter.may"), tuple(_may(dossier, t))),
            Part(t("letter.answer"), tuple(_answer(dossier, t))),
            Part(t("letter.verify"), (t("letter.how"),), facts),
        ),
        greeting=t("letter.greeting"),
        closing=tuple(_closing(dossier, t)),
        content=_plain(dossier, copy, digest, pages),
    )


def _named(dossier: Dossier, t: Texts) -> dict[str, str]:
    cover = dossier.cover
    code = dossier.code_name if isinstance(dossier, VictimDossier) else ""
    title = t(f"track.{dossier.track.value}.title")
    return {"dossier": cover.dossier_id, "number": str(cover.version), "title": title, "code": code}


def _about(dossier: Dossier, t: Texts) -> Iterator[Pair]:
    cover, issuance = dossier.cover, dossier.issuance
    yield t("label.recipient"), ", ".join(filter(None, (cover.recipient.person, _office(dossier))))
    yield t("label.from"), cover.organisation
    yield t("label.dossier_id"), cover.dossier_id
    if cover.replaces:
        yield t("label.replaces"), cover.replaces
    if issuance:
        yield t("label.issued_at"), t.moment(issuance.issued_at)
        yield t("label.approver"), f"{issuance.approver.name}, {issuance.approver.office}"
    yield t("label.author"), f"{cover.author.name}, {cover.author.office}"


def _closing(dossier: Dossier, t: Texts) -> Iterator[str]:
    """Who sends it, in which office and for whom."""
    cover = dossier.cover
    yield t("letter.regards")
    yield cover.author.name
    yield ", ".join(dict.fromkeys(filter(None, (cover.author.office, cover.organisation))))


def _office(dossier: Dossier) -> str:
    return dossier.cover.recipient.office


def _purpose(dossier: Dossier, t: Texts) -> Iterator[str]:
    cover = dossier.cover
    yield t("letter.given", purpose=cover.purpose, basis=cover.basis.basis)
    yield t(f"track.{dossier.track.value}.lead")


def _counts(dossier: Dossier, t: Texts, pages: int) -> Iterator[Pair]:
    yield t("letter.pages"), str(pages)
    if isinstance(dossier, VictimDossier):
        for name in ("plan", "consents", "rights", "terms"):
            rows = getattr(dossier, name)
            yield t(f"letter.{name}"), str(len(set(rows) if name == "consents" else rows))
        return
    for name in ("statements", "evidence", "annexes"):
        yield t(f"letter.{name}"), str(len(getattr(dossier, name)))
    yield t("label.period"), _period(dossier, t)


def _period(dossier: CriminalDossier | AdministrativeDossier, t: Texts) -> str:
    """From the first to the last day of which the dossier tells something."""
    told = [one.observed_on for one in dossier.statements] + [one.on for one in dossier.timeline]
    days = sorted(filter(None, told))
    if not days:
        return t("format.unknown_date")
    return t("letter.span", first=t.partial(days[0]), last=t.partial(days[-1]))


def _withheld(dossier: Dossier, t: Texts) -> Part:
    never = ", ".join(t(f"never.{one.value}") for one in TRACKS[dossier.track].never)
    absent = f"{t('page.never')} {never}."
    if isinstance(dossier, VictimDossier):
        return Part(t("letter.withheld"), (absent,))
    kinds = tuple(
        (
            f"{one.category} ({one.count})",
            f"{one.ground} ({one.basis})" if one.basis else one.ground,
        )
        for one in dossier.openness.withheld
    )
    said = t("letter.kinds") if kinds else t("openness.nothing_withheld")
    return Part(t("letter.withheld"), (absent, said), kinds)


def _may(dossier: Dossier, t: Texts) -> Iterator[str]:
    cover = dossier.cover
    yield cover.handling
    yield t(f"letter.{dossier.track.value}.use")
    if cover.expires_on:
        yield t("letter.expires", day=t.day(cover.expires_on))


def _answer(dossier: Dossier, t: Texts) -> Iterator[str]:
    yield t(f"letter.{dossier.track.value}.answer", contact=dossier.cover.recall_contact)
    if not isinstance(dossier, VictimDossier):
        given = civil_date(dossier.moment)
        term = house_terms.house_terms().row(FEEDBACK_TERM, given)
        due = house_terms.last_day(FEEDBACK_TERM, given)
        owed = "WGS" in dossier.cover.basis.basis.upper()
        asked = "letter.feedback" if owed else "letter.feedback_asked"
        yield t(asked, day=t.day(due), basis=term.basis)


def _digests(dossier: Dossier, copy: Copy, digest: str, t: Texts) -> Iterator[Pair]:
    yield t("label.copy"), copy.mark
    yield t("letter.pdf"), digest
    if copy.canonical_sha256 != digest:
        yield t("letter.approved"), copy.canonical_sha256
    yield t("label.content_digest"), content_digest(dossier)


def _plain(dossier: Dossier, copy: Copy, digest: str, pages: int) -> dict[str, object]:
    cover = dossier.cover
    return {
        "schema": "bureau-letter-1",
        "dossier": cover.dossier_id,
        "version": cover.version,
        "issued_at": dossier.moment.isoformat(),
        "copy": copy.mark,
        "pages": pages,
        "pdf_sha256": digest,
        "original_sha256": copy.canonical_sha256,
        "content_sha256": content_digest(dossier),
    }
