"""SQLAlchemy's and SQLite's exceptions in this package's words."""

import sqlite3

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from knowledge.errors import SchemaOutdatedError, StoreError

# PostgreSQL's undefined_table and undefined_column: https://www.postgresql.org/docs/15/errcodes-appendix.html
_MISSING_SQLSTATES = {"42P01", "42703"}
_MISSING_IN_SQLITE = ("no such table", "no such column", "has no column named")
FOREIGN_ERRORS = (SQLAlchemyError, sqlite3.Error)


def translated(error: SQLAlchemyError | sqlite3.Error) -> StoreError:
    """The same failure as an error of this package.

    Only the first line of the cause is kept: the further lines may quote what people wrote.
    """
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    reason = (str(cause).splitlines() or [type(cause).__name__])[0]
    if _is_missing_schema(cause, reason):
        return SchemaOutdatedError(f"The database lacks what this version needs ({reason}). Migrate it first.")
    return StoreError(f"The database cannot be used: {reason}")


def _is_missing_schema(cause: BaseException, reason: str) -> bool:
    sqlstate = getattr(cause, "sqlstate", None)
    return sqlstate in _MISSING_SQLSTATES or any(words in reason for words in _MISSING_IN_SQLITE)
