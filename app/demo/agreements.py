"""The agreement on joint processing: drawn up, answered, offered and signed; another in draft."""

from app.demo import role_cards
from app.demo.stage import Act, Doing, Scene
from app.demo.texts import told
from bureau.operations import agreements, power_maps
from bureau.operations.power_maps import Placing
from bureau.work import Work

STORY = "agreements"
WHY = "afspraken met partners"
KEEPER = "coordinator"
BEGUN, LENGTH, OFFERED = 428, 730, 424


def acts() -> tuple[Act, ...]:
    """From the first draft to the last signature."""
    signing = told(STORY)["joint"]["parties"]
    return (
        Act(BEGUN, "09:30", KEEPER, _draw_up, WHY),
        Act(OFFERED, "10:00", KEEPER, _offer, WHY),
        *(
            Act(OFFERED - row["after"], f"1{n + 1}:15", KEEPER, _signing(row), WHY)
            for n, row in enumerate(signing)
        ),
        Act(11, "15:20", KEEPER, _draft, WHY),
    )


def _draw_up(scene: Scene, work: Work) -> None:
    text = told(STORY)["joint"]
    ends_on = scene.days.exact(BEGUN - LENGTH)
    made = agreements.draw_up(work, text["title"], work.today, ends_on, text["bodies"])
    work.session.flush()
    scene.keep(f"{STORY}/joint", made)
    agreements.answer_checklist(work, made.id, made.version, text["answers"])
    for row in text["parties"]:
        work.session.flush()
        agreements.commit_party(
            work, made.id, made.version, row["code"], row["owner"], row["commitments"]
        )
    role_cards.annexes(work, made)
    work.session.flush()
    power_maps.fill_map(work, made.id, made.version)
    for row in text["map"]:
        work.session.flush()
        power_maps.place(work, made.id, made.version, Placing(**row))


def _offer(scene: Scene, work: Work) -> None:
    found = agreements.read_agreement(work, scene.id(f"{STORY}/joint")).agreement
    agreements.offer(work, found.id, found.version)


def _signing(row: dict[str, str]) -> Doing:
    def sign(scene: Scene, work: Work) -> None:
        made = scene.id(f"{STORY}/joint")
        agreements.sign(work, made, row["code"], row["name"], row["function"], work.today)

    return sign


def _draft(scene: Scene, work: Work) -> None:
    text = told(STORY)["draft"]
    ends_on = scene.days.exact(-400)
    made = agreements.draw_up(work, text["title"], work.today, ends_on, text["bodies"])
    work.session.flush()
    scene.keep(f"{STORY}/draft", made)
    agreements.answer_checklist(work, made.id, made.version, text["answers"])
