import pytest

from bureau.formats.once import Once


def test_a_text_is_worked_out_once_and_refused_every_time():
    asked = []

    def number(text):
        asked.append(text)
        return int(text)

    known = Once(number)
    assert [known["7"], known["7"], *map(known.__getitem__, ("8", "7"))] == [7, 7, 8, 7]
    for _ in range(2):
        with pytest.raises(ValueError, match="x"):
            known["x"]
    assert asked == ["7", "8", "x", "x"]
