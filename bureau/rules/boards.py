"""A partnership's own copy of a barrier model: what it says, how it is changed, what differs."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from string import ascii_lowercase
from typing import Any

from bureau.errors import NotAllowed, NotFound
from bureau.rules.barriers import BarrierModel, BarrierRow, Facilitator, StepSignal
from bureau.rules.schema import NO_TEXTS, Place, Texts, build


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardBarrier:
    """A barrier as a partnership words it; the code stays, whatever is changed."""

    code: str
    text: Texts
    leads: tuple[str, ...]
    instrument: Texts
    basis: str
    warning: Texts = NO_TEXTS


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardStep:
    """A step as a partnership words it, with its barriers; the number stays."""

    number: int
    name: Texts
    opportunities: tuple[Texts, ...] = ()
    signals: tuple[StepSignal, ...] = ()
    facilitators: tuple[Facilitator, ...] = ()
    barriers: tuple[BoardBarrier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardContent:
    """All steps of a board, in their order."""

    model: str
    name: Texts
    steps: tuple[BoardStep, ...]

    def step(self, number: int) -> BoardStep:
        """The step with this number; raises NotFound."""
        found = next((step for step in self.steps if step.number == number), None)
        if found is None:
            raise NotFound("There is nothing here that you may see.")
        return found

    def barriers(self) -> Iterator[tuple[BoardStep, BoardBarrier]]:
        """Every barrier with its step."""
        return ((step, barrier) for step in self.steps for barrier in step.barriers)

    def barrier(self, code: str) -> tuple[BoardStep, BoardBarrier]:
        """The barrier with this code and its step; raises NotFound."""
        for step, barrier in self.barriers():
            if barrier.code == code:
                return step, barrier
        raise NotFound("There is nothing here that you may see.")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two versions say otherwise; nothing before is new, nothing after is gone."""

    place: str
    field: str
    before: Texts
    after: Texts


def national(model: BarrierModel) -> BoardContent:
    """The board with which a partnership begins: the rows of the country."""
    steps = (
        BoardStep(
            number=step.row.number,
            name=step.row.name,
            opportunities=step.row.opportunities,
            signals=step.row.signals,
            facilitators=step.row.facilitators,
            barriers=tuple(map(_national_barrier, step.barriers)),
        )
        for step in model.steps
    )
    return BoardContent(model=model.row.code, name=model.row.name, steps=tuple(steps))


def _national_barrier(row: BarrierRow) -> BoardBarrier:
    same = ("code", "text", "leads", "instrument", "basis", "warning")
    return BoardBarrier(**{name: getattr(row, name) for name in same})


def to_json(content: BoardContent) -> dict[str, Any]:
    """The board as plain values."""
    plain: dict[str, Any] = json.loads(json.dumps(asdict(content)))
    return plain


def from_json(kept: Mapping[str, Any]) -> BoardContent:
    """The board from what was kept; raises OutOfOrder where that is damaged."""
    return build(BoardContent, kept, Place("board", 0))


def with_step(content: BoardContent, step: BoardStep) -> BoardContent:
    """The board with this wording of a step it holds; the barriers of the step stay."""
    old = content.step(step.number)
    new = replace(step, barriers=old.barriers)
    return replace(content, steps=tuple(new if s is old else s for s in content.steps))


def with_new_step(content: BoardContent, step: BoardStep, after: int) -> BoardContent:
    """The board with one more step behind step `after`, or in front for 0."""
    at = 0 if not after else 1 + content.steps.index(content.step(after))
    return replace(content, steps=(*content.steps[:at], step, *content.steps[at:]))


def without_step(content: BoardContent, number: int) -> BoardContent:
    """The board without a step; raises NotAllowed while it holds barriers."""
    step = content.step(number)
    if step.barriers:
        raise NotAllowed(
            "Step {step} still holds barriers.",
            where={"guard": "step_empty"},
            hint="Take the barriers from the board first, each with its reason.",
            step=step.name,
        )
    return replace(content, steps=tuple(each for each in content.steps if each is not step))


def with_barrier(content: BoardContent, number: int, barrier: BoardBarrier) -> BoardContent:
    """The board with this barrier at step `number`: a new one, or another wording of an old one."""
    content.step(number)
    steps = tuple(_placed(step, barrier, step.number == number) for step in content.steps)
    return replace(content, steps=steps)


def without_barrier(content: BoardContent, code: str) -> BoardContent:
    """The board without a barrier; its history stays with its code."""
    step, barrier = content.barrier(code)
    rest = tuple(each for each in step.barriers if each is not barrier)
    new = replace(step, barriers=rest)
    return replace(content, steps=tuple(new if each is step else each for each in content.steps))


def next_code(content: BoardContent, number: int, taken: Iterable[str]) -> str:
    """A code for a new barrier that no version ever gave to another: UGB-4c."""
    used = set(taken) | {barrier.code for _, barrier in content.barriers()}
    letters = (*ascii_lowercase, *(f"{a}{b}" for a in ascii_lowercase for b in ascii_lowercase))
    codes = (f"{content.model}-{number}{letter}" for letter in letters)
    return next(code for code in codes if code not in used)


def differences(before: BoardContent, after: BoardContent) -> tuple[Difference, ...]:
    """What the second says otherwise than the first, step by step."""
    old, new = (dict(_flat(content)) for content in (before, after))
    return tuple(
        Difference(*key, old.get(key, NO_TEXTS), new.get(key, NO_TEXTS))
        for key in dict.fromkeys((*old, *new))
        if old.get(key, NO_TEXTS) != new.get(key, NO_TEXTS)
    )


def _placed(step: BoardStep, barrier: BoardBarrier, here: bool) -> BoardStep:
    if any(each.code == barrier.code for each in step.barriers):
        kept = (barrier if each.code == barrier.code else each for each in step.barriers)
        return replace(step, barriers=tuple(kept))
    return replace(step, barriers=(*step.barriers, barrier)) if here else step


def _flat(content: BoardContent) -> Iterator[tuple[tuple[str, str], Texts]]:
    for place, step in enumerate(content.steps, start=1):
        code = f"{content.model}-{step.number}"
        yield (code, "place"), Texts(str(place), str(place))
        yield (code, "name"), step.name
        yield (code, "opportunities"), _lines(step.opportunities)
        yield (code, "signals"), _lines(map(signal_line, step.signals))
        yield (code, "facilitators"), _lines(each.who for each in step.facilitators)
        for barrier in step.barriers:
            yield (barrier.code, "text"), barrier.text
            yield (barrier.code, "leads"), _lines(Texts(each, each) for each in barrier.leads)
            yield (barrier.code, "instrument"), barrier.instrument
            yield (barrier.code, "basis"), Texts(barrier.basis, barrier.basis)
            yield (barrier.code, "warning"), barrier.warning


def signal_line(signal: StepSignal) -> Texts:
    """A signal in one line, with its patterns between brackets behind it."""
    marks = f" [{' '.join(signal.patterns)}]" if signal.patterns else ""
    return Texts(signal.text.nl + marks, signal.text.en + marks)


def _lines(texts: Iterable[Texts]) -> Texts:
    found = tuple(texts)
    return Texts("; ".join(each.nl for each in found), "; ".join(each.en for each in found))
