"""A PostgreSQL server for the length of the test session: temporary, reached only by its socket, gone afterwards."""

import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg

_ACCOUNT = "postgres"
_INSTALLED = Path("/usr/lib/postgresql")


class PostgresMissing(Exception):
    """There is no PostgreSQL to start."""


class PostgresServer:
    """A server in a folder of its own, as the `postgres` account when root runs the tests: it refuses root."""

    def __init__(self) -> None:
        self._pg_ctl = _find("pg_ctl")
        self._initdb = _find("initdb")
        self._account = _account()
        self._folder = Path(tempfile.mkdtemp(prefix="st-pg-", dir="/tmp"))

    def start(self) -> None:
        """Makes the cluster and starts it."""
        if self._account:
            shutil.chown(self._folder, _ACCOUNT)
        data = self._folder / "data"
        self._run(self._initdb, "-D", data, "-U", _ACCOUNT, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        settings = f"-k {self._folder} -c listen_addresses= -c fsync=off -c max_connections=100"
        self._run(self._pg_ctl, "-D", data, "-l", self._folder / "log", "-o", settings, "-w", "start")

    def stop(self) -> None:
        """Stops it and removes its folder."""
        if (self._folder / "data" / "postmaster.pid").exists():
            self._run(self._pg_ctl, "-D", self._folder / "data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    def create_database(self, template: str = "template0") -> str:
        """Makes a database, empty or a copy of `template`; returns its name."""
        name = f"t{secrets.token_hex(6)}"
        self._execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop_database(self, name: str) -> None:
        """Removes a database, whoever is connected."""
        self._execute(f"DROP DATABASE {name} WITH (FORCE)")

    def url(self, name: str) -> str:
        """The database's URL."""
        return f"postgresql://{_ACCOUNT}@/{name}?host={self._folder}"

    def _execute(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def _run(self, *command: str | Path) -> None:
        words = [str(word) for word in command]
        # pg_ctl's server inherits the output: a pipe would stay open until the server ends.
        with (Path(tempfile.gettempdir()) / f"{self._folder.name}.out").open("w+") as output:
            Path(output.name).unlink()
            done = subprocess.run(
                words,
                stdout=output,
                stderr=output,
                cwd="/",
                timeout=60,
                check=False,
                user=self._account,
                group=self._account,
            )
            output.seek(0)
            if done.returncode:
                raise RuntimeError(f"{words} failed: {output.read()}")


def _find(name: str) -> str:
    found = shutil.which(name)
    if found:
        return found
    versions = sorted(_INSTALLED.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    if not versions:
        raise PostgresMissing(f"{name} is neither in PATH nor in {_INSTALLED}/*/bin")
    return str(versions[-1])


def _account() -> str | None:
    """The account to run as, when it must be another."""
    if os.geteuid() != 0:
        return None
    try:
        pwd.getpwnam(_ACCOUNT)
    except KeyError:
        raise PostgresMissing(f"root cannot run PostgreSQL and there is no account {_ACCOUNT!r}") from None
    return _ACCOUNT
