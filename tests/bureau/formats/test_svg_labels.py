from bureau.formats.svg_labels import Board, Box, text_box


def test_a_label_avoids_what_is_drawn_while_it_can():
    board = Board()
    board.add(Box(-50, -20, 50, 20))
    assert board.place("label", [(0, 0), (0, 40)]) == (0, 40)
    assert board.place("label", [(0, 40), (0, 80)]) == (0, 80)


def test_where_all_spots_are_taken_the_least_covering_is_chosen():
    board = Board()
    board.add(Box(-500, -500, 500, 0))
    assert board.place("label", [(0, -100), (0, 0)]) == (0, 0)


def test_boxes_share_an_area_or_nothing():
    assert Box(0, 0, 2, 2).shared(Box(1, 1, 3, 3)) == 1
    assert Box(0, 0, 1, 1).shared(Box(5, 5, 6, 6)) == 0
    assert text_box("", (0, 0)).right > 0
