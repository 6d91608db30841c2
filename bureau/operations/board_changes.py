"""Changes of a barrier board: by a named coordinator, with a reason, each a version of its own."""

from dataclasses import dataclass

from bureau.errors import Changed, Invalid
from bureau.model import BoardVersion
from bureau.operations import _board
from bureau.operations._checks import fitting, one_of, said
from bureau.operations._houses import partnership
from bureau.operations._nobody import insist_nobody
from bureau.policy import Permission
from bureau.rules import barriers, boards
from bureau.rules.barriers import Awareness, Facilitator, StepSignal
from bureau.rules.board_lines import paired, signals_from
from bureau.rules.boards import BoardBarrier, BoardContent, BoardStep
from bureau.rules.events import EventKind
from bureau.rules.tables import Texts
from bureau.work import Work

NAME, LINES, BASIS = 200, 4000, 300
FRONT = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFields:
    """What a step says, one thing a line; a line in English may be left out."""

    name_nl: str
    name_en: str = ""
    opportunities_nl: str = ""
    opportunities_en: str = ""
    signals_nl: str = ""
    signals_en: str = ""
    aware_nl: str = ""
    aware_en: str = ""
    unaware_nl: str = ""
    unaware_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierFields:
    """What a barrier says; who leads are kinds of partner or other bodies."""

    text_nl: str
    text_en: str = ""
    leads: tuple[str, ...] = ()
    instrument_nl: str = ""
    instrument_en: str = ""
    basis: str = ""
    warning_nl: str = ""
    warning_en: str = ""


def change_step(
    work: Work, model: str, number: int, step: int, fields: StepFields, reason: str
) -> BoardVersion:
    """Word a step otherwise; `number` is the version that was on the screen."""
    held = _held(work, model, number)
    old = held.step(step)
    new = _step(work, step, fields, old.signals)
    return _followed(work, boards.with_step(held, new), number, reason)


def add_step(
    work: Work, model: str, number: int, after: int, fields: StepFields, reason: str
) -> BoardVersion:
    """Put a step behind another, or in front (0)."""
    held = _held(work, model, number)
    used = [step.number for row in _contents(work, held) for step in row.steps]
    new = _step(work, max(used) + 1, fields, ())
    return _followed(work, boards.with_new_step(held, new, after), number, reason)


def drop_step(work: Work, model: str, number: int, step: int, reason: str) -> BoardVersion:
    """Take a step without barriers from the board."""
    held = _held(work, model, number)
    return _followed(work, boards.without_step(held, step), number, reason)


def add_barrier(
    work: Work, model: str, number: int, step: int, fields: BarrierFields, reason: str
) -> BoardVersion:
    """Put a barrier at a step, under a code that no other ever had."""
    held = _held(work, model, number)
    taken = (each.code for row in _contents(work, held) for _, each in row.barriers())
    new = _barrier(work, boards.next_code(held, step, taken), fields)
    return _followed(work, boards.with_barrier(held, step, new), number, reason)


def change_barrier(
    work: Work, model: str, number: int, code: str, fields: BarrierFields, reason: str
) -> BoardVersion:
    """Word a barrier otherwise; its code, status and weights stay."""
    held = _held(work, model, number)
    step, _ = held.barrier(code)
    new = _barrier(work, code, fields)
    return _followed(work, boards.with_barrier(held, step.number, new), number, reason)


def drop_barrier(work: Work, model: str, number: int, code: str, reason: str) -> BoardVersion:
    """Take a barrier from the board; what was said of it stays with its code."""
    held = _held(work, model, number)
    return _followed(work, boards.without_barrier(held, code), number, reason)


def _held(work: Work, model: str, number: int) -> BoardContent:
    """What the board says, if it is still the version on the screen; raises Changed."""
    work.require(Permission.PICTURE_KEEP)
    held, now = _board.content(work, model)
    if number != now:
        raise Changed(
            [("version", str(number), str(now))],
            where={"version": number, "now": now},
            hint="Read both texts, bring yours up to date and save again.",
        )
    return held


def _contents(work: Work, held: BoardContent) -> tuple[BoardContent, ...]:
    own = (boards.from_json(row.content) for row in _board.versions(work, held.model))
    return (_board.country(work, held.model), *own)


def _followed(work: Work, new: BoardContent, number: int, reason: str) -> BoardVersion:
    row = BoardVersion(
        house_id=partnership(work),
        model=new.model,
        number=number + 1,
        content=boards.to_json(new),
        reason=said(reason, "reason"),
        by_id=work.actor.id,
        at=work.now,
    )
    work.session.add(row)
    told = {"model": new.model, "number": row.number}
    work.record(EventKind.BOARD_CHANGED, row, **told, reason=row.reason)
    return row


def _step(work: Work, number: int, fields: StepFields, before: tuple[StepSignal, ...]) -> BoardStep:
    texts = {name: getattr(fields, name) for name in StepFields.__dataclass_fields__}
    kept = {name: fitting(text, "text", LINES) for name, text in texts.items()}
    insist_nobody(work, kept)
    aware = paired(kept["aware_nl"], kept["aware_en"], "aware_en")
    unaware = paired(kept["unaware_nl"], kept["unaware_en"], "unaware_en")
    return BoardStep(
        number=number,
        name=Texts(said(fields.name_nl, "name_nl", NAME), fields.name_en or fields.name_nl),
        opportunities=paired(
            kept["opportunities_nl"], kept["opportunities_en"], "opportunities_en"
        ),
        signals=signals_from(kept["signals_nl"], kept["signals_en"], before, work.today),
        facilitators=(
            *(Facilitator(Awareness.AWARE, each) for each in aware),
            *(Facilitator(Awareness.UNAWARE, each) for each in unaware),
        ),
    )


def _barrier(work: Work, code: str, fields: BarrierFields) -> BoardBarrier:
    kinds = tuple(barriers.lead_kinds(work.today))
    if not fields.leads:
        raise Invalid(
            "Say who leads.",
            where={"field": "leads"},
            hint="A barrier has at least one body that acts in its own power.",
        )
    text, instrument, warning = (
        Texts(nl.strip(), en.strip() or nl.strip())
        for nl, en in (
            (said(fields.text_nl, "text_nl", LINES), fields.text_en),
            (said(fields.instrument_nl, "instrument_nl", LINES), fields.instrument_en),
            (fitting(fields.warning_nl, "warning_nl", LINES), fields.warning_en),
        )
    )
    new = BoardBarrier(
        code=code,
        text=text,
        leads=tuple(one_of(each, "leads", kinds) for each in dict.fromkeys(fields.leads)),
        instrument=instrument,
        basis=said(fields.basis, "basis", BASIS),
        warning=warning,
    )
    insist_nobody(work, {"text_nl": text.nl, "text_en": text.en, "warning_nl": warning.nl})
    return new
