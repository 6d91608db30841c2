"""requests of persons, corrections, holds, destruction under two pairs of eyes, saved filters."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

KEYS = {
    "case_id": "case",
    "entity_id": "entity",
    "correction_id": "correction",
    "organisation_id": "organisation",
    "plan_id": "destruction_plan",
}
PLAIN = ("subject_id", "place_id")
INDEXES = (
    ("person_request", "case_id"),
    ("correction", "case_id"),
    ("correction_place", "case_id"),
    ("legal_hold", "case_id"),
    ("destruction_plan", "organisation_id"),
    ("destruction", "case_id"),
)
TABLES = (
    *("saved_filter", "destruction", "destruction_plan", "legal_hold"),
    *("correction_place", "correction", "person_request"),
)
# What is let go while a destruction is open: sent letters and values of that file alone, and bytes
# to which no document refers. SQLite keeps an id without the dashes it has in a text.
LETTER = "EXISTS (SELECT 1 FROM destruction WHERE state = 'open' AND case_id = OLD.case_id)"
BLOB = (
    "EXISTS (SELECT 1 FROM destruction WHERE state = 'open') "
    "AND NOT EXISTS (SELECT 1 FROM document WHERE sha256 = OLD.sha256)"
)
VALUE = (
    "NEW.seq = OLD.seq AND NEW.salt IS NULL AND CAST(NEW.field_values AS TEXT) = '{{}}' "
    "AND EXISTS (SELECT 1 FROM destruction JOIN event ON {scope} "
    "WHERE destruction.state = 'open' AND event.seq = OLD.seq)"
)
VALUE_ON_SQLITE = VALUE.format(
    scope="replace(event.scope, '-', '') = 'case:' || destruction.case_id"
)
VALUE_ON_POSTGRESQL = VALUE.format(
    scope="event.scope = 'case:' || CAST(destruction.case_id AS TEXT)"
)
AGREED = (
    "EXISTS (SELECT 1 FROM destruction_plan WHERE id = NEW.plan_id AND state = 'approved' "
    "AND settled_by_id <> made_by_id AND {content} LIKE '%' || {case} || '%')"
)
AGREED_ON_SQLITE = AGREED.format(content="replace(content, '-', '')", case="NEW.case_id")
AGREED_ON_POSTGRESQL = AGREED.format(
    content="CAST(content AS TEXT)", case="CAST(NEW.case_id AS TEXT)"
)


def upgrade() -> None:
    _rights()
    _retention()
    for table, column in INDEXES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_{column}"), [column], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        _let_go_on_postgresql()
    else:
        _let_go_on_sqlite(
            f" AND NOT {LETTER}", f"WHEN NOT ({BLOB}) ", f"WHEN NOT ({VALUE_ON_SQLITE}) "
        )
        _begin_agreed_on_sqlite()


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        _keep_on_postgresql()
    else:
        _let_go_on_sqlite("", "", "")
    for table in TABLES:
        op.drop_table(table)


def _rights() -> None:
    _table(
        "person_request",
        _key("case_id"),
        _key("entity_id"),
        _text("kind", 20),
        _sealed("text"),
        _day("received_on"),
        _day("due_on"),
        _day("extended_on", nullable=True),
        _text("extension_reason"),
        _day("answered_on", nullable=True),
        _text("outcome", 20),
        _sealed("answer", nullable=True),
        _key("by_id"),
        _moment("at"),
    )
    _table(
        "correction",
        _key("case_id"),
        _number("number"),
        _text("subject", 20),
        _key("subject_id"),
        _sealed("before"),
        _sealed("after"),
        _text("reason"),
        _key("by_id"),
        _moment("at"),
    )
    _table(
        "correction_place",
        _key("case_id"),
        _key("correction_id"),
        _number("number"),
        _text("kind", 20),
        _key("place_id"),
        _text("label", 300),
        sa.Column("outside", sa.Boolean(), nullable=False),
        _sealed("recipient", nullable=True),
        _day("done_on", nullable=True),
        _key("done_by_id", nullable=True),
        _text("answer"),
    )


def _retention() -> None:
    _table(
        "legal_hold",
        _key("case_id"),
        _text("reason"),
        _day("from_on"),
        _key("by_id"),
        _day("lifted_on", nullable=True),
        _key("lifted_by_id", nullable=True),
        _text("lifted_reason"),
    )
    _table(
        "destruction_plan",
        _key("organisation_id"),
        sa.Column("content", sa.JSON(), nullable=False),
        _text("digest", 64),
        _text("state", 20),
        _key("made_by_id"),
        _moment("made_at"),
        _key("settled_by_id", nullable=True),
        _moment("settled_at", nullable=True),
        _text("reason"),
        _key("executed_by_id", nullable=True),
        _moment("executed_at", nullable=True),
        sa.UniqueConstraint("digest", name=op.f("uq_destruction_plan_digest")),
    )
    _table(
        "destruction",
        _key("case_id"),
        _key("plan_id"),
        _text("retention", 20),
        _text("state", 10),
        sa.Column("counts", sa.JSON(), nullable=False),
        _text("fingerprint", 64),
        _moment("at"),
    )
    _table(
        "saved_filter",
        _key("user_id"),
        _text("name", 60),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.UniqueConstraint("user_id", "name", name=op.f("uq_saved_filter_user_id_name")),
    )


def _let_go_on_sqlite(sent: str, blob: str, value: str) -> None:
    """Sent letters, files and the values behind the trail go only while a destruction is open."""
    for name in ("letter_no_delete", "blob_no_delete", "event_value_no_update"):
        op.execute(f"DROP TRIGGER {name}")
    op.execute(
        f"CREATE TRIGGER letter_no_delete BEFORE DELETE ON letter WHEN OLD.state = 'sent'{sent} "
        "BEGIN SELECT RAISE(ABORT, 'append-only: DELETE on sent letter'); END"
    )
    op.execute(
        f"CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob {blob}"
        "BEGIN SELECT RAISE(ABORT, 'append-only: DELETE on blob'); END"
    )
    op.execute(
        f"CREATE TRIGGER event_value_no_update BEFORE UPDATE ON event_value {value}"
        "BEGIN SELECT RAISE(ABORT, 'append-only: UPDATE on event_value'); END"
    )


def _begin_agreed_on_sqlite() -> None:
    """A destruction opens only by a plan that a second person approved, and never again."""
    op.execute(
        "CREATE TRIGGER destruction_agreed BEFORE INSERT ON destruction "
        f"WHEN NEW.state = 'open' AND NOT {AGREED_ON_SQLITE} "
        "BEGIN SELECT RAISE(ABORT, 'append-only: INSERT on destruction'); END"
    )
    op.execute(
        "CREATE TRIGGER destruction_agreed_once BEFORE UPDATE ON destruction "
        "WHEN NEW.state = 'open' "
        "BEGIN SELECT RAISE(ABORT, 'append-only: UPDATE on destruction'); END"
    )


def _let_go_on_postgresql() -> None:
    op.execute("DROP TRIGGER letter_sent ON letter")
    op.execute(
        "CREATE TRIGGER letter_sent BEFORE UPDATE ON letter "
        "FOR EACH ROW WHEN (OLD.state = 'sent') EXECUTE FUNCTION sent_for_good()"
    )
    _allow("letter", LETTER, "DELETE", "OLD.state = 'sent'")
    for table, free, fixed, when in (
        ("blob", "DELETE", "UPDATE", BLOB),
        ("event_value", "UPDATE", "DELETE", VALUE_ON_POSTGRESQL),
    ):
        op.execute(f"DROP TRIGGER {table}_kept ON {table}")
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE {fixed} OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION kept_for_good()"
        )
        _allow(table, when, free, "true")
    _allow(
        "destruction",
        f"TG_OP = 'INSERT' AND {AGREED_ON_POSTGRESQL}",
        "INSERT OR UPDATE",
        "NEW.state = 'open'",
    )


def _allow(table: str, condition: str, change: str, which: str) -> None:
    """Refuse a change of the rows in `which`, but where the condition holds."""
    op.execute(
        f"CREATE FUNCTION {table}_let_go() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF {condition} THEN RETURN COALESCE(NEW, OLD); END IF; "
        "RAISE EXCEPTION 'append-only: % on %', TG_OP, TG_TABLE_NAME; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_kept_unless BEFORE {change} ON {table} "
        f"FOR EACH ROW WHEN ({which}) EXECUTE FUNCTION {table}_let_go()"
    )


def _keep_on_postgresql() -> None:
    op.execute("DROP TRIGGER letter_sent ON letter")
    op.execute(
        "CREATE TRIGGER letter_sent BEFORE UPDATE OR DELETE ON letter "
        "FOR EACH ROW WHEN (OLD.state = 'sent') EXECUTE FUNCTION sent_for_good()"
    )
    for table in ("letter", "blob", "event_value", "destruction"):
        op.execute(f"DROP TRIGGER {table}_kept_unless ON {table}")
        op.execute(f"DROP FUNCTION {table}_let_go()")
    for table in ("blob", "event_value"):
        op.execute(f"DROP TRIGGER {table}_kept ON {table}")
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION kept_for_good()"
        )


def _key(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Uuid(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _day(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _number(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _sealed(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.LargeBinary(), nullable=nullable)


def _text(name: str, length: int | None = None) -> sa.Column[object]:
    kind = sa.String(length=length) if length else sa.Text()
    return sa.Column(name, kind, nullable=False)


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    """A table with an id and a version; what ends in _id refers to what its name says."""
    names = [part.name for part in parts if isinstance(part, sa.Column)]
    op.create_table(
        name,
        *parts,
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{KEYS.get(column, 'user')}.id"], name=op.f(f"fk_{name}_{column}")
            )
            for column in names
            if column.endswith("_id") and column not in PLAIN
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
