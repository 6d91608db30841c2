"""From a dossier to the page: templates that know words and values, never a database."""

import re
from dataclasses import dataclass
from datetime import UTC
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bureau.rules.vocabulary import Language
from reports.canonical import content_digest
from reports.chart import relation_svg
from reports.dossier import AdministrativeDossier, CriminalDossier, Dossier, VictimDossier
from reports.flows import flows_svg
from reports.tracks import TRACKS, Section, TrackSpec
from reports.values.finance import Side
from reports.values.screening import GroundAssessment
from reports.visible import visible
from reports.wording import Texts, texts

TEMPLATES = Path(__file__).parent / "templates"
# A space by itself: before words that stay together the printer breaks a line too early without.
_GAP = Markup("<span> </span>")
_APART = re.compile(r"(?<=^\d) |(?<=^\d\d) |(?<=\.\d\d) ")
_FIXED = frozenset({Section.OBJECTION, Section.SECRECY, Section.AUTHENTICITY})


@dataclass(frozen=True, slots=True)
class Chapter:
    """A numbered section as it stands in one dossier."""

    number: int
    section: Section
    title: str
    intro: str
    none: str
    empty: bool

    @property
    def anchor(self) -> str:
        """Where the table of contents leads."""
        return f"section-{self.number}"


def to_html(dossier: Dossier) -> str:
    """The printed page, before it is paper."""
    t = texts(dossier.language)
    spec = TRACKS[dossier.track]
    context = {
        "d": dossier,
        "spec": spec,
        "title": t(f"track.{dossier.track.value}.title"),
        "stamp": stamp(dossier),
        "band": _band(dossier, t),
        "copy_mark": _copy_mark(dossier, t),
        "chapters": chapters(dossier, spec, t),
        "drawings": _drawings(dossier, t),
        "content_digest": content_digest(dossier),
        "attachment": attachment_name(dossier),
    }
    return _pages(dossier.language).get_template("dossier.html").render(context)


def chapters(dossier: Dossier, spec: TrackSpec, t: Texts) -> tuple[Chapter, ...]:
    """The sections of this dossier in order; empty ones are marked, or left out where allowed."""
    found = []
    for section in spec.sections:
        empty = section not in _FIXED and not _content(dossier, section)
        if not (empty and section in spec.omitted_when_empty):
            found.append((section, empty))
    return tuple(
        Chapter(number, section, *_words(section, t), empty)
        for number, (section, empty) in enumerate(found, 1)
    )


def _words(section: Section, t: Texts) -> tuple[str, str, str]:
    key = f"section.{section.value}"
    return t(f"{key}.title"), t(f"{key}.intro"), t(f"{key}.none")


def attachment_name(dossier: Dossier) -> str:
    """The name of the embedded JSON; it says nothing about the track it belongs to."""
    return f"{dossier.cover.dossier_id}.json"


def stamp(dossier: Dossier) -> str:
    """The moment of the dossier as the metadata of a PDF wants it, in UTC."""
    return dossier.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _content(dossier: Dossier, section: Section) -> object:
    match section, dossier:
        case Section.STATUS, CriminalDossier() | AdministrativeDossier():
            return dossier.status_note
        case Section.CONDITIONS, AdministrativeDossier():
            return dossier.decision.conditions
    return getattr(dossier, section.value)


def _band(dossier: Dossier, t: Texts) -> str:
    return t.name(dossier.cover.classification) if dossier.issuance else t("page.draft_band")


def _copy_mark(dossier: Dossier, t: Texts) -> str:
    day = t.day(dossier.moment)
    if not dossier.issuance:
        return t("page.draft_mark", day=day)
    number = t("page.copy", number=dossier.issuance.copy_number, of=dossier.issuance.copies)
    recipient = dossier.cover.recipient
    return t(
        "page.copy_mark",
        recipient=f"{recipient.person}, {recipient.office}",
        moment=_unbroken(t.moment(dossier.moment)),
        copy=number.replace(" ", "\N{NO-BREAK SPACE}"),
    )


def _drawings(dossier: Dossier, t: Texts) -> dict[str, Markup]:
    """The drawings of the dossier; every one was built from values or checked shape by shape."""
    if isinstance(dossier, VictimDossier):
        return {}
    drawings = {}
    if dossier.chart:
        chart = relation_svg(dossier.chart, t)
        drawings["relations"] = Markup(chart)  # noqa: S704  # nosec B704
    if dossier.finances and dossier.finances.flows:
        flows = flows_svg(dossier.finances, t)
        drawings["flows"] = Markup(flows)  # noqa: S704  # nosec B704
    return drawings


def environment() -> Environment:
    """The templates of all that is printed: they escape, show every sign and miss nothing."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache
def _pages(language: Language) -> Environment:
    t = texts(language)
    pages = environment()
    pages.globals.update(t=t, Side=Side, factor_rows=_factor_rows, gap=_GAP)
    pages.filters.update(
        day=lambda value: _unbroken(t.day(value)),
        moment=lambda value: _unbroken(t.moment(value)),
        partial=lambda text: _unbroken(t.partial(text)),
        amount=t.amount,
        name=t.name,
        answer=t.answer,
        pairs=_pairs,
        listed=_listed,
    )
    return pages


def _unbroken(day: str) -> str:
    """A date whose day and month, and an hour whose word, never stand on two lines."""
    return _APART.sub("\N{NO-BREAK SPACE}", day)


def _pairs(pairs: tuple[tuple[str, str], ...]) -> str:
    return "; ".join(f"{label} {value}" for label, value in pairs)


def _listed(pairs: tuple[tuple[str, str], ...]) -> str:
    """Each pair on a line of its own."""
    return "\n".join(f"{label}: {value}" for label, value in pairs)


def _factor_rows(assessment: GroundAssessment) -> list[tuple[str, str]]:
    return [(factor.name, factor.text) for factor in assessment.factors]
