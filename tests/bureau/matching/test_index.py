"""Names most like a given one."""

import pytest

from bureau.matching.index import NameIndex, pieces

NAMES = ("Anna Bakker", "Anna Maria Bakker", "Dirk Mulder", "Лавров Сергей", "Zoë de Vos", "-")


@pytest.fixture(scope="module")
def index():
    return NameIndex(NAMES)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("anna bakker", "Anna Bakker"),
        ("Bakkr, Anna Mria", "Anna Maria Bakker"),
        ("Mulder Dirk", "Dirk Mulder"),
        ("Sergei Lavrov", "Лавров Сергей"),
        ("Zoe Vos", "Zoë de Vos"),
    ],
)
def test_the_most_alike_comes_first_also_with_slips_and_in_other_letters(index, asked, first):
    found = index.nearest(asked, 3)
    assert found[0].name == first
    assert NAMES[found[0].place] == first
    assert [near.likeness for near in found] == sorted(
        (near.likeness for near in found), reverse=True
    )


def test_the_same_name_is_wholly_alike_and_nothing_gives_nothing(index):
    assert index.nearest("Dirk Mulder", 1)[0].likeness == pytest.approx(1)
    assert index.nearest("") == index.nearest("????") == index.nearest("qqq") == []
    assert NameIndex(()).nearest("Anna") == []
    assert len(index) == len(NAMES)


def test_one_search_leaves_no_trace_in_the_next(index):
    before = index.nearest("Anna Bakker")
    index.nearest("Dirk Mulder")
    assert index.nearest("Anna Bakker") == before


def test_with_many_names_only_the_rarest_pieces_are_followed(monkeypatch):
    monkeypatch.setattr("bureau.matching.index.LEAST_BUDGET", 1)
    many = NameIndex(
        [f"Jan Bakker {chr(97 + i)}{chr(97 + j)}q" for i in range(26) for j in range(26)]
    )
    assert many.nearest("Jan Baker xyq", 1)[0].name == "Jan Bakker xyq"


def test_words_are_cut_with_their_ends():
    assert pieces("an") == {"  a", " an", "an "}
