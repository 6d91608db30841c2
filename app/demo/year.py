"""The older partnership case: a year of monthly meetings, and what went between the partners."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from app.demo.meetings import CHAIR, Told
from app.demo.signals import accepted
from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.operations import disclosures, members, phases, sharing_requests
from bureau.operations.disclosures import Wanted
from bureau.work import Work

STORY, SIGNAL = "year", "kade-verhuur"
WHY = "casusoverleg verhuur Zuidkade"
PLACE = "Stadhuis Havermonde, kamer 2.14"
PURPOSE = "WGS 2.18 lid 1 b en c: het gebied bekijken, afstemmen en bijsturen"
VETO = ("subject", "despite")
ITEM = ("title", "question", "why", "asked", "point", "minutes", "decision")
# How many days before a meeting it is planned and frozen, and after it written, agreed and closed.
COURSE = {"plan": 14, "freeze": 9, "hold": 0, "write": -2, "approve": -5, "track": -7}
REPORTED, CLOSED = 20, 25
OPTIONS = {
    "criminal": ["", "", "Er is geen verdenking van een strafbaar feit."],
    "administrative": ["Toezicht met eigen bevoegdheden.", "Licht en te volgen.", "Kost tijd."],
    "victim": ["De slachtoffertoets is gedaan.", "", "Geen aanwijzing; bij elk bezoek opnieuw."],
}
Row = dict[str, Any]


def acts() -> tuple[Act, ...]:
    """From the opening of the case to the evaluation, with what partners gave and asked."""
    days = told(STORY)["opened"]
    return (
        Act(days["open"], "09:20", CHAIR, _open, WHY),
        Act(days["weigh"], "11:10", CHAIR, _weigh, WHY),
        *(act for meeting in meetings() for act in meeting.acts()),
        *(Act(row["ago"], "11:30", row["by"], partial(_give, row), WHY) for row in _gifts()),
        *(act for row in told(STORY)["requests"] for act in _asked(row)),
    )


def meetings() -> tuple[Told, ...]:
    """The monthly meetings, each with one item and its actions."""
    rows = told(STORY)["meetings"]
    after = [row["held"] for row in rows[1:]]
    return tuple(
        Told(STORY, row["key"], _meeting(row, following), WHY)
        for row, following in zip(rows, [*after, None], strict=True)
    )


def _meeting(row: Row, following: int | None) -> Row:
    held = row["held"]
    days = {name: held + shift for name, shift in COURSE.items()}
    days |= {"report": held - REPORTED, "close": held - CLOSED}
    if following is not None:
        days["next"] = following
    head = {"meeting": row["meeting"], "place": PLACE, "purpose": PURPOSE}
    return {**head, "days": days, "items": [_item(row)]}


def _item(row: Row) -> Row:
    named = bool(row.get("persons"))
    item: Row = {name: row[name] for name in ITEM}
    item |= {
        "phase": "P2" if named else "P1",
        "basis": "WGS 2.22, 2.23" if named else "WGS 2.18 lid 1 c; geen persoonsgegevens",
        "without_persons": not named,
        "victim_check": "no_indication",
        "seats": [[login, "eigen taak op de kade"] for login in row["seats"]],
        "absent": row.get("absent", []),
        "decision_kind": row["kind"],
        "decision_to": row["to"],
        "decision_power": row.get("power", ""),
        "dissents": row.get("dissents", []),
        "actions": [_action(each) for each in row["actions"]],
    }
    item |= {name: row[name] for name in VETO if name in row}
    return item | ({"options": OPTIONS} if named else {})


def _action(row: list[Any]) -> Row:
    names = ("text", "owner", "power", "barrier", "due", "status", "result")
    found = dict(zip(names, row, strict=True))
    return found | {"due": -found["due"]}


def _open(scene: Scene, work: Work) -> None:
    case = accepted(scene, work, told(STORY)["title"], SIGNAL)
    scene.keep(STORY, case)
    there = {row.user.login for row in case.members}
    for row in told(STORY)["members"]:
        if row["login"] not in there:
            members.share_case(work, case.id, row["login"], "partner", row["why"])


def _weigh(scene: Scene, work: Work) -> None:
    row = told(STORY)["phase"]
    phases.enter_phase(work, scene.id(STORY), row["phase"], row["necessity"], row["named"])


def _gifts() -> list[Row]:
    return list(told(STORY)["gifts"])


def _give(row: Row, scene: Scene, work: Work) -> int:
    """Something is given and entered in the register; its number."""
    made = disclosures.disclose(
        work,
        scene.id(STORY),
        Wanted(
            giver=_body(row["by"]),
            recipient=row["recipient"],
            category=row["category"],
            way=row.get("way", "JOIN"),
            says=row["says"],
            purpose=row["purpose"],
            necessity=row["necessity"],
            decided_in=row.get("decided_in", "maandelijks overleg Zuidkade"),
            given_on=work.today,
            secrecy=True,
        ),
    )
    work.session.flush()
    return made.number


def _body(login: str) -> str:
    """The code of the organisation of somebody who signs in."""
    row = next(row for row in told("city")["people"] if row["login"] == login)
    return str(row["organisation"])


def _asked(row: Row) -> Iterator[Act]:
    yield Act(row["ago"], "10:50", row["by"], partial(_ask, row), WHY)
    for version, reply in enumerate(row["replies"], 1):
        yield Act(reply["ago"], "14:10", reply["by"], partial(_reply, row, reply, version), WHY)


def _ask(row: Row, scene: Scene, work: Work) -> None:
    told_words = {name: row[name] for name in ("purpose", "necessity")}
    made = sharing_requests.ask(
        work, scene.id(STORY), row["to"], row["category"], "JOIN", row["question"], **told_words
    )
    work.session.flush()
    scene.keep(f"{STORY}/{row['key']}", made)


def _reply(row: Row, reply: Row, version: int, scene: Scene, work: Work) -> None:
    number = None
    if reply["answer"] == "yes":
        given = row | {"by": reply["by"], "recipient": _body(row["by"]), "says": reply["says"]}
        number = _give(given, scene, work)
    later = reply.get("later")
    sharing_requests.reply(
        work,
        scene.id(STORY),
        scene.id(f"{STORY}/{row['key']}"),
        version,
        reply["answer"],
        reply["says"],
        reason_code=reply.get("code", ""),
        later_on=scene.on(later) if later is not None else None,
        disclosure_number=number,
    )
