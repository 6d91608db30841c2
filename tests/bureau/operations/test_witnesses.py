"""Witnesses are trusted by a named auditor, and what they sign is taken in once."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.model import Event
from bureau.operations import tree, users, witnesses
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language
from bureau.trust import beholding, head, note
from bureau.trust import tree as kept_tree
from bureau.trust.note import Note
from tests.conftest import NOW

KEY = Ed25519PrivateKey.from_private_bytes(bytes(31) + b"\5")
NAME = "witness.example"
LINE = str(note.verifier(KEY, NAME, note.WITNESS))


@pytest.fixture
def trusted(work_of, actors):
    with work_of(actors.auditor) as work:
        return witnesses.trust_witness(work, LINE).id


def signed(work_of, actors, key=KEY):
    """The file that the witness hands back, of the tree as it is."""
    with work_of(actors.auditor) as work:
        asked = tree.request(work).note
    moment = int(NOW.timestamp())
    return str(Note(asked.text, (*asked.signatures, note.cosign(key, NAME, asked.text, moment))))


def test_only_who_controls_the_trail_trusts_a_witness(work_of, actors):
    for login in ("officer", "admin", "prosecutor"):
        with pytest.raises(AccessDenied), work_of(getattr(actors, login)) as work:
            witnesses.trust_witness(work, LINE)


def test_a_house_is_no_witness_of_itself_and_a_keeper_no_witness(work_of, actors):
    own = str(kept_tree.key())
    as_witness = str(note.verifier(kept_tree.keys.trail_key(), "me", note.WITNESS))
    also = str(beholding.verifier("elsewhere.example"))
    for line in (own, as_witness, also, "no key"):
        with pytest.raises(Invalid), work_of(actors.auditor) as work:
            witnesses.trust_witness(work, line)


def test_what_a_trusted_witness_signed_is_taken_in_once(work_of, actors, trusted, sessions):
    text = signed(work_of, actors)
    with work_of(actors.auditor) as work:
        _, kept = witnesses.receive(work, text)
        assert [each.signed_at for each in kept] == [NOW.replace(microsecond=0)]
        size = kept[0].size
    with work_of(actors.auditor) as work:
        seen = tree.read_tree(work)
        assert seen.seen == seen.witnesses[0].size == size
    with pytest.raises(Invalid), work_of(actors.auditor) as work:
        witnesses.receive(work, text)
    with sessions() as session:
        told = [event.kind for event in session.query(Event)]
        assert EventKind.TREE_WITNESSED in told


def test_what_a_stranger_signed_or_another_tree_is_refused(work_of, actors, trusted):
    stranger = Ed25519PrivateKey.from_private_bytes(bytes(31) + b"\6")
    with pytest.raises(Invalid), work_of(actors.auditor) as work:
        witnesses.receive(work, signed(work_of, actors, stranger))
    other = signed(work_of, actors).replace("bureau-trail/", "bureau-trail/x")
    with pytest.raises(NotAllowed), work_of(actors.auditor) as work:
        witnesses.receive(work, other)


def test_a_witness_that_is_trusted_no_more_signs_for_nothing(work_of, actors, trusted):
    text = signed(work_of, actors)
    with work_of(actors.auditor) as work:
        assert witnesses.read_witness(work, trusted).name == NAME
    with work_of(actors.auditor) as work:
        witnesses.end_witness(work, trusted, "The other house was merged.")
    with pytest.raises(Invalid), work_of(actors.auditor) as work:
        witnesses.receive(work, text)
    with pytest.raises(NotFound), work_of(actors.auditor) as work:
        witnesses.end_witness(work, trusted, "Again.")
    with pytest.raises(NotAllowed), work_of(actors.auditor) as work:
        witnesses.trust_witness(work, LINE)


def test_the_request_goes_on_from_what_was_signed(work_of, actors, trusted):
    with work_of(actors.auditor) as work:
        assert tree.request(work).old == 0
    with work_of(actors.auditor) as work:
        witnesses.receive(work, signed(work_of, actors))
    with work_of(actors.officer) as work:
        users.choose_language(work, Language.EN)
    with work_of(actors.auditor) as work:
        asked = tree.request(work)
        assert 0 < asked.old < asked.point.size


def test_one_witness_under_two_names_is_one(work_of, actors, trusted):
    with pytest.raises(NotAllowed), work_of(actors.auditor) as work:
        witnesses.trust_witness(work, str(note.verifier(KEY, "other.example", note.WITNESS)))


def test_what_is_remembered_is_good_where_the_file_held_less(
    work_of, actors, trusted, sessions, tmp_path
):
    with work_of(actors.auditor) as work:
        asked = tree.request(work).note
    alone = str(Note(asked.text, (note.cosign(KEY, NAME, asked.text, 1),)))
    with work_of(actors.auditor) as work:
        found, _ = witnesses.receive(work, alone)
    head.witnessed(tmp_path, found)
    head.insist(sessions, tmp_path)


@pytest.mark.parametrize("moment", [2**40, 2**62])
def test_a_moment_that_cannot_be_is_refused(work_of, actors, trusted, moment):
    with work_of(actors.auditor) as work:
        asked = tree.request(work).note
    text = str(Note(asked.text, (note.cosign(KEY, NAME, asked.text, moment),)))
    with pytest.raises(Invalid), work_of(actors.auditor) as work:
        witnesses.receive(work, text)
