"""what partners plan together, measure and look back on."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.create_table(
        "intervention",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "running",
                "stopped",
                "evaluated",
                name="planstate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("barriers", sa.JSON(), nullable=False),
        sa.Column("evaluator", sa.String(length=200), nullable=False),
        sa.Column("evaluate_on", sa.Date(), nullable=True),
        sa.Column("comparison", sa.Text(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_intervention_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_intervention_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intervention")),
    )
    op.create_index(op.f("ix_intervention_case_id"), "intervention", ["case_id"], unique=False)
    op.create_table(
        "assumption",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("check_on", sa.Date(), nullable=False),
        sa.Column("holds", sa.String(length=20), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_assumption_case_id")),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["intervention.id"], name=op.f("fk_assumption_plan_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assumption")),
    )
    op.create_index(op.f("ix_assumption_case_id"), "assumption", ["case_id"], unique=False)
    op.create_table(
        "enforcement_measure",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=True),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("barrier", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("invited_on", sa.Date(), nullable=True),
        sa.Column("view_until", sa.Date(), nullable=True),
        sa.Column("view_on", sa.Date(), nullable=True),
        sa.Column("view", sa.Text(), nullable=False),
        sa.Column("view_answer", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("known_on", sa.Date(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("executed_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("costs", sa.BigInteger(), nullable=True),
        sa.Column("objection_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("outcome_reason", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_enforcement_measure_by_id")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_enforcement_measure_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["intervention.id"], name=op.f("fk_enforcement_measure_plan_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enforcement_measure")),
    )
    op.create_index(
        op.f("ix_enforcement_measure_case_id"), "enforcement_measure", ["case_id"], unique=False
    )
    op.create_index(
        op.f("ix_enforcement_measure_plan_id"), "enforcement_measure", ["plan_id"], unique=False
    )
    op.create_table(
        "outcome_series",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("target", sa.Numeric(precision=14, scale=3, asdecimal=False), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_outcome_series_case_id")),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["intervention.id"], name=op.f("fk_outcome_series_plan_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome_series")),
    )
    op.create_index(op.f("ix_outcome_series_case_id"), "outcome_series", ["case_id"], unique=False)
    op.create_table(
        "worksheet",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "problem",
                "option",
                "theory",
                "evaluation",
                "measure",
                "lesson",
                name="sheet",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column(
            "track",
            sa.Enum(
                "criminal",
                "administrative",
                "victim",
                "prevention",
                name="plantrack",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("chosen", sa.Text(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_worksheet_case_id")),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["intervention.id"], name=op.f("fk_worksheet_plan_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worksheet")),
    )
    op.create_index(op.f("ix_worksheet_case_id"), "worksheet", ["case_id"], unique=False)
    op.create_index(op.f("ix_worksheet_plan_id"), "worksheet", ["plan_id"], unique=False)
    op.create_table(
        "harm_form",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("measure_id", sa.Uuid(), nullable=False),
        sa.Column("month", sa.BigInteger(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_harm_form_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_harm_form_case_id")),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["enforcement_measure.id"], name=op.f("fk_harm_form_measure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_harm_form")),
        sa.UniqueConstraint("measure_id", "month", name=op.f("uq_harm_form_measure_id_month")),
    )
    op.create_index(op.f("ix_harm_form_case_id"), "harm_form", ["case_id"], unique=False)
    op.create_table(
        "series_point",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("series_id", sa.Uuid(), nullable=False),
        sa.Column(
            "place",
            sa.Enum("target", "ring", "control", name="seriesplace", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("value", sa.Numeric(precision=14, scale=3, asdecimal=False), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_series_point_case_id")),
        sa.ForeignKeyConstraint(
            ["series_id"], ["outcome_series.id"], name=op.f("fk_series_point_series_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series_point")),
        sa.UniqueConstraint(
            "series_id", "place", "on", name=op.f("uq_series_point_series_id_place_on")
        ),
    )
    op.create_index(op.f("ix_series_point_case_id"), "series_point", ["case_id"], unique=False)
    op.create_table(
        "worksheet_version",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_worksheet_version_by_id")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_worksheet_version_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["worksheet.id"], name=op.f("fk_worksheet_version_sheet_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worksheet_version")),
        sa.UniqueConstraint(
            "sheet_id", "number", name=op.f("uq_worksheet_version_sheet_id_number")
        ),
    )
    op.create_index(
        op.f("ix_worksheet_version_case_id"), "worksheet_version", ["case_id"], unique=False
    )
    op.create_table(
        "worksheet_voice",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_worksheet_voice_by_id")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_worksheet_voice_case_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["worksheet.id"], name=op.f("fk_worksheet_voice_sheet_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worksheet_voice")),
        sa.UniqueConstraint(
            "sheet_id", "number", "by_id", name=op.f("uq_worksheet_voice_sheet_id_number_by_id")
        ),
    )
    op.create_index(
        op.f("ix_worksheet_voice_case_id"), "worksheet_voice", ["case_id"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_worksheet_voice_case_id"), table_name="worksheet_voice")
    op.drop_table("worksheet_voice")
    op.drop_index(op.f("ix_worksheet_version_case_id"), table_name="worksheet_version")
    op.drop_table("worksheet_version")
    op.drop_index(op.f("ix_series_point_case_id"), table_name="series_point")
    op.drop_table("series_point")
    op.drop_index(op.f("ix_harm_form_case_id"), table_name="harm_form")
    op.drop_table("harm_form")
    op.drop_index(op.f("ix_worksheet_plan_id"), table_name="worksheet")
    op.drop_index(op.f("ix_worksheet_case_id"), table_name="worksheet")
    op.drop_table("worksheet")
    op.drop_index(op.f("ix_outcome_series_case_id"), table_name="outcome_series")
    op.drop_table("outcome_series")
    op.drop_index(op.f("ix_enforcement_measure_plan_id"), table_name="enforcement_measure")
    op.drop_index(op.f("ix_enforcement_measure_case_id"), table_name="enforcement_measure")
    op.drop_table("enforcement_measure")
    op.drop_index(op.f("ix_assumption_case_id"), table_name="assumption")
    op.drop_table("assumption")
    op.drop_index(op.f("ix_intervention_case_id"), table_name="intervention")
    op.drop_table("intervention")
