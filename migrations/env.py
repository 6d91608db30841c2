"""Alembic's way in: the tables come from the model, the address from the settings."""

from alembic import context
from sqlalchemy import Connection

from bureau.model import Base
from bureau.store import open_store
from config import Config


def run(connection: Connection) -> None:
    """Migrate over `connection`, all steps in one transaction."""
    context.configure(
        connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with open_store(Config.from_env().database_url).connect() as opened, opened.begin():
        run(opened)
