"""The own investigation of the main screening: registers, statements, and a second round."""

from typing import Any

from app.demo import ledger, planted, registers, trade
from app.demo.cast import Cast, enter
from app.demo.intake import STORY
from app.demo.ledger import Row
from app.demo.reckoning import reckon
from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.operations import (
    imports,
    indicators,
    investigations,
    parties,
    questionnaires,
    suspensions,
)
from bureau.work import Work

OWN = trade.CAFE
BASES = {
    "kvk": "Handelsregisterwet 2007; Wet Bibob 7a",
    "brk": "Kadasterwet; Wet Bibob 7a",
}
ASKED = "onderzoek naar de financiering van de aanvraag"


def acts() -> tuple[Act, ...]:
    """From the first register to the answers of the second round."""
    return (
        Act(88, "09:15", "officer", _people),
        Act(87, "10:05", "officer", _registers),
        Act(86, "11:30", "officer", _structure),
        Act(86, "13:20", "officer", _consult, ASKED),
        Act(85, "09:45", "officer", _statements),
        Act(85, "15:10", "officer", _holders),
        Act(85, "16:05", "officer", _reckon),
        Act(84, "10:30", "officer", _compute),
        Act(84, "11:00", "officer", _deepen),
        Act(83, "14:40", "officer", _ask_again),
        Act(80, "10:10", "officer", _delay),
        Act(79, "13:35", "officer", _consult_deep, ASKED),
        Act(74, "11:25", "officer", _answers),
        Act(73, "09:20", "officer", _compute_again),
    )


def payments() -> list[Row]:
    """Every payment of the main story."""
    return ledger.in_time((*trade.rows(), *planted.rows()))


def _people(scene: Scene, work: Work) -> None:
    enter(Cast(scene, STORY), work, told(STORY)["inquiry"])


def _registers(scene: Scene, work: Work) -> None:
    cast = Cast(scene, STORY)
    for row in told(STORY)["profiles"]:
        content = registers.company(row, scene.days)
        take(cast, work, ("kvk", row["key"], f"KVK-basisprofiel {row['name']}"), content)
    for row in told(STORY)["estates"]:
        content = registers.estate(row, row["holders"], scene.days)
        take(cast, work, ("brk", row["key"], f"Kadaster {row['designation']}"), content)
    cast.recognise(work)
    for row in told(STORY)["profiles"]:
        party = cast.called(row["name"])
        scene.kept.setdefault(f"{STORY}/{row['key']}", party)
        cast.roles(work, party, {"source": f"kvk:{row['key']}", **row})
    for row in told(STORY)["estates"]:
        _name_estate(cast, work, row)


def _name_estate(cast: Cast, work: Work, row: dict[str, Any]) -> None:
    """Call real estate by its address beside its parcel, and know its owners."""
    estate = cast.called(row["designation"])
    cast.scene.kept[f"{cast.story}/{row['key']}"] = estate
    for holder in row["holders"]:
        name = f"{cast.story}/{holder['key']}"
        cast.scene.kept.setdefault(name, cast.called(holder["name"]))
    version = parties.read_party(work, cast.case, estate).version
    changes = {"label": row["name"], "use": row["use"]}
    parties.change_party(work, cast.case, estate, version, changes)


def take(cast: Cast, work: Work, known: tuple[str, str, str], content: bytes) -> None:
    """Import what a register answered, and remember it as a source."""
    kind, key, title = known
    result = imports.import_file(
        work, cast.case, kind, f"{kind}-{key}.json", content, source_title=title, basis=BASES[kind]
    )
    if result.source_id is not None:
        cast.scene.kept[f"{cast.story}/{kind}:{key}"] = result.source_id


def _structure(scene: Scene, work: Work) -> None:
    enter(Cast(scene, STORY), work, told(STORY)["structure"])


def _consult(scene: Scene, work: Work) -> None:
    consult(Cast(scene, STORY), work, "light")


def _consult_deep(scene: Scene, work: Work) -> None:
    consult(Cast(scene, STORY), work, "deep")


def consult(cast: Cast, work: Work, part: str) -> None:
    """Ask the registers that the texts of this story list under `part`."""
    for row in told(cast.story)[part]:
        about = cast.id(row["about"])
        made = investigations.consult(
            work, cast.case, row["register"], about, row["question"], row["result"]
        )
        work.session.flush()
        if made.source_id is not None:
            name = f"{cast.story}/look:{row['register']}:{row['about']}"
            cast.scene.kept[name] = made.source_id


def _statements(scene: Scene, work: Work) -> None:
    text, days = told(STORY)["files"], scene.days
    rows = payments()
    own = [row for row in rows if OWN in (row.payer, row.payee)]
    others = [row for row in rows if OWN not in (row.payer, row.payee)]
    for kind, name, title, content in (
        ("camt053", "afschriften.xml", text["camt_title"], ledger.as_camt(own, OWN, days)),
        ("payments-csv", "mutaties.csv", text["csv_title"], ledger.as_csv(others, days)),
    ):
        made = imports.import_file(
            work, scene.id(STORY), kind, name, content, source_title=title, basis=text["basis"]
        )
        if made.source_id is not None:
            scene.kept[f"{STORY}/{kind}"] = made.source_id


def _holders(scene: Scene, work: Work) -> None:
    cast = Cast(scene, STORY)
    cast.recognise(work)
    for account in told("accounts")["accounts"]:
        if party := account.get("party"):
            source = "camt053" if account["number"] == OWN else "payments-csv"
            cast.holder(work, party, account["number"], source)


def _reckon(scene: Scene, work: Work) -> None:
    reckon(Cast(scene, STORY), work, told(STORY)["reckoning"])


def _compute(scene: Scene, work: Work) -> None:
    indicators.compute_indicators(work, scene.id(STORY))


def _deepen(scene: Scene, work: Work) -> None:
    reason = told(STORY)["round"]["reason"]
    investigations.go_deeper(work, scene.id(STORY), reason)


def _ask_again(scene: Scene, work: Work) -> None:
    text = told(STORY)["round"]
    questionnaires.send_form(
        work,
        scene.id(STORY),
        text["reason"],
        questions=text["questions"],
        due=scene.on(74),
    )


def _delay(scene: Scene, work: Work) -> None:
    reason = told(STORY)["round"]["delay"]
    suspensions.suspend(work, scene.id(STORY), "SUS3", reason, until=scene.days.exact(74))


def _answers(scene: Scene, work: Work) -> None:
    case = scene.id(STORY)
    questionnaires.return_form(work, case, "antwoorden van de tweede ronde ontvangen")
    questionnaires.record_answers(work, case, scene.filled(told(STORY)["second"]))


def _compute_again(scene: Scene, work: Work) -> None:
    """Compute once more and say what is made of every indicator that fired."""
    case, text = scene.id(STORY), told(STORY)["indicators"]
    for row in indicators.compute_indicators(work, case):
        work.session.flush()
        if row.signal == "fired" and row.status == "open":
            status, reason = text.get(row.code, text["other"])
            indicators.answer_indicator(work, case, row.code, status, reason, row.version)
