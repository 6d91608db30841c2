"""The support file: somebody is helped under a code name, and agrees to what is told to whom."""

from typing import Any

from app.demo.stage import Act, Doing, Scene
from app.demo.texts import told
from bureau.operations import referrals, shelter_words, signs, support_parts, supports
from bureau.work import Work

STORY = "support"
WHY = "hulp aan de betrokkene"
CARE, COLLEAGUE, BODY = "care", "care.colleague", "support"


def acts() -> tuple[Act, ...]:
    """From the first sign to the consent."""
    text = told(STORY)
    return (
        Act(25, "15:40", CARE, _open, WHY),
        *(Act(row["ago"], row["clock"], CARE, _stepped(row), WHY) for row in text["steps"]),
        *(Act(row["ago"], row["clock"], CARE, _recorded(row), WHY) for row in text["parts"]),
        *(Act(row["ago"], row["clock"], CARE, _entered(row), WHY) for row in text["entries"]),
        Act(23, "11:40", CARE, _name, WHY),
        Act(17, "13:45", CARE, _agree, WHY),
        Act(17, "13:50", CARE, _refer, WHY),
        Act(17, "15:00", CARE, _share, WHY),
        Act(16, "09:30", CARE, _answer, WHY),
        Act(16, "09:40", CARE, _keep_away, WHY),
        Act(1, "16:50", "port", _sign, "een signaal doorgeven"),
    )


def _open(scene: Scene, work: Work) -> None:
    text = told(STORY)
    file = supports.open_file(work, text["code_name"], text["safe_contact"], text["needs"])
    scene.keep(STORY, file)


def _stepped(row: dict[str, Any]) -> Doing:
    def step(scene: Scene, work: Work) -> None:
        file = supports.read_file(work, scene.id(STORY)).file
        supports.step_file(work, file.id, file.version, row["target"], row["reason"])

    return step


def _entered(row: dict[str, Any]) -> Doing:
    def enter(scene: Scene, work: Work) -> None:
        more = {n: row[n] for n in ("dimension", "strength", "perceived", "who") if n in row}
        due = scene.days.coming(row["due"]) if "due" in row else None
        supports.add_entry(
            work, scene.id(STORY), row["kind"], row["text"], work.today, due_on=due, **more
        )

    return enter


def _name(scene: Scene, work: Work) -> None:
    """Once there is trust a name is told; it is sealed and stands in no dossier."""
    file, text = supports.read_file(work, scene.id(STORY)).file, told(STORY)
    supports.edit_file(work, file.id, file.version, text["real_name"], text["needs"])


def _agree(scene: Scene, work: Work) -> None:
    text = told(STORY)
    for aim in ("coordination", "shelter"):
        supports.record_consent(
            work, scene.id(STORY), recipient=text["recipient"], aim=aim, **text["consent"]
        )


def _share(scene: Scene, work: Work) -> None:
    supports.share_file(work, scene.id(STORY), COLLEAGUE, BODY)


def _recorded(row: dict[str, Any]) -> Doing:
    def record(scene: Scene, work: Work) -> None:
        support_parts.record_part(work, scene.id(STORY), row["part"], row["answers"])

    return record


def _refer(scene: Scene, work: Work) -> None:
    text = told(STORY)
    for aim in ("shelter", "coordination"):
        told_words = text["referral"][aim]
        referrals.refer(work, scene.id(STORY), aim, text["recipient"], told_words)


def _answer(scene: Scene, work: Work) -> None:
    """The recipient takes the person in; where that is stands nowhere."""
    row = supports.read_file(work, scene.id(STORY)).file.referrals[0]
    referrals.answer_referral(work, scene.id(STORY), row.id, "taken_up")


def _keep_away(_: Scene, work: Work) -> None:
    shelter_words.keep_words(work, told(STORY)["shelter"])


def _sign(_: Scene, work: Work) -> None:
    """Somebody of the port saw something: a sign that nobody has taken up yet."""
    signs.give_sign(work, told(STORY)["sign"])
