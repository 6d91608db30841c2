"""The rows of a person list by category: what holds now, what held before, and what else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bureau.errors import N_, Invalid
from bureau.formats.guard import Limits
from bureau.formats.table import Row, read_bare_table

_NEEDED = ("01.02.40", "01.03.10")
_MARK = "H"
_HISTORY = 50  # a category is called so much higher where it tells what held before
_HINT = N_("Name the columns by LO-GBA element: 01.01.20 for the citizen number, 01.02.40 and on.")

Category = Mapping[str, str]
Told = tuple[int, Category]


@dataclass(slots=True)
class PersonRows:
    """All that one person list says; `line` is where it begins."""

    line: int
    stacks: dict[str, list[tuple[int, Category, bool]]] = field(default_factory=dict)
    _next: dict[str, str] = field(default_factory=dict)

    def add(self, line: int, told: Mapping[str, Category]) -> None:
        """One more row of the list."""
        for code, said in told.items():
            # A mark says what stands one row further down: history, or another of its kind.
            past = self._next.get(code, "") == str(int(code) + _HISTORY)
            self._next[code] = said.get(_MARK, "")
            self.stacks.setdefault(code, []).append((line, said, past))

    def current(self, code: str) -> Category:
        """What holds now in a category; empty where the list says nothing."""
        return next((said for _, said, past in self.stacks.get(code, ()) if not past), {})

    def stack(self, code: str) -> list[Told]:
        """What holds and held in a category, newest first, with its lines."""
        return [(line, said) for line, said, _ in self.stacks.get(code, ())]

    def groups(self, code: str) -> list[list[Told]]:
        """Each marriage or child by itself: what holds now, then what held before."""
        found: list[list[Told]] = []
        for line, said, past in self.stacks.get(code, ()):
            if past and found:
                found[-1].append((line, said))
            else:
                found.append([(line, said)])
        return found


def read_person_rows(content: bytes, limits: Limits) -> Iterator[PersonRows]:
    """The person lists of a file, one after another; raises Invalid for another table."""
    table = read_bare_table(content, limits, ";,\t")
    missing = [name for name in _NEEDED if name not in table.header]
    if missing:
        raise Invalid(
            "This is no person list: the header lacks {missing}.",
            where={"line": 1},
            hint=_HINT,
            missing=", ".join(missing),
        )
    person: PersonRows | None = None
    for row in table.rows:
        told = _categories(table.header, row)
        if _begins(table.header, row, told):
            if person is not None:
                yield person
            person = PersonRows(row.line)
        if person is None:
            raise Invalid(
                "Line {line} belongs to no person.",
                where={"line": row.line},
                hint=_HINT,
                line=row.line,
            )
        person.add(row.line, told)
    if person is None:
        raise Invalid("The file has a header but no persons.", where={"line": 1}, hint=_HINT)
    yield person


def _begins(header: Sequence[str], row: Row, told: Mapping[str, Category]) -> bool:
    if not header[0]:  # a column that names each list
        return bool(row.cells[0].strip())
    return "01.20" in told.get("01", ()) or {"01", "07"} <= told.keys()


def _categories(header: Sequence[str], row: Row) -> Mapping[str, Category]:
    found: dict[str, dict[str, str]] = {}
    for name, cell in zip(header, row.cells, strict=True):
        code, _, element = name.partition(".")
        if code.isascii() and code.isdecimal() and (text := " ".join(cell.split())):
            found.setdefault(code, {}).setdefault(element, text)
    return found
