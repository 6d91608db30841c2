"""record the steps of support, referrals within consent, words to keep away, holds with dates.

A consent from before says nothing of its purpose but in words: it counts for coordinating help.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from bureau import keys

revision = "0024"
down_revision = "0023"

AIM = "coordination"


def upgrade() -> None:
    op.add_column("support_file", sa.Column("closed_on", sa.Date(), nullable=True))
    op.add_column("support_file", sa.Column("house_id", sa.Uuid(), nullable=True))
    op.create_index(op.f("ix_support_file_house_id"), "support_file", ["house_id"])
    op.add_column(
        "consent", sa.Column("aim", sa.LargeBinary(), nullable=False, server_default=sa.text("''"))
    )
    _fill()
    _make_inside()
    _make_tokens()


def downgrade() -> None:
    for name in ("safety_hold", "support_word", "support_referral", "support_part"):
        op.drop_table(name)
    op.drop_column("consent", "aim")
    op.drop_index(op.f("ix_support_file_house_id"), table_name="support_file")
    op.drop_column("support_file", "house_id")
    op.drop_column("support_file", "closed_on")


def _fill() -> None:
    files = sa.table(
        "support_file", sa.column("id", sa.Uuid()), sa.column("lock", sa.LargeBinary())
    )
    given = sa.table(
        "consent",
        *(sa.column(name, sa.Uuid()) for name in ("id", "file_id")),
        sa.column("aim", sa.LargeBinary()),
    )
    link = op.get_bind()
    query = sa.select(given.c.id, files.c.id, files.c.lock).where(given.c.file_id == files.c.id)
    for row, file, lock in link.execute(query).all():
        if lock is not None:
            opened = keys.open_file_key(lock, f"support_file.lock|{file.hex}")
            sealed = opened.seal(AIM.encode(), f"consent.aim|{row.hex}")
            link.execute(sa.update(given).where(given.c.id == row).values(aim=sealed))


def _make_inside() -> None:
    op.create_table(
        "support_part",
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("answers", sa.LargeBinary(), nullable=False),
        *_audited("support_part"),
        sa.ForeignKeyConstraint(
            ["file_id"], ["support_file.id"], name=op.f("fk_support_part_file_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_support_part_by_id")),
        sa.UniqueConstraint("file_id", "number", name=op.f("uq_support_part_file_id_number")),
    )
    op.create_table(
        "support_referral",
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("consent_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("recalled_on", sa.Date(), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        *_audited("support_referral"),
        sa.ForeignKeyConstraint(
            ["file_id"], ["support_file.id"], name=op.f("fk_support_referral_file_id")
        ),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consent.id"], name=op.f("fk_support_referral_consent_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_support_referral_by_id")),
        sa.UniqueConstraint("file_id", "number", name=op.f("uq_support_referral_file_id_number")),
    )


def _make_tokens() -> None:
    op.create_table(
        "support_word",
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_word")),
        sa.UniqueConstraint("mark", name=op.f("uq_support_word_mark")),
    )
    op.create_table(
        "safety_hold",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("item", sa.BigInteger(), nullable=True),
        sa.Column("checked", sa.Boolean(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("released_on", sa.Date(), nullable=True),
        sa.Column("mark", sa.String(length=64), nullable=False),
        *_audited("safety_hold"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_safety_hold_case_id")),
    )
    op.create_index(op.f("ix_safety_hold_case_id"), "safety_hold", ["case_id"])


def _audited(table: str) -> tuple[Any, ...]:
    return (
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
