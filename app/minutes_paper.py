"""The minutes of a meeting for one seat, in words to print."""

from collections.abc import Iterator
from typing import Any

from flask_babel import force_locale, format_date, gettext, ngettext

from app.words import word
from bureau.operations.minutes_papers import ItemPaper, MinutesPaper
from bureau.rules import meeting as law
from bureau.rules.agenda import Declaration
from bureau.rules.vocabulary import Language
from reports.values.sheet import Part, Sheet, Table

LONG = "d MMMM yyyy"


def sheet(paper: MinutesPaper, language: Language) -> Sheet:
    """The minutes as a report in `language`; needs an application context."""
    with force_locale(str(language)):
        meeting, reader = paper.meeting, paper.reader
        reference = meeting.case.reference
        return Sheet(
            name=_called(paper),
            language=language,
            sender=meeting.chair.organisation.name,
            title=gettext("Minutes: %(title)s", title=meeting.title),
            mark=gettext("Confidential: for %(name)s only", name=reader.name),
            reference=reference,
            dated=paper.made_on,
            about=(
                (gettext("Case"), reference),
                (gettext("Date"), format_date(meeting.held_on, LONG)),
                (gettext("Place"), meeting.place or "-"),
                (gettext("Chair"), meeting.chair.name),
                (gettext("Secretary"), meeting.secretary.name),
                (gettext("For"), f"{reader.name}, {reader.organisation.name}"),
                (gettext("State"), str(word(meeting.state))),
                (gettext("Purpose"), meeting.purpose),
            ),
            intro=(gettext("These minutes hold what this seat may know, and no more."),),
            parts=tuple(_part(each, language) for each in paper.items),
            content=_plain(paper),
        )


def _called(paper: MinutesPaper) -> str:
    """The name of the file, without its ending."""
    meeting, what = paper.meeting, gettext("minutes")
    day = meeting.held_on.isoformat()
    return f"{meeting.case.reference}-{what}-{day}-{paper.reader.login}"


def _part(each: ItemPaper, language: Language) -> Part:
    item = each.item
    facts = [
        (gettext("Question"), item.question),
        (gettext("Phase"), str(word(item.phase))),
        (gettext("Legal basis"), item.basis),
    ]
    if each.check:
        facts.append((gettext("Victim check"), str(word(each.check))))
    if not each.outcome:
        left = gettext("You left the room for this item: minutes and decision are not for you.")
        return Part(item.title, (left,), tuple(facts), tables=tuple(_tables(each, language)))
    facts += [
        (gettext("Minutes"), item.minutes or "-"),
        (gettext("Decision"), item.decision or "-"),
        (gettext("Kind of decision"), str(word(item.decision_kind)) if item.decision_kind else "-"),
    ]
    facts += [*_spoke(each, language), *_details(each)]
    text = []
    if each.kept_back:
        text.append(
            ngettext(
                "%(num)s contribution is not printed: its handling code keeps it in the house.",
                "%(num)s contributions are not printed: their handling codes keep them in the"
                " house.",
                each.kept_back,
            )
        )
    return Part(item.title, tuple(text), tuple(facts), tables=tuple(_tables(each, language)))


def _details(each: ItemPaper) -> Iterator[tuple[str, str]]:
    item = each.item
    if item.decision_to:
        yield gettext("For"), item.decision_to.name
    if item.decision_power:
        yield gettext("Power"), item.decision_power
    if item.decision_phase:
        yield gettext("To phase"), str(word(item.decision_phase))
    if item.decision_until:
        yield gettext("Held until"), format_date(item.decision_until, LONG)
    yield from _otherwise(each)
    for row in item.corrections:
        yield gettext("Correction asked by %(who)s", who=row.user.name), row.text


def _spoke(each: ItemPaper, language: Language) -> Iterator[tuple[str, str]]:
    """On what the item decides, in which order the seats spoke on it, and who can veto it."""
    if each.subject is None:
        return
    yield gettext("Decides on"), f"{each.subject.name.in_(language)} ({each.subject.basis})"
    order = (
        f"{place}. {one.seat.user.organisation.name}: {word(f'can_{one.place}')}"
        + (f" ({one.entry.basis})" if one.entry else "")
        for place, one in enumerate(each.voices, 1)
    )
    yield gettext("Order of voices"), "; ".join(order)
    if each.against:
        names = sorted({seat.user.organisation.name for seat in each.against})
        yield gettext("A veto stands against this decision"), ", ".join(names)


def _otherwise(each: ItemPaper) -> Iterator[tuple[str, str]]:
    """Who sees it otherwise, with the answer, and why a veto did not stop it."""
    for seat in each.item.seats:
        if seat.dissent:
            answer = seat.dissent_answer or gettext("not answered yet")
            yield (
                gettext("Sees it otherwise: %(who)s", who=seat.user.organisation.name),
                gettext("%(text)s Answer: %(answer)s", text=seat.dissent, answer=answer),
            )
    if each.despite:
        yield gettext("Taken all the same, because"), each.despite


def _tables(each: ItemPaper, language: Language) -> Iterator[Table]:
    item = each.item
    heads = (
        gettext("Person"),
        gettext("Organisation"),
        gettext("Present"),
        gettext("Interests declared"),
        gettext("Approved"),
    )
    yield Table(gettext("Seats"), heads, tuple(_seat(seat) for seat in item.seats))
    if item.options and each.outcome:
        yield _options(each, language)
    if each.papers:
        shown = tuple((_named(row), row.basis) for row in each.papers)
        yield Table(gettext("Papers shown"), (gettext("Paper"), gettext("Legal basis")), shown)
    if each.brought:
        of = (gettext("Organisation"), gettext("Contribution"), gettext("Handling code"))
        said = tuple((row.organisation.name, row.text or "", row.handling) for row in each.brought)
        yield Table(gettext("Brought in"), of, said)
    if each.actions:
        yield _actions(each)


def _options(each: ItemPaper, language: Language) -> Table:
    heads = (gettext("Track"), gettext("What"), gettext("Why"), gettext("Why not"))
    named = {row.code: row.name.in_(language) for row in law.tracks()}
    rows = tuple(
        (named.get(code, code), said["what"], said["why"], said["why_not"])
        for code, said in each.item.options.items()
    )
    return Table(gettext("Options compared"), heads, rows)


def _named(row: Any) -> str:
    return str(row.document.title if row.document else row.entity.label)


def _actions(each: ItemPaper) -> Table:
    heads = (
        gettext("Action"),
        gettext("Owner"),
        gettext("Power"),
        gettext("Barrier"),
        gettext("Due on"),
        gettext("Status"),
    )
    rows = tuple(
        (
            row.text,
            row.owner.name,
            row.power,
            row.barrier or "-",
            format_date(row.due_on, "d MMM yyyy").replace(" ", "\N{NO-BREAK SPACE}"),
            str(word(row.status)),
        )
        for row in each.actions
    )
    return Table(gettext("Actions"), heads, rows)


def _seat(seat: Any) -> tuple[str, ...]:
    """Who left for an interest was not present for the item, whatever the list says."""
    there = gettext("yes") if seat.attended else gettext("no")
    if seat.declaration == Declaration.LEFT_ROOM:
        there = gettext("left the room for this item")
    elif seat.came_at and seat.left_at:
        there = f"{seat.came_at:%H:%M}-{seat.left_at:%H:%M}"
    declared = str(word(seat.declaration)) if seat.attended else "-"
    approved = format_date(seat.approved_at, "d MMM yyyy") if seat.approved_at else "-"
    return (seat.user.name, seat.user.organisation.name, there, declared, approved)


def _plain(paper: MinutesPaper) -> dict[str, Any]:
    """The same as plain values, for a program: no more than the words say."""
    return {
        "case": paper.meeting.case.reference,
        "held_on": paper.meeting.held_on.isoformat(),
        "items": [
            {
                "number": each.item.number,
                "question": each.item.question,
                "decision": each.item.decision if each.outcome else "",
                "actions": [
                    {"text": row.text, "owner": row.owner.code, "due_on": row.due_on.isoformat()}
                    for row in each.actions
                ],
            }
            for each in paper.items
        ],
    }
