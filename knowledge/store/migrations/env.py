"""What Alembic runs; `knowledge.store.schema` hands it the connection, already in a transaction."""

from alembic import context

from knowledge.store.every_table import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite alters a table by copying it
)
with context.begin_transaction():
    context.run_migrations()
