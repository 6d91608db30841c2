"""Whether a disclosure is lawful: the table of sharing, asked with all that the register knows."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from bureau.errors import N_, Invalid, NotAllowed
from bureau.model import AgendaItem, Case, Disclosure, Organisation, RecipientNotice
from bureau.operations import _processing
from bureau.operations import _sharing_sides as sides
from bureau.operations._agreed import insist_agreed
from bureau.operations._checks import fitting, one_of, said
from bureau.rules import house_terms
from bureau.rules.categories import data_categories
from bureau.rules.events import EventKind
from bureau.rules.sharing import Verdict, verdict, ways
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

# What the register answers by itself; nobody ticks it.
ESTABLISHED = frozenset({"no_veto", "givers_consent"})
RECALL = "recall"
MEANWHILE = N_(
    "Give information without persons meanwhile, or wait until that day. In direct danger call 112"
    " and say only what is needed."
)
IN_WORDS = frozenset({"legal_ground", "rac", "asked_in_writing"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """A disclosure as it is asked for; organisations, category and way by their codes."""

    giver: str
    recipient: str
    category: str
    way: str
    says: str
    purpose: str
    necessity: str
    met: tuple[str, ...] = ()
    ground: str = ""
    facts: tuple[str, ...] = ()
    item_id: UUID | None = None
    decided_in: str = ""
    given_on: date | None = None
    until_on: date | None = None
    review_on: date | None = None
    secrecy: bool = False


def ends(work: Work, case: Case, wanted: Wanted) -> tuple[Organisation, Organisation]:
    """Giver and recipient; one of them is the own organisation, which answers for the entry."""
    giver = sides.body(work, case, wanted.giver, "giver")
    recipient = sides.body(work, case, wanted.recipient, "recipient")
    if giver.id == recipient.id:
        raise Invalid(
            "Giver and recipient are the same organisation.",
            where={"field": "recipient"},
            hint="What stays within one organisation is no disclosure.",
        )
    own = work.actor.organisation_id
    if own != giver.id and not (own == recipient.id and wanted.way == "TIP"):
        raise NotAllowed(
            "Only {giver} gives what is its own, and enters it itself.",
            where={"field": "giver", "guard": "own", "basis": "WGS 1.5(1); BGS 1.6(2)"},
            hint="Ask {giver} for it with a request; it answers with yes, no or later.",
            giver=giver.name,
        )
    return giver, recipient


def insist(
    work: Work, case: Case, giver: Organisation, recipient: Organisation, wanted: Wanted
) -> Verdict:
    """Stop unless the law lets these data go; the verdict otherwise.

    Raises Invalid for what is missing, NotAllowed with article and lawful alternative.
    """
    _basis(work, wanted)
    category = data_categories().row(_category(work, wanted), work.today)
    _processing.insist_category(work, case, category.code)
    met = {code for code in wanted.met if code not in ESTABLISHED}
    met |= sides.established(work, case, recipient, wanted.way)
    found = _asked(work, case, giver, recipient, wanted, met)
    if not found.allowed:
        refuse(found, recipient)
    for body in (giver, recipient) if wanted.way == sides.JOINED else ():
        insist_agreed(work, case, body)
    if IN_WORDS & {row.code for row in found.needs}:
        said(wanted.ground, "ground", 300)
    if category.personal and not wanted.secrecy:
        raise Invalid(
            "{recipient} was not told of its secrecy.",
            where={"field": "secrecy", "basis": "WGS 1.11; Wet Bibob 28"},
            hint="Tell the recipient that it is bound to secrecy, and say so here.",
            recipient=recipient.name,
        )
    return found


def insist_unheld(work: Work, case: Case, giver: Organisation, wanted: Wanted) -> None:
    """Stop data on persons out of a case that is held; a tip of who is no participant comes in."""
    personal = data_categories().row(wanted.category, work.today).personal
    if personal and (case.kind is not CaseKind.PARTNERSHIP or sides.participant(work, giver)):
        work.insist_unheld(case, instead=MEANWHILE)


def refuse(found: Verdict, recipient: Organisation) -> None:
    """Refuse in the words of the row that decided."""
    raise NotAllowed(
        "To {recipient}: no. {why} ({basis})",
        where={"guard": found.row[1], "basis": found.basis},
        hint="{alternative}",
        recipient=recipient.name,
        why=found.text,
        basis=found.basis,
        alternative=found.alternative,
    )


def item_of(work: Work, case: Case, wanted: Wanted) -> AgendaItem | None:
    """The agenda item in which it was agreed, where one is named."""
    if wanted.item_id is None:
        fitting(wanted.decided_in, "decided_in", 200)
        return None
    return work.within(AgendaItem, wanted.item_id, case)


def next_number(work: Work, case: Case) -> int:
    """The number of the next entry in the register of a case."""
    last = select(func.max(Disclosure.number)).where(Disclosure.case_id == case.id)
    return (work.session.scalar(last) or 0) + 1


def take_back(work: Work, row: Disclosure, reason: str) -> RecipientNotice:
    """Recall what was given, and owe the recipient a word on it until it says what it did."""
    row.recalled_on, row.recall_reason = work.today, reason
    notice = RecipientNotice(
        case_id=row.case_id,
        disclosure_id=row.id,
        kind=RECALL,
        says=reason,
        sent_at=work.now,
        due_on=house_terms.last_day("sharing_notice", work.today),
    )
    row.notices.append(notice)
    work.record(EventKind.DISCLOSURE_RECALLED, row)
    return notice


def _asked(
    work: Work,
    case: Case,
    giver: Organisation,
    recipient: Organisation,
    wanted: Wanted,
    met: set[str],
) -> Verdict:
    return verdict(
        recipient.kind,
        wanted.category,
        sides.phase_of(case).number,
        sides.law_of(work, case),
        work.today,
        basis=wanted.way,
        giver=giver.kind,
        met=met,
    )


def _basis(work: Work, wanted: Wanted) -> None:
    if not wanted.way:
        raise Invalid(
            "A disclosure without a legal basis does not go.",
            where={"field": "way", "basis": "AVG 6, 10; WGS 1.5, 1.7"},
            hint="Look in the table of sharing for the basis that fits; where none does, keep it.",
        )
    one_of(wanted.way, "way", tuple(row.code for row in ways().on(work.today)))


def _category(work: Work, wanted: Wanted) -> str:
    known = tuple(row.code for row in data_categories().on(work.today))
    return one_of(wanted.category, "category", known)
