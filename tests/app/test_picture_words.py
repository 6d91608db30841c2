"""Every status, role and field of a board has a word."""

from app.picture_words import WORDS
from bureau.operations.case_steps import ROLES
from bureau.rules import barriers, boards
from bureau.rules.barrier_standing import BarrierState


def test_every_status_role_and_field_has_a_word():
    wanted = {f"barrier_{state}" for state in ("", *BarrierState)} | {f"step_{r}" for r in ROLES}
    day = barriers.models().rows[0].valid_from
    flat = boards.differences(
        boards.BoardContent(model="UGB", name=barriers.models().rows[0].name, steps=()),
        boards.national(barriers.model("UGB", day)),
    )
    wanted |= {f"board_{each.field}" for each in flat}
    assert wanted <= set(WORDS)
