"""What may be shared with whom: a decision for every partner, category, phase and basis.

Each decision names the row it rests on; nothing is decided by leaving it out.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.rules.categories import Category, data_categories
from bureau.rules.partners import PartnerKind, partners
from bureau.rules.schema import listed
from bureau.rules.tables import NO_TEXTS, Row, Table, Texts, table

REGIME_WORDS = {
    "wgs": Texts("gezamenlijke verwerking (WGS)", "joint processing (WGS)"),
    "municipal": Texts("gemeente, eigen taak", "municipality, own task"),
}


class Regime(StrEnum):
    """Whose law a case is under: joint processing by the act, or the municipality's own tasks."""

    WGS = "wgs"
    MUNICIPAL = "municipal"

    @property
    def words(self) -> Texts:
        """What it is called."""
        return REGIME_WORDS[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way(Row):
    """A way by which the law lets data go; `needs` are conditions that must hold first."""

    regime: Regime
    name: Texts
    everybody: bool
    participants: bool
    givers_participate: bool
    recipients: tuple[str, ...]
    givers: tuple[str, ...]
    categories: tuple[str, ...]
    needs: tuple[str, ...]
    wrong_category: Texts
    instead_category: Texts
    criminal_needs: tuple[str, ...] = ()
    wrong_recipient: Texts = NO_TEXTS
    instead_recipient: Texts = NO_TEXTS

    def leads_to(self, kind: PartnerKind) -> bool:
        """Whether this way ends at this kind of organisation."""
        joined = self.participants and kind.participant
        return self.everybody or joined or kind.code in self.recipients

    def starts_at(self, kind: PartnerKind) -> bool:
        """Whether this kind of organisation may give by this way."""
        if self.givers_participate:
            return kind.participant
        return not self.givers or kind.code in self.givers


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Row):
    """What must hold before data go, and what is lawful where it does not."""

    name: Texts
    alternative: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal(Row):
    """A reason why data do not go, with the lawful alternative."""

    text: Texts
    alternative: Texts


@dataclass(frozen=True, slots=True)
class Verdict:
    """Yes with basis and conditions, or no with article and lawful alternative.

    `row` is the table and code that decided.
    """

    allowed: bool
    row: tuple[str, str]
    basis: str
    text: Texts
    alternative: Texts = NO_TEXTS
    needs: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One cell of the table: these data, to this kind, in this phase, by this way."""

    kind: PartnerKind
    category: Category
    phase: int
    regime: Regime
    way: Way
    giver: PartnerKind | None
    on: date


def ways() -> Table[Way]:
    """The ways by which data go, in the order in which they are tried."""
    return table("sharing", Way)


def conditions() -> Table[Condition]:
    """The conditions of sharing."""
    return table("sharing_conditions", Condition)


def refusals() -> Table[Refusal]:
    """The reasons that no single way says in its own words."""
    return table("sharing_refusals", Refusal)


def verdict(
    partner_kind: str,
    category: str,
    phase: int,
    regime: Regime | str,
    on: date,
    *,
    basis: str,
    giver: str = "",
    met: Collection[str] | None = None,
) -> Verdict:
    """Whether data of `category` may go to `partner_kind` in `phase`, by the way `basis`.

    `giver` is the kind of organisation they come from, "" for any that may give them; `met` are
    the conditions that hold, None to be told which are needed. Raises NotFound for a code that
    no table knows.
    """
    question = Question(
        partners().row(partner_kind, on),
        data_categories().row(category, on),
        phase,
        Regime(regime),
        ways().row(basis, on),
        partners().row(giver, on) if giver else None,
        on,
    )
    return next(_objections(question), None) or _yes(question, met)


def natural_way(partner_kind: str, regime: Regime | str, on: date) -> Way:
    """The way that fits this kind of organisation best, in whose words a refusal is told."""
    kind = partners().row(partner_kind, on)
    found = [way for way in ways().on(on) if way.regime == regime]
    fitting = (way for way in found if not way.everybody and way.leads_to(kind))
    return next(fitting, found[0])


def _objections(q: Question) -> Iterator[Verdict]:
    """What stands in the way, the weightiest first; nothing where the way is open."""
    if q.category.never:
        yield _refused(q, "never", alternative=q.category.alternative, basis=q.category.basis)
    if q.way.regime is not q.regime:
        yield _refused(q, "regime")
    if q.kind.private and q.category.private_barred:
        yield _refused(q, "private_tax")
    if not q.way.leads_to(q.kind):
        if q.kind.supports and q.category.personal:
            yield _refused(q, "supports")
        yield _no(q.way, q.way.wrong_recipient, q.way.instead_recipient)
    if q.category.code not in q.way.categories:
        yield _no(q.way, q.way.wrong_category, q.way.instead_category)
    yield from _too_early(q)
    if q.giver and not (q.way.starts_at(q.giver) and q.category.comes_from(q.giver.code)):
        yield _refused(q, "giver", kind=q.giver.name)


def _too_early(q: Question) -> Iterator[Verdict]:
    """Joint processing goes by phases; the municipality's own tasks know none."""
    if q.regime is not Regime.WGS:
        return
    if q.category.first_phase > q.phase:
        yield _refused(q, "phase", first=q.category.first_phase)
    if q.category.personal and q.kind.participant and q.kind.first_phase > q.phase:
        yield _refused(q, "recipient_phase", first=q.kind.first_phase)


def _refused(
    q: Question,
    code: str,
    *,
    alternative: Texts | None = None,
    basis: str = "",
    **words: object,
) -> Verdict:
    row = refusals().row(code, q.on)
    said: dict[str, object] = {
        "category": q.category.name,
        "kind": q.kind.name,
        "phase": q.phase,
        "regime": q.way.regime.words,
        **words,
    }
    return Verdict(
        False,
        ("sharing_refusals", row.code),
        basis or row.basis,
        row.text.filled(**said),
        alternative or row.alternative.filled(**said),
    )


def _no(way: Way, text: Texts, alternative: Texts) -> Verdict:
    return Verdict(False, ("sharing", way.code), way.basis, text, alternative)


def _yes(q: Question, met: Collection[str] | None) -> Verdict:
    """Yes, with what must hold; no where something that must hold does not."""
    codes = (
        *q.way.needs,
        *q.category.needs,
        *(q.way.criminal_needs if q.category.criminal else ()),
    )
    needed = tuple(conditions().row(code, q.on) for code in dict.fromkeys(codes))
    if met is not None and (lacking := [row for row in needed if row.code not in met]):
        first = lacking[0]
        return Verdict(
            False,
            ("sharing_conditions", first.code),
            first.basis,
            listed((row.name for row in lacking), " "),
            first.alternative,
            needed,
        )
    basis = f"{q.way.basis}; {q.category.basis}"
    return Verdict(True, ("sharing", q.way.code), basis, q.way.name, NO_TEXTS, needed)
