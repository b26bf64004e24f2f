"""Every setting, read once from the environment or one `.env` file. `.env.example` documents each."""

import os
import secrets
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingsError

LOOPBACK = "127.0.0.1"


def _none_if_empty(value: SecretStr | None) -> SecretStr | None:
    return value if value is not None and value.get_secret_value().strip() else None


OptionalSecret = Annotated[SecretStr | None, AfterValidator(_none_if_empty)]


class Settings(BaseSettings):
    """What can be set. Secrets never show in `repr` or in logs."""

    model_config = SettingsConfigDict(
        env_file=".env", env_prefix="SAFERTOGETHER_", extra="ignore", env_ignore_empty=True, populate_by_name=True
    )

    telegram_bot_token: OptionalSecret = Field(default=None, validation_alias="TELEGRAM_BOT_TOKEN")
    webhook_url: str | None = None
    webhook_secret: OptionalSecret = None
    webhook_listen: str = LOOPBACK
    webhook_port: Annotated[int, Field(ge=1, le=65535)] = 8443
    data: Path = Path("var")
    database: OptionalSecret = None
    person_key: OptionalSecret = None
    embedder: str | None = None
    nlu: Literal["on", "off"] = "on"
    simulator_port: Annotated[int, Field(ge=0, le=65535)] = 8089
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    owners: Annotated[str, Field(pattern=r"^\s*(\d+\s*(,\s*\d+\s*)*)?$")] = ""
    messages_per_minute: Annotated[int, Field(ge=1, le=600)] = 20

    @property
    def database_url(self) -> str:
        """The database: the one set, or SQLite in the data folder."""
        if self.database is not None:
            return self.database.get_secret_value()
        return f"sqlite:///{(self.data / 'safertogether.db').resolve()}"

    def owner_ids(self) -> list[int]:
        """The Telegram ids of the owners of the fact-checkers' desk."""
        return [int(one) for one in self.owners.split(",") if one.strip()]

    def person_key_bytes(self) -> bytes:
        """The key that turns Telegram ids into hashes: the one set, or one made once and kept in the data folder.

        Raises:
            SettingsError: if the data folder cannot be written.
        """
        if self.person_key is not None:
            return self.person_key.get_secret_value().encode()
        return _kept_secret(self.data / "person.key")

    def webhook_secret_text(self) -> str:
        """The secret Telegram sends with each webhook call: the one set, or one made for this run."""
        return self.webhook_secret.get_secret_value() if self.webhook_secret else secrets.token_urlsafe(32)


def _kept_secret(path: Path) -> bytes:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_bytes()
        with os.fdopen(descriptor, "wb") as file:
            key = secrets.token_hex(32).encode()
            file.write(key)
    except OSError as error:
        raise SettingsError(f"cannot keep {path}: {error.strerror}. Make the data folder writable.") from error
    return key


def load_settings(*, data: Path | None = None, database: str | None = None) -> Settings:
    """Read the settings; `data` and `database` (from the command line) come before the environment.

    Raises:
        SettingsError: if one is wrong: which, and what it must be. Values are never repeated, they may be secret.
    """
    given: dict[str, object] = {}
    if data is not None:
        given["data"] = data
        given["database"] = None
    if database is not None:
        given["database"] = SecretStr(database)
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise SettingsError(f"a setting is wrong: {faults}") from None
