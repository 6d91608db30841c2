"""whose a document in a partnership case is, and of which category of data; signals have theirs."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"

# A source that came of an accepted signal stands under that category: nothing else made such one.
SIGNALS = """
UPDATE source SET category = 'SIGNAL'
WHERE category = '' AND kind = 'tip' AND title LIKE 'Signaal SIG-%'
AND case_id IN (SELECT id FROM "case" WHERE kind = 'partnership')
AND owner_id <> (SELECT organisation_id FROM "case" WHERE "case".id = source.case_id)
"""


def upgrade() -> None:
    """Plain additions: what was kept before is the own organisation's, as it was until now."""
    op.add_column(
        "document", sa.Column("category", sa.String(length=20), nullable=False, server_default="")
    )
    key = sa.ForeignKey("organisation.id", name=op.f("fk_document_owner_id"))
    new: sa.Column[object] = sa.Column("owner_id", sa.Uuid(), key, nullable=True)
    op.add_column("document", new, inline_references=op.get_bind().dialect.name == "sqlite")
    op.execute(SIGNALS)


def downgrade() -> None:
    op.execute("UPDATE source SET category = '' WHERE category = 'SIGNAL'")
    # A table that a trigger names is never built anew: the columns go as they came.
    op.drop_column("document", "owner_id")
    op.drop_column("document", "category")
