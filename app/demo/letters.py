"""The letters of the main screening: each went out on the day on which the law asks for it."""

from datetime import datetime
from functools import partial

from app.demo.intake import STORY
from app.demo.stage import Errand, Scene
from app.demo.texts import told
from bureau.operations.letters import Dispatch, Wanted
from bureau.rules.dates import civil_date
from bureau.rules.letters import Channel
from reports import post

WHY = "brief versturen"
OFFICER, APPLICANT = "officer", "steven_bv"


def acts() -> tuple[Errand, ...]:
    """From the receipt to the decision."""
    return (
        Errand(117, "14:40", partial(_send, "receipt", Channel.PORTAL)),
        Errand(102, "11:40", partial(_send, "supplement", Channel.POST)),
        Errand(70, "10:20", partial(_send, "advice", Channel.POST)),
        Errand(24, "10:40", partial(_send, "suspension_end", Channel.PORTAL)),
        Errand(21, "11:10", partial(_send, "intention", Channel.POST)),
        Errand(5, "17:10", partial(_send, "decision_grant_with_conditions", Channel.POST)),
    )


def _send(kind: str, channel: Channel, scene: Scene, moment: datetime) -> None:
    case = scene.id(STORY)
    wanted = Wanted(address=_seat())
    dispatch = Dispatch(civil_date(moment), channel)
    post.send(lambda: scene.work(OFFICER, moment, WHY), case, kind, wanted, dispatch)


def _seat() -> str:
    """The address that the applicant wrote on the application."""
    row = next(each for each in told(STORY)["profiles"] if each["key"] == APPLICANT)
    _, street, number, postcode = row["seat"]
    return f"{street} {number}\n{postcode}  HAVERMONDE"
