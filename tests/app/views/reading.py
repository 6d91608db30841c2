"""What a test reads on a page."""

import re

OWN_CHOICE = "four herons at dawn"


def text(answer):
    """The page as text."""
    return answer.get_data(as_text=True)


def words(answer):
    """What a reader sees of the page, without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", text(answer)).split())


def raw_days(answer):
    """The days on the page that a reader sees as a program writes them, 2026-03-02."""
    return re.findall(r"\b\d{4}-\d\d-\d\d\b", words(answer))


def version(page, action):
    """The version hidden in the form that is sent to this address."""
    form = page[page.index(f'action="{action}"') :]
    return re.search(r'name="version"[^>]*value="(\d+)"', form)[1]


def only_version(page):
    """The version hidden in the one form of a page."""
    return re.search(r'name="version"[^>]*value="(\d+)"', page)[1]


def address(page, part):
    """The first address on the page that contains `part`."""
    return re.search(rf'"(/[^"]*{part}[^"]*)"', page)[1]


def first_of(answer):
    """The first password that a page shows once."""
    assert answer.status_code == 200
    return re.search(r"\b(?:[a-z2-9]{4}-){4}[a-z2-9]{4}\b", text(answer))[0]


def begin(visitor, login, first):
    """Come in with a first password and choose another; the answer to that."""
    assert visitor.sign_in(login, first).status_code == 302
    visitor.read_token("/account")
    given = {"password": first, "new": OWN_CHOICE, "again": OWN_CHOICE}
    return visitor.send("/account/password", given)
