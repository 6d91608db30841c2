"""A list of breached passwords is a file here: digests in order, or plain words."""

from hashlib import sha1

import pytest

from bureau.errors import Invalid, OutOfOrder
from bureau.trust import breached, passwords
from tests.conftest import NOW

LISTED = [f"found in a breach {number}" for number in range(97)]


@pytest.fixture(autouse=True)
def _afterwards():
    yield
    breached.use("")


def digests(path, words, end=":12\n"):
    rows = sorted(sha1(word.encode(), usedforsecurity=False).hexdigest().upper() for word in words)
    path.write_text("".join(row + end for row in rows))
    return str(path)


@pytest.mark.parametrize("end", [":12\n", "\n", ":3\r\n"])
@pytest.mark.parametrize("count", [1, 2, 3, 97])
def test_every_digest_of_a_list_is_found_and_nothing_else(tmp_path, count, end):
    breached.use(digests(tmp_path / "digests.txt", LISTED[:count], end))
    assert all(map(breached.is_listed, LISTED[:count]))
    assert not any(breached.is_listed(f"never seen {number}") for number in range(50))


def test_a_list_of_plain_words_does_too(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("\n".join(LISTED))
    breached.use(str(path))
    assert breached.is_listed("Found in a BREACH 7")
    assert not breached.is_listed("found in a breach")


def test_a_password_of_the_list_is_not_taken(tmp_path):
    assert passwords.chosen(LISTED[0], (), NOW.date())
    breached.use(digests(tmp_path / "digests.txt", LISTED))
    with pytest.raises(Invalid) as refusal:
        passwords.chosen(LISTED[0], (), NOW.date(), "new")
    assert refusal.value.where == {"field": "new"}
    assert LISTED[0] not in str(refusal.value)


def test_without_a_list_nothing_is_on_it_and_a_missing_one_is_told(tmp_path):
    breached.use("")
    assert not breached.is_listed(LISTED[0])
    with pytest.raises(OutOfOrder):
        breached.use(str(tmp_path / "nowhere.txt"))
