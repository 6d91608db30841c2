"""What comes into a case from another organisation: whose it is, as which data, or not at all.

Every source, document and import, and every fact that rests on a source, passes here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bureau.errors import Invalid, NotAllowed
from bureau.model import Case, Document, Organisation, Source
from bureau.operations import _processing
from bureau.operations import _sharing_sides as sides
from bureau.operations._agreed import insist_joint
from bureau.operations._phases import insist_category
from bureau.rules import sharing
from bureau.rules.categories import data_categories
from bureau.rules.sharing import Verdict, ways
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

# By what data of another organisation come in, in the order in which it is tried.
SIGNAL = "SIGNAL"
JOIN, TIP = "JOIN", "TIP"
ROADS = (JOIN, SIGNAL, TIP, "NO_PERSONS")


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose data come in, by the code of the organisation, and of which category.

    Without a code they are the own organisation's, which needs no category.
    """

    owner: str = ""
    category: str = ""


OWN = Whose()


def owner_of(work: Work, case: Case, whose: Whose) -> Organisation:
    """The organisation whose data these are: one around the case, the own one where none is said.

    Raises Invalid for an organisation that has nothing to do with the case.
    """
    return sides.body(work, case, whose.owner, "owner") if whose.owner else case.organisation


def admitted(work: Work, case: Case, whose: Whose) -> tuple[Organisation, str]:
    """The organisation whose data these are and their category, when the law lets them in."""
    owner = owner_of(work, case, whose)
    return owner, insist(work, case, owner, whose.category)


def insist(work: Work, case: Case, owner: Organisation, category: str) -> str:
    """The category under which data of `owner` come into `case`, when all of the law lets them.

    In this order: the regime of the case and an agreement in force, a category, the phase, and the
    table of partner and category. Raises NotAllowed with article and lawful road, Invalid where no
    category is said. Own data, and everything in a screening, come in as they always did.
    """
    if case.kind is not CaseKind.PARTNERSHIP:
        return ""
    _processing.insist_category(work, case, category)
    if owner.id == case.organisation_id:
        return insist_category(case, category, work.today)
    insist_joint(work, case, owner)
    if not category:
        raise Invalid(
            "Say as which category of data this comes from {organisation}.",
            where={"field": "category", "basis": "WGS 2.22; BGS 2.15"},
            hint="Choose the category; the page Phase says which are open now.",
            organisation=owner.name,
        )
    known = insist_category(case, category, work.today)
    _insist_table(work, case, owner, known)
    return known


def source_of(work: Work, case: Case, key: object) -> Source:
    """The source of this case with that id, if what it holds may be used in the case now."""
    source = work.within(Source, key, case)  # type: ignore[arg-type]
    insist(work, case, source.owner, source.category)
    return source


def insist_same(case: Case, document: Document, owner: Organisation, category: str) -> None:
    """Stop at a source that calls a document of the case somebody else's or something else."""
    if case.kind is not CaseKind.PARTNERSHIP:
        return
    held = document.owner_id or case.organisation_id
    strange = owner.id != held
    if strange or (held != case.organisation_id and category != document.category):
        raise Invalid(
            "The document was kept as that of another organisation, or as other data.",
            where={"field": "document"},
            hint="Say the same owner and category as the document has.",
        )


def shut(work: Work, case: Case, row: Source | Document) -> bool:
    """Whether what came from another organisation is of a category that the phase does not open."""
    own = row.owner_id in (None, case.organisation_id)
    if case.kind is not CaseKind.PARTNERSHIP or own or not row.category:
        return False
    found = sides.phase_of(case).number
    first = data_categories().row(row.category, work.today).first_phase
    return not 0 < first <= found


def _insist_table(work: Work, case: Case, owner: Organisation, category: str) -> None:
    tried = list(_verdicts(work, case, owner, category))
    if any(all(each.allowed for each in pair) for pair in tried):
        return
    refusal = next(each for each in tried[0] if not each.allowed)
    raise NotAllowed(
        "These data of {organisation} do not come into this case: {text}",
        where={"field": "category", "guard": refusal.row[1], "basis": refusal.basis},
        hint="{alternative}",
        organisation=owner.name,
        text=refusal.text,
        alternative=refusal.alternative,
    )


def _verdicts(
    work: Work, case: Case, owner: Organisation, category: str
) -> Iterator[tuple[Verdict, ...]]:
    """What the table says of each road, that which fits the owner best first.

    Who contributes to the joint processing must itself be admitted in the phase, as at a table.
    """
    best = JOIN if sides.participant(work, owner) else TIP
    for road in sorted(ROADS, key=lambda each: each != best):
        if ways().find(road, work.today) is not None:
            ends = (case.organisation, owner) if road == JOIN else (case.organisation,)
            yield tuple(_verdict(work, case, road, owner, category, end) for end in ends)


def _verdict(
    work: Work, case: Case, road: str, owner: Organisation, category: str, end: Organisation
) -> Verdict:
    return sharing.verdict(
        end.kind,
        category,
        sides.phase_of(case).number,
        sides.law_of(work, case),
        work.today,
        basis=road,
        giver=owner.kind,
    )
