"""Every event of a copy, every message and every check has a word."""

from app import copy_words
from bureau.operations._copies import FEEDBACK, QUESTION, USE
from bureau.operations.breaches import ANSWERS
from bureau.rules.events import EventKind
from bureau.rules.notices import NoticeKind
from reports.receipt import What


def test_every_event_of_a_copy_has_its_word():
    events = {str(kind) for kind in EventKind if kind.startswith("copy.")} | {"dossier.addressed"}
    events |= {str(kind) for kind in EventKind if kind.startswith("dossiernotice.")}
    assert events <= copy_words.EVENTS.keys()


def test_every_message_and_check_has_its_word():
    said = {f"copy_{kind}" for kind in (QUESTION, FEEDBACK, USE)} | {f"check_{w}" for w in What}
    said |= {f"notice_{kind}" for kind in NoticeKind} | {"lapsed"}
    said |= {f"breach_{answer}" for answer in ANSWERS}
    assert said == copy_words.WORDS.keys()
