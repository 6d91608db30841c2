"""The categories of data of a partnership case, and the phase from which each may be used."""

from dataclasses import dataclass
from datetime import date

from bureau.errors import NotAllowed
from bureau.rules.agenda import Phase
from bureau.rules.tables import NO_TEXTS, Row, Table, Texts, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Category(Row):
    """A category of data (WGS 2.22, BGS 2.15); a `first_phase` of 0 is never.

    `from_kinds` names the only kinds of organisation that give it, `not_from` those that do
    not; `needs` are conditions of sharing. `private_barred` never goes to a private party;
    a `result` is what others were processed into.
    """

    name: Texts
    covers: Texts
    first_phase: int
    personal: bool
    private_barred: bool
    criminal: bool
    from_kinds: tuple[str, ...]
    not_from: tuple[str, ...]
    needs: tuple[str, ...]
    alternative: Texts = NO_TEXTS
    result: bool = False

    @property
    def never(self) -> bool:
        """Whether no phase, no partner and no basis opens it."""
        return self.first_phase == 0

    def comes_from(self, kind: str) -> bool:
        """Whether this kind of organisation may be where it comes from."""
        return kind not in self.not_from and (not self.from_kinds or kind in self.from_kinds)

    def carries(self, held: "Category") -> bool:
        """Whether a disclosure under this category may hold what came in under `held`.

        Data go under their own category; a result holds what its kind allows (WGS 1.7(3), (6)).
        """
        if self.code == held.code:
            return True
        barred = held.private_barred and not self.private_barred
        return self.result and not barred and (self.criminal or not held.criminal)


def data_categories() -> Table[Category]:
    """The categories of data, in the order of the act."""
    return table("data_categories", Category)


def categories_open(phase: int, on: date) -> tuple[Category, ...]:
    """The categories whose data may be stored, read and searched in a phase (1, 2 or 3)."""
    rows = data_categories().on(on)
    return tuple(row for row in rows if not row.never and row.first_phase <= phase)


def insist_open(code: str, phase: Phase, on: date) -> None:
    """Stop unless this category is open in `phase`; raises NotAllowed with the article.

    WGS 2.22 and 2.23(6), BGS 2.15: each phase admits its own categories.
    """
    row = data_categories().row(code, on)
    if row.never:
        raise NotAllowed(
            "{category} have no place in a case, in no phase ({basis}).",
            where={"field": "category", "guard": "category", "basis": row.basis},
            hint="{alternative}",
            category=row.name,
            alternative=row.alternative,
            basis=row.basis,
        )
    if row.first_phase > phase.number:
        raise NotAllowed(
            "{category} may be used from phase {first} on; the case stands in phase {phase}"
            " ({basis}).",
            where={"field": "category", "guard": "phase", "basis": row.basis},
            hint="Record in writing why phase {first} is necessary and open it first.",
            category=row.name,
            first=row.first_phase,
            phase=phase.number,
            basis=f"WGS 2.23(6); {row.basis}",
        )
