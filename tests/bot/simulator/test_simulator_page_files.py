"""The page's files: small, offline, safe, in two languages, readable."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[3] / "bot" / "simulator" / "page"


def test_page_stays_small_and_offline() -> None:
    """The page needs nothing from elsewhere, fits in 72 KB, and never writes markup from text."""
    files = [path for path in PAGE.iterdir() if path.is_file()]
    assert files
    assert sum(path.stat().st_size for path in files) < 72_000
    for path in files:
        text = path.read_text()
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text), path.name
        assert not re.search(r"""(?:src|href|url\()=?["'(]*https?:""", text), path.name


def test_both_languages_have_every_text() -> None:
    """Malay and English have the same keys, every key used exists, and none is left over."""
    source = (PAGE / "texts.js").read_text()
    malay, english = (set(re.findall(r"(\w+): \"", part)) for part in source.split("\n  en: {"))
    assert malay == english
    code = "".join(path.read_text() for path in PAGE.iterdir() if path.name != "texts.js")
    used = set(re.findall(r"data-t(?:-label|-placeholder)?=\"(\w+)\"", code)) | set(re.findall(r"\bt\(\"(\w+)\"", code))
    assert used <= malay
    assert malay <= set(re.findall(r"\"(\w+)\"", code))


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_colours_have_contrast() -> None:
    """Every text colour reaches 4.5:1 (WCAG AA) on every ground it is used on, light and dark."""
    blocks = re.findall(r":root \{(.*?)\}", (PAGE / "base.css").read_text(), re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        colours = dict(re.findall(r"--([\w-]+): (#\w{3,6});", block))
        pairs = [
            (ink, on) for ink in ("ink", "accent") for on in ("panel", "ground", "mine", "theirs", "tint", "hover")
        ]
        pairs += [("soft", on) for on in ("panel", "ground", "theirs", "tint", "hover")]
        pairs += [("on-accent", "accent"), ("right", "theirs"), ("wrong", "theirs")]
        for ink, on in pairs:
            light, dark = sorted((_luminance(colours[ink]), _luminance(colours[on])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, on)
