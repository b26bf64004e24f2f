"""A headless Chromium window for the simulator's page; the scripts beside this file take the docs' pictures with it."""

import io
from pathlib import Path

from PIL import Image
from selenium import webdriver

IMAGES = Path(__file__).parent / "images"
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync")  # fmt: skip


def window(width: int, height: int, *, dark: bool = False) -> webdriver.Chrome:
    """Open a window of a size in CSS pixels; one narrower than 500 is a phone's."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in _FLAGS:
        options.add_argument(flag)
    if dark:
        options.add_argument("--blink-settings=preferredColorScheme=0")
    chrome = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    resize(chrome, width, height)
    return chrome


def resize(chrome: webdriver.Chrome, width: int, height: int) -> None:
    """Make the page of another size, in CSS pixels."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def keep(name: str, picture: bytes, colours: int, most: tuple[int, int] | None = None) -> None:
    """Save a picture for the docs in few colours, so that the file is small.

    Args:
        name: Of the file, without ".png".
        picture: A PNG.
        colours: How many.
        most: Width and height it is made smaller to, in pixels, if it is larger.
    """
    with Image.open(io.BytesIO(picture)) as opened:
        image = opened.convert("RGB")
    if most is not None:
        image.thumbnail(most)
    path = IMAGES / f"{name}.png"
    image.quantize(colours, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")  # noqa: T201
