"""The text that holds is the newest of the municipality, else that of the house."""

from bureau.operations import _letter_text, letter_texts
from bureau.rules import letters
from bureau.rules.vocabulary import Language
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_the_newest_version_holds_for_its_municipality_and_language_only(work_of, actors):
    with work_of(actors.admin) as work:
        kind = letters.kind("receipt", work.today)
        letter_texts.write_text(
            work, "receipt", "nl", 0, "Over {subject}", "{received} {decision_due}", "korter"
        )
        own, other = actors.admin.organisation_id, actors.outsider.organisation_id
        found = _letter_text.in_use(work.session, own, kind, Language.NL)
        assert (found.own, found.number, found.subject) == (True, 1, "Over {subject}")
        assert not _letter_text.in_use(work.session, own, kind, Language.EN).own
        assert not _letter_text.in_use(work.session, other, kind, Language.NL).own
