"""The personal plan: with consent for this very reader, under a code name, with no suspicion."""

from datetime import date
from types import SimpleNamespace

import pytest

from bureau.errors import NotAllowed
from bureau.model import SupportFile
from bureau.operations import support_parts, supports
from bureau.rules.support import support_states
from bureau.rules.vocabulary import Language, Track
from bureau.store import open_store
from reports.assemble import _texts, assemble
from reports.assembly.order import Order
from reports.assembly.victim import DIMENSIONS, victim
from reports.values.support import Dimension, Manner, Strength
from tests.bureau.operations.road import at
from tests.reports.assembly.rich import BOTH
from tests.reports.stage import CARER, Helped


@pytest.fixture
def engine(sqlite_peopled, tmp_path):
    """What is assembled from is proved on both databases elsewhere; here one will do."""
    path = tmp_path / "bureau.db"
    path.write_bytes(sqlite_peopled.read_bytes())
    made = open_store(f"sqlite:///{path}")
    yield made
    made.dispose()


@pytest.fixture
def helped(work_of, actors):
    file = Helped(work_of, actors, at)
    file.consent()
    return file


def plan(helped, language=Language.NL, recipient=CARER):
    with helped.by() as work:
        order = Order(
            number=1,
            recipient=recipient,
            basis="toestemming",
            language=language,
            prepared_at=work.now,
            organisation="Stichting Veilige Haven",
        )
        record = work.session.get_one(SupportFile, helped.id)
        return assemble(work, record, Track.VICTIM, order)


def test_it_carries_the_code_name_and_the_own_words_of_the_person(helped):
    made = plan(helped)
    assert made.code_name == "Linde-4"
    assert [need.own_words for need in made.needs] == ["rust"]
    assert made.contact.channel == "bericht op dinsdag"
    assert (made.cover.subject, made.cover.unit) == ("", "")
    assert made.cover.organisation == "Stichting Veilige Haven"


@BOTH
def test_neither_name_nor_suspicion_stands_anywhere(helped, language):
    told = " ".join(_texts(plan(helped, language))).casefold()
    for word in ("zonneveld", "mirte", "verdacht", "suspect", "bibob", "strafbaar"):
        assert word not in told


def test_an_indicator_says_how_it_was_seen_and_by_whom(helped):
    [seen] = plan(helped).indicators
    assert (seen.dimension, seen.strength, seen.manner) == (
        *(Dimension.COERCION, Strength.STRONG, Manner.TOLD),
    )
    assert (seen.observer, seen.on) == ("Care", date(2026, 3, 2))


def test_the_plan_says_who_does_what(helped):
    [line] = plan(helped).plan
    assert (line.what, line.who) == ("opvang regelen", "care")


def test_rights_and_holds_are_told_with_their_days(helped):
    with helped.by() as work:
        supports.add_entry(work, helped.id, "right", "recht op een tolk", date(2026, 3, 4))
        supports.add_entry(work, helped.id, "hold", "wachten", date(2026, 3, 5))
    made = plan(helped)
    assert [(right.topic, right.by) for right in made.rights] == [("recht op een tolk", "Care")]
    assert [(hold.sent_on, hold.until) for hold in made.holds] == [(date(2026, 3, 5),) * 2]


@BOTH
def test_a_reflection_period_is_explained(helped, language):
    with helped.by() as work:
        file = work.session.get_one(SupportFile, helped.id)
        file.reflection_from, file.reflection_until = date(2026, 3, 1), date(2026, 5, 30)
        work.record(supports.EventKind.SUPPORT_CHANGED, file)
    [term] = plan(helped, language).terms
    assert (term.start, term.end) == (date(2026, 3, 1), date(2026, 5, 30))
    assert term.text.startswith("Tijd" if language is Language.NL else "Time")
    law = support_states().row("reflection", date(2026, 3, 10))
    assert term.basis == law.basis == "Vreemdelingencirculaire B8/3.1"
    assert term.title.casefold() == law.name.in_(language)


def test_without_a_safe_way_the_plan_says_that_none_was_recorded(helped):
    with helped.by() as work:
        file = work.session.get_one(SupportFile, helped.id)
        supports.edit_file(work, helped.id, file.version, "", "")
        file.safe_contact = None
    made = plan(helped, Language.EN)
    assert (made.contact.channel, made.needs) == ("not recorded", ())


SAFE = {
    "channel": "bellen",
    "times": "dinsdag 10 uur",
    "never_say": "politie, hulp; dossier",
    "answering": "alleen zij zelf",
}


def test_words_that_may_never_be_used_stand_apart_from_the_way_and_the_times(helped):
    with helped.by() as work:
        support_parts.record_part(work, helped.id, "contact", SAFE)
        file = work.session.get_one(SupportFile, helped.id)
        assert file.safe_contact == "bellen; dinsdag 10 uur"
    contact = plan(helped).contact
    assert (contact.channel, contact.times) == ("bellen", "dinsdag 10 uur")
    assert contact.never_say == ("politie", "hulp", "dossier")
    assert contact.who_may_answer == "alleen zij zelf"


@pytest.mark.parametrize("recipient", ["P. Jansen, Gemeente Havermonde", "M. de Vos"])
def test_consent_for_one_reader_is_no_consent_for_another(helped, recipient):
    with pytest.raises(NotAllowed, match="has not agreed"):
        plan(helped, recipient=recipient)


def test_capitals_do_not_decide_whether_somebody_agreed(helped):
    assert plan(helped, recipient=CARER.upper()).consents


def test_every_dimension_that_can_be_recorded_has_a_place_in_the_plan():
    assert {str(one) for one in supports.Dimension} == set(DIMENSIONS)
    assert set(DIMENSIONS.values()) == set(Dimension)


def test_withdrawn_consent_is_no_consent():
    gone = SimpleNamespace(withdrawn_on=date(2026, 3, 9), recipient=CARER)
    file = SimpleNamespace(consents=[gone])
    order = SimpleNamespace(recipient=CARER)
    with pytest.raises(NotAllowed):
        victim(None, file, order)
