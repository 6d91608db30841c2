"""A reminder in words."""

from datetime import date
from types import SimpleNamespace

import pytest

from app.mail import message, put
from bureau.operations.reminders import Digest, TermLine
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import Language

SETTINGS = SimpleNamespace(mail_from="bureau@city.example", mail_domain="city.example")
CLOCK = SimpleNamespace(
    name=Texts("beslistermijn", "decision term"), words=Texts("Verlopen.", "Overdue.")
)


@pytest.mark.parametrize(
    ("language", "word"), [(Language.NL, "Verlopen."), (Language.EN, "Overdue.")]
)
def test_it_is_in_the_language_of_the_account(app, language, word, tmp_path):
    digest = Digest(
        "officer",
        language,
        date(2026, 4, 28),
        (TermLine("SCR-2026-ABCDE", CLOCK, over=True),),
        (("decide", "SCR-2026-ABCDE", 1, date(2026, 4, 28)),),
    )
    with app.app_context():
        made = message(digest, SETTINGS)
    assert made["To"] == "officer@city.example"
    assert word in made.get_content()
    path = put(made, tmp_path / "new", "x")
    assert path.read_bytes().startswith(b"Subject:")
    path.chmod(0o644)
    assert put(made, tmp_path / "new", "x") == path
    rights = [each.stat().st_mode & 0o777 for each in (path, path.parent)]
    assert rights == [0o600, 0o700]


def test_an_empty_digest_says_so():
    assert Digest("officer", Language.NL, date(2026, 4, 28), (), ()).empty


def test_what_comes_due_in_the_picture_is_told_by_place_and_day(app):
    name = Texts("bevoegdheid loopt af", "power runs out")
    row = SimpleNamespace(reference="Zuidkade", name=name, day=date(2026, 5, 1), over=True)
    digest = Digest("coordinator", Language.EN, date(2026, 5, 2), (), (), pictures=(row,))
    assert not digest.empty
    with app.app_context():
        content = message(digest, SETTINGS).get_content()
    assert "Zuidkade  power runs out, 1 May 2026 (overdue)" in content
