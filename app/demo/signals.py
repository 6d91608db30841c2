"""The signals of the demonstration city: reported, read, tested, and what became of them."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.model import Case
from bureau.operations import signal_outcomes, signal_steps, signals
from bureau.rules.signals import DISINTERESTED
from bureau.work import Work

WHY, DESK = "signalen aan het samenwerkingsverband", "coordinator"
BUREAU = "havermonde"
Row = dict[str, Any]


def acts() -> tuple[Act, ...]:
    """Each signal from its first line to where it stands today."""
    return tuple(act for row in told("signals")["signals"] for act in _road(row))


def accepted(scene: Scene, work: Work, title: str, signal: str) -> Case:
    """A signal accepted: the case that opens."""
    key = scene.id(f"signal/{signal}")
    version = signals.read_signal(work, key).signal.version
    bodies = ("police", "tax", "om", "customs", BUREAU)
    return signal_outcomes.accept_signal(work, key, version, title, bodies)


def _road(row: Row) -> Iterator[Act]:
    first = row["written"]
    yield Act(first, "09:40", row["by"], partial(_write, row), WHY)
    if not row["reader"]:
        return
    yield Act(first - 1, "10:15", row["reader"], partial(_check, row), WHY)
    yield Act(first - 1, "16:20", row["by"], partial(_submit, row), WHY)
    if not row["testers"]:
        return
    yield Act(first - 3, "09:10", DESK, partial(_invite, row), WHY)
    for number, login in enumerate(row["testers"]):
        yield Act(first - 4, f"{number + 10}:05", login, partial(_declare, row), WHY)
    if "answers" in row:
        yield Act(first - 4, "15:30", DESK, partial(_answer, row), WHY)
    if "closed" in row:
        yield Act(row["closed"], "11:45", DESK, partial(_close, row), WHY)


def _key(row: Row) -> str:
    return f"signal/{row['key']}"


def _write(row: Row, scene: Scene, work: Work) -> None:
    fields = ("form", "facts", "observation", "source", "ground", "subject")
    given = {field: row[field] for field in fields}
    seen = signals.Told(observed_on=scene.on(row["written"] + 2), **given)
    scene.keep(_key(row), signals.report_signal(work, BUREAU, seen))


def _version(row: Row, scene: Scene, work: Work) -> int:
    return signals.read_signal(work, scene.id(_key(row))).signal.version


def _check(row: Row, scene: Scene, work: Work) -> None:
    version = _version(row, scene, work)
    signal_steps.check_signal(work, scene.id(_key(row)), version, row["checked"])


def _submit(row: Row, scene: Scene, work: Work) -> None:
    signal_steps.submit_signal(work, scene.id(_key(row)), _version(row, scene, work))


def _invite(row: Row, scene: Scene, work: Work) -> None:
    key = scene.id(_key(row))
    signal_steps.declare_interest(work, key, DISINTERESTED)
    for login in row["testers"]:
        signal_steps.invite_tester(work, key, login)
    work.session.flush()
    signal_steps.begin_test(work, key, _version(row, scene, work))


def _declare(row: Row, scene: Scene, work: Work) -> None:
    signal_steps.declare_interest(work, scene.id(_key(row)), DISINTERESTED)


def _answer(row: Row, scene: Scene, work: Work) -> None:
    for test, (said, why) in row["answers"].items():
        signal_outcomes.answer_test(work, scene.id(_key(row)), test, said, why)


def _close(row: Row, scene: Scene, work: Work) -> None:
    signal_outcomes.close_signal(
        work,
        scene.id(_key(row)),
        _version(row, scene, work),
        row["outcome"],
        row["reason"],
        row["words"],
    )
