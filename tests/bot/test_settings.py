"""Settings come from the environment or one .env; secrets never show."""

import re
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import Settings, load_settings

PROJECT = Path(__file__).parents[2]
TOKEN = "123456:very-secret-token"


@pytest.fixture(autouse=True)
def _no_settings_around(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in variable_names():
        monkeypatch.delenv(name, raising=False)


def variable_names() -> set[str]:
    prefix = str(Settings.model_config["env_prefix"])
    names = {str(field.validation_alias or f"{prefix}{name}".upper()) for name, field in Settings.model_fields.items()}
    assert len(names) > 10
    return names


def test_env_example_documents_each_setting() -> None:
    """A setting that nobody can find does not exist."""
    example = (PROJECT / ".env.example").read_text(encoding="utf-8")
    assert set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE)) == variable_names()


def test_env_file_is_read(tmp_path: Path) -> None:
    """The .env of the folder the bot is started in counts."""
    (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\nSAFERTOGETHER_NLU=off\n", encoding="utf-8")
    settings = load_settings()
    assert settings.telegram_bot_token is not None
    assert settings.telegram_bot_token.get_secret_value() == TOKEN
    assert settings.nlu == "off"


def test_secrets_never_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """Repr and str of the settings carry a token, key, webhook secret or database password."""
    secrets = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "SAFERTOGETHER_PERSON_KEY": "person-key-person-key",
        "SAFERTOGETHER_WEBHOOK_SECRET": "hook-secret",
        "SAFERTOGETHER_DATABASE": "postgresql://user:db-password@localhost/x",
    }
    for name, value in secrets.items():
        monkeypatch.setenv(name, value)
    shown = repr(load_settings()) + str(load_settings())
    assert not any(value in shown for value in secrets.values())


def test_wrong_setting_is_named_without_its_value(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says which setting is wrong; the value may be a secret pasted into the wrong line."""
    monkeypatch.setenv("SAFERTOGETHER_WEBHOOK_PORT", TOKEN)
    with pytest.raises(SettingsError, match="webhook_port") as caught:
        load_settings()
    assert TOKEN not in str(caught.value)


def test_person_key_is_made_once_and_kept_private(tmp_path: Path) -> None:
    """Without a key of its own the bot makes one that only its user can read, and keeps it."""
    settings = load_settings(data=tmp_path / "data")
    assert settings.person_key_bytes() == settings.person_key_bytes()
    assert (tmp_path / "data" / "person.key").stat().st_mode & 0o077 == 0


def test_unwritable_data_folder_is_a_plain_error(tmp_path: Path) -> None:
    """A data folder that is a file cannot keep a key, and the error says so."""
    (tmp_path / "data").write_text("", encoding="utf-8")
    with pytest.raises(SettingsError, match="data folder"):
        load_settings(data=tmp_path / "data").person_key_bytes()


def test_command_line_data_folder_has_its_own_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`--data` means a scratch knowledge base, whatever database the environment names."""
    monkeypatch.setenv("SAFERTOGETHER_DATABASE", "postgresql://localhost/real")
    assert str(tmp_path / "scratch") in load_settings(data=tmp_path / "scratch").database_url
