"""What owners and recipients are told: contact between cases, a correction, what is asked now."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from app.demo.cast import Cast
from app.demo.partnership import STORY
from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.operations import (
    cases,
    contacts,
    disclosures,
    parties,
    party_corrections,
    sharing_registers,
    sharing_requests,
)
from bureau.operations.disclosures import Wanted
from bureau.rules.regimes import JOINT, RegimeChoice
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

BESIDE, OTHER, KEEPER, AWAY = "beside", "other", "coordinator", "elsewhere.colleague"
WHY, SHARING = "contact met een andere zaakhouder", "verstrekken aan partners"
Row = dict[str, Any]


def acts() -> tuple[Act, ...]:
    """Two coordinators and the same companies; a correction that travels; today's questions."""
    text = told(BESIDE)
    given, corrected = text["given"], text["corrected"]
    answered = corrected["answered"]
    return (
        Act(text["other"]["opened"], "10:30", AWAY, _open, "zaak in Elders"),
        Act(given["ago"], "15:05", KEEPER, _number, SHARING),
        Act(given["ago"], "15:20", KEEPER, _give, SHARING),
        Act(corrected["ago"], "10:40", KEEPER, _correct, SHARING),
        Act(answered["ago"], "09:25", answered["by"], _answer, SHARING),
        *(act for row in text["enquiries"] for act in _enquired(row)),
        *(act for row in text["requests"] for act in _asked(row)),
    )


def _open(scene: Scene, work: Work) -> None:
    row = told(BESIDE)["other"]
    regime = RegimeChoice(JOINT, row["reason"], row["basis"])
    scene.keep(OTHER, cases.open_case(work, CaseKind.PARTNERSHIP, row["title"], regime=regime))
    cast = Cast(scene, OTHER)
    cast.source(work, row["source"])
    for company in row["companies"]:
        cast.company(work, company)


def _number(scene: Scene, work: Work) -> None:
    """The numbers of the register, by which owners can be asked at all."""
    cast = Cast(scene, STORY)
    for row in told(BESIDE)["numbers"]:
        learnt = cast.learnt({"source": "visit", "credibility": 1})
        party = cast.id(row["party"])
        parties.add_identifier(work, cast.case, party, "kvk", row["kvk"], learnt=learnt)


def _give(scene: Scene, work: Work) -> None:
    row = told(BESIDE)["given"]
    party = scene.id(f"{STORY}/{row['party']}")
    fact = f"entity:{party}"
    words = {name: row[name] for name in ("category", "says", "purpose", "necessity")}
    for recipient in row["recipients"]:
        wanted = Wanted(
            giver="havermonde",
            recipient=recipient,
            way="JOIN",
            facts=(fact,),
            decided_in="casusoverleg telefoonwinkels",
            given_on=work.today,
            secrecy=True,
            **words,
        )
        scene.keep(f"{BESIDE}/{recipient}", disclosures.disclose(work, scene.id(STORY), wanted))


def _correct(scene: Scene, work: Work) -> None:
    row, key = told(BESIDE)["corrected"], scene.id(f"{STORY}/{told(BESIDE)['given']['party']}")
    version = parties.read_party(work, scene.id(STORY), key).version
    party_corrections.correct_party(
        work, scene.id(STORY), key, version, {"label": row["name"]}, row["reason"]
    )


def _answer(scene: Scene, work: Work) -> None:
    """One recipient says what was done; the other still owes it."""
    answered = told(BESIDE)["corrected"]["answered"]
    key = scene.id(f"{BESIDE}/{answered['by']}")
    seen = sharing_registers.read_disclosure(work, scene.id(STORY), key)
    (notice,) = seen.notices
    disclosures.answer_notice(work, scene.id(STORY), notice.id, notice.version, answered["words"])


def _enquired(row: Row) -> Iterator[Act]:
    yield Act(row["ago"], "11:15", row["by"], partial(_ask, row), WHY)
    if answer := row.get("answer"):
        yield Act(answer["ago"], "09:50", answer["by"], partial(_agree, row, answer), WHY)


def _enquiry(row: Row) -> str:
    return f"{BESIDE}/{row['case']}/{row['party']}"


def _ask(row: Row, scene: Scene, work: Work) -> None:
    wanted = contacts.Wanted(
        entity_id=scene.id(f"{row['case']}/{row['party']}"),
        ground="WGS_HIT",
        purpose=row["purpose"],
        necessity=row["necessity"],
        agreed=True,
    )
    scene.keep(_enquiry(row), contacts.ask_contact(work, scene.id(row["case"]), wanted))


def _agree(row: Row, answer: Row, scene: Scene, work: Work) -> None:
    contacts.answer_contact(work, scene.id(answer["case"]), scene.id(_enquiry(row)), 0, agreed=True)


def _asked(row: Row) -> Iterator[Act]:
    yield Act(row["ago"], "13:40", row["by"], partial(_request, row), SHARING)
    if later := row.get("later"):
        yield Act(later["ago"], "10:20", later["by"], partial(_later, row, later), SHARING)


def _request(row: Row, scene: Scene, work: Work) -> None:
    words = {name: row[name] for name in ("purpose", "necessity")}
    made = sharing_requests.ask(
        work, scene.id(STORY), row["to"], row["category"], "JOIN", row["question"], **words
    )
    work.session.flush()
    scene.keep(f"{BESIDE}/{row['by']}/{row['to']}", made)


def _later(row: Row, later: Row, scene: Scene, work: Work) -> None:
    sharing_requests.reply(
        work,
        scene.id(STORY),
        scene.id(f"{BESIDE}/{row['by']}/{row['to']}"),
        1,
        "later",
        later["words"],
        later_on=scene.days.coming(later["days"]),
    )
