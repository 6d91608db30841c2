"""Signed notes: what was signed verifies, anything else is refused."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bureau.errors import Invalid
from bureau.trust import note
from bureau.trust.note import Checkpoint, Note, Signature, Verifier

KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(31) + b"\1")
POINT = Checkpoint("example.org/trail", 20852163, bytes(range(32)))
NAME = "example.org/trail"


@pytest.fixture
def signed():
    return Note(POINT.text, (note.sign(KEY, NAME, POINT.text),))


def test_a_checkpoint_is_three_lines():
    assert POINT.text == (
        "example.org/trail\n20852163\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"
    )
    assert Checkpoint.read(POINT.text) == POINT


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n1\n",
        "a\n01\nAAAA\n",
        "\n1\nAAAA\n",
        "a\n-1\nAAAA\n",
        "a\n1\nAAAA\n",
        POINT.text + "x\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text):
    with pytest.raises(Invalid):
        Checkpoint.read(text)


def test_a_key_is_handed_over_in_one_line():
    key = note.verifier(KEY, NAME, note.LOG)
    assert Verifier.read(str(key)) == key
    assert str(key).startswith(f"{NAME}+{key.key_hash.hex()}+A")


@pytest.mark.parametrize("line", ["", "a+b+c", "a b+00000000+AAAA", "x"])
def test_what_is_no_key_is_refused(line):
    with pytest.raises(Invalid):
        Verifier.read(line)


def test_a_key_whose_mark_is_of_another_is_refused():
    line = str(note.verifier(KEY, NAME, note.LOG))
    with pytest.raises(Invalid):
        Verifier.read(line.replace(NAME, "example.org/other"))


def test_a_note_goes_through_a_file_and_stays_signed(signed):
    read = Note.read(str(signed))
    assert read == signed
    assert read.signed(note.verifier(KEY, NAME, note.LOG)) == signed.signatures[0]


@pytest.mark.parametrize(
    ("text", "key", "name", "kind"),
    [
        (POINT.text.replace("20852163", "20852164"), KEY, NAME, note.LOG),
        (POINT.text, OTHER, NAME, note.LOG),
        (POINT.text, KEY, "example.org/other", note.LOG),
        (POINT.text, KEY, NAME, note.WITNESS),
    ],
)
def test_another_text_key_name_or_kind_is_not_signed(signed, text, key, name, kind):
    assert Note(text, signed.signatures).signed(note.verifier(key, name, kind)) is None


def test_every_altered_byte_of_a_signature_is_seen(signed):
    whose, raw = note.verifier(KEY, NAME, note.LOG), signed.signatures[0].raw
    for place in range(len(raw)):
        altered = raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]
        assert not note.good(POINT.text, Signature(NAME, altered), whose)


def test_a_witness_signs_the_moment_too():
    signature = note.cosign(OTHER, "witness.example", POINT.text, 1679315147)
    whose = note.verifier(OTHER, "witness.example", note.WITNESS)
    assert note.good(POINT.text, signature, whose)
    assert note.moment_of(signature) == 1679315147
    later = signature.raw[:11] + b"\xff" + signature.raw[12:]
    assert not note.good(POINT.text, Signature("witness.example", later), whose)


@pytest.mark.parametrize(
    "content", ["", "text\n", "text\n\n", "text\n\nno line\n", "t\n\n\N{EM DASH} a b\n"]
)
def test_what_is_no_note_is_refused(content):
    with pytest.raises(Invalid):
        Note.read(content)
