"""The dated remarks of a case, and those pinned to a party, a tie or a payment."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotFound
from bureau.model import Case, Note, Payment
from bureau.operations._checks import said
from bureau.operations._network_graph import case_graph
from bureau.operations._pins import PARTY, PAYMENT
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.work import Work


def list_notes(work: Work, case_id: UUID) -> list[Note]:
    """The notes on a case as a whole, newest first."""
    case = work.case(case_id, Permission.CASE_READ)
    return _told(work, case, "")


def add_note(work: Work, case_id: UUID, text: str) -> Note:
    """A dated remark in the case."""
    case = work.case(case_id, Permission.CASE_EDIT)
    return _kept(work, case, text, "")


def list_pinned(work: Work, case_id: UUID, about: str) -> tuple[str, list[Note]]:
    """What the notes are about, in words, and the notes pinned to it, newest first."""
    case = work.case(case_id, Permission.NETWORK_READ)
    label = _label(work, case, about)
    return label, _told(work, case, about)


def list_all_pinned(work: Work, case_id: UUID) -> list[tuple[str, Note]]:
    """Every note pinned to something that one may see, with what it is about, newest first."""
    case = work.case(case_id, Permission.NETWORK_READ)
    query = select(Note).where(Note.case_id == case.id, Note.about != "")
    rows = list(work.session.scalars(query.order_by(Note.at.desc(), Note.id)))
    labels = _labels(work, case) if rows else {}
    found = [(_name(work, case, labels, row.about), row) for row in rows]
    shown = [(label, row) for label, row in found if label]
    work.record(EventKind.CASE_READ, case, part="notes", shown=len(shown))
    return shown


def pin_note(work: Work, case_id: UUID, about: str, text: str) -> Note:
    """A dated remark on a party, a tie or a payment of the network."""
    case = work.case(case_id, Permission.CASE_EDIT)
    work.require(Permission.NETWORK_READ, case)
    about = _plain(about)
    _label(work, case, about)
    return _kept(work, case, text, about)


def _told(work: Work, case: Case, about: str) -> list[Note]:
    query = select(Note).where(Note.case_id == case.id, Note.about == about)
    found = list(work.session.scalars(query.order_by(Note.at.desc(), Note.id)))
    work.record(EventKind.CASE_READ, case, part="notes", about=about, shown=len(found))
    return found


def _kept(work: Work, case: Case, text: str, about: str) -> Note:
    note = Note(
        case_id=case.id, about=about, text=said(text, "text"), by_id=work.actor.id, at=work.now
    )
    work.session.add(note)
    work.record(EventKind.NOTE_ADDED, note, about=about.partition(":")[0])
    return note


def _plain(about: str) -> str:
    """`about` with the id of a payment in the one way it is written here."""
    if not about.startswith(PAYMENT):
        return about
    try:
        return f"{PAYMENT}{UUID(about.removeprefix(PAYMENT))}"
    except ValueError:
        return about


def _label(work: Work, case: Case, about: str) -> str:
    """What `about` names, in words; raises NotFound for what is not in the network."""
    label = _name(work, case, _labels(work, case), about)
    if not label:
        raise NotFound("There is nothing here that you may see.")
    return label


def _labels(work: Work, case: Case) -> Mapping[str, str]:
    """The parties and ties of the network in words; what is protected is not in it."""
    _, graph = case_graph(work, case)
    nodes = {name: str(label) for name, label in graph.nodes(data="label")}
    labels = {f"{PARTY}{name}": label for name, label in nodes.items()}
    for source, target, key, label in graph.edges(keys=True, data="label"):
        labels[key] = f"{nodes[source]} \N{EN DASH} {label} \N{EN DASH} {nodes[target]}"
    return labels


def _name(work: Work, case: Case, labels: Mapping[str, str], about: str) -> str:
    if not about.startswith(PAYMENT):
        return labels.get(about, "")
    try:
        payment = work.within(Payment, UUID(about.removeprefix(PAYMENT)), case)
    except ValueError:
        return ""
    ends = [labels.get(f"{PARTY}{end}", "") for end in (payment.from_id, payment.to_id)]
    return f"{ends[0]} \N{RIGHTWARDS ARROW} {ends[1]}, {payment.paid_on}" if all(ends) else ""
