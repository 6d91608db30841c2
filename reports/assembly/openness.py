"""What was shown before, what stays behind and by which rule, and who was told of it."""

from collections.abc import Iterable

from sqlalchemy import select

from bureau.model import Decision, Hearing
from bureau.model import Dossier as Kept
from bureau.rules.dates import in_words
from bureau.rules.dossier_readers import withholding_rules
from reports.assembly.file import CaseFile
from reports.assembly.ledger import DRAWN, JUDGED, ledger
from reports.assembly.order import Order
from reports.assembly.sieve import LEFT, PROTECTED
from reports.values.ledger import tally
from reports.values.steps import Disclosure, Openness, Withheld

# That somebody is protected is itself not told; what was judged stands with the patterns.
SILENT = (PROTECTED, DRAWN, JUDGED)


def openness(file: CaseFile, order: Order) -> Openness:
    """What was held back and why, never what it was; who received what; what people know."""
    return Openness(tuple(_shown(file, order)), tuple(_withheld(file)), _notice(file))


def _shown(file: CaseFile, order: Order) -> Iterable[Disclosure]:
    """The dossiers of the case that went out before this one was made."""
    query = select(Kept).where(Kept.case_id == file.case.id, Kept.issued_at < order.prepared_at)
    for row in file.work.session.scalars(query.order_by(Kept.issued_at, Kept.track)):
        if row.issued_at is not None:
            track = file.t(f"track.{row.track.value}.title")
            version = f"{track}, {file.t('label.version')} {row.number}"
            yield Disclosure(row.issued_at, row.recipient, version, row.basis)


def _withheld(file: CaseFile) -> Iterable[Withheld]:
    rules, day = withholding_rules(), file.work.today
    for (code, kind, reason), count in tally(ledger(file).items).items():
        if code in SILENT:
            continue
        rule = rules.row(code, day)
        what = file.t(f"item.{kind.value}")
        yield Withheld(
            category=f"{rule.name.in_(file.language)}: {what}",
            count=count,
            ground=reason if code == LEFT else rule.ground.in_(file.language),
            basis=rule.basis,
        )


def _notice(file: CaseFile) -> str:
    """What the applicant knows: only what the file shows to have happened."""
    asked: Hearing | None = file.rows.last(Hearing)
    if asked is None:
        return file.say(
            "De betrokkenen zijn nog niet over deze verstrekking geïnformeerd. Zodra de grond voor"
            " uitstel vervalt, worden zij alsnog geïnformeerd (artikel 41 UAVG).",
            "The people concerned have not yet been told of this provision. Once the ground for"
            " putting it off ends, they are told (art. 41 UAVG).",
        )
    return " ".join((_heard(file, asked), _decided(file)))


def _heard(file: CaseFile, asked: Hearing) -> str:
    sent = in_words(asked.sent_on).in_(file.language)
    if asked.received_on is None:
        return file.say(
            f"De aanvrager kreeg op {sent} het voornemen en gaf geen zienswijze.",
            f"The applicant was sent the intention on {sent} and gave no view.",
        )
    heard = in_words(asked.received_on).in_(file.language)
    return file.say(
        f"De aanvrager kreeg op {sent} het voornemen en gaf op {heard} een zienswijze.",
        f"The applicant was sent the intention on {sent} and gave a view on {heard}.",
    )


def _decided(file: CaseFile) -> str:
    row: Decision | None = file.rows.last(Decision)
    if row is None or row.made_known_on is None:
        return file.say(
            "Het besluit is nog niet bekendgemaakt.", "The decision has not been made known yet."
        )
    day = in_words(row.made_known_on).in_(file.language)
    return file.say(
        f"Het besluit is op {day} bekendgemaakt.", f"The decision was made known on {day}."
    )
