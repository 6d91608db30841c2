"""Role cards: the annex of the agreement, and what each partner does in two of the cases."""

from functools import partial
from typing import Any

from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.model import Agreement
from bureau.operations import role_cards, role_templates
from bureau.operations.role_cards import CardWords
from bureau.work import Work

STORY, KEEPER = "role_cards", "coordinator"
WHY = "rolkaarten van de partners"
NAMES = ("owner", "task", "powers", "categories", "not_done")


def acts() -> tuple[Act, ...]:
    """Each card as it was written and confirmed."""
    numbers: dict[str, int] = {}
    found = []
    for row in told(STORY)["cards"]:
        key = f"{STORY}/{row['case']}/{row['code']}"
        number = numbers[key] = numbers.get(key, 0) + 1
        write = partial(_write, row, key, number - 1)
        found.append(Act(row["written"], "11:40", KEEPER, write, WHY))
        if said := row.get("confirmed"):
            confirm = partial(_confirm, row, key, number)
            found.append(Act(said["ago"], "16:10", said["by"], confirm, WHY))
    return tuple(found)


def annexes(work: Work, agreement: Agreement) -> None:
    """The annex of each party of the agreement, while it is a draft."""
    bodies = {one.organisation.code: one.organisation_id for one in agreement.parties}
    for row in told(STORY)["annex"]:
        words = CardWords(**{name: row[name] for name in NAMES if name in row})
        work.session.flush()
        role_templates.write_template(
            work, agreement.id, bodies[row["code"]], agreement.version, words
        )


def _write(row: dict[str, Any], key: str, number: int, scene: Scene, work: Work) -> None:
    case = scene.id(row["case"])
    lines = {each.organisation.code: each for each in role_cards.list_cards(work, case)}
    body = lines[row["code"]].organisation.id
    start = role_cards.begin_card(work, case, body).words
    said = {name: row.get(name) or getattr(start, name) for name in NAMES}
    words = CardWords(**said, due_on=scene.days.coming(row["until"]))
    made = role_cards.write_card(work, case, body, number, words, row.get("reason", ""))
    scene.keep(key, made)


def _confirm(row: dict[str, Any], key: str, number: int, scene: Scene, work: Work) -> None:
    role_cards.confirm_card(work, scene.id(row["case"]), scene.id(key), number)
