"""Takes the README's pictures of the simulator's page. Start the bot first (`make run`), then run this file.

Needs Debian's chromium and chromium-driver: `.venv/bin/python docs/screenshots.py [address]`.
"""

import sys
import time

from page_window import IMAGES, window
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

ANSWER_S = 6.0


def open_chat(chrome: webdriver.Chrome, address: str) -> None:
    """Open the page and the chat with the bot."""
    chrome.get(address)
    time.sleep(2)
    chrome.find_element(By.CSS_SELECTOR, "#chats .avatar.bot").click()
    time.sleep(1)


def say(chrome: webdriver.Chrome, text: str) -> None:
    """Type a message, send it and give the bot time to answer."""
    box = chrome.find_element(By.ID, "text")
    box.send_keys(text, Keys.ENTER)
    time.sleep(ANSWER_S)


def main() -> None:
    """Three pictures: a desktop conversation, a phone in Malay, the same in the dark."""
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8089/"
    IMAGES.mkdir(exist_ok=True)
    desk = window(1280, 800)
    open_chat(desk, address)
    desk.find_element(By.ID, "big").click()
    time.sleep(ANSWER_S)
    say(desk, "eh btul ke kertas undi bertanda titik hitam tu sengaja diedar supaya undi rosak??")
    desk.save_screenshot(str(IMAGES / "simulator-desktop.png"))
    say(desk, "mesin undi kat Puchong kena hack semalam")
    say(desk, "they say the ballot paper got black dots this time")
    desk.save_screenshot(str(IMAGES / "simulator-desktop-later.png"))
    desk.quit()
    for name, dark in (("simulator-phone", False), ("simulator-phone-dark", True)):
        phone = window(375, 812, dark=dark)
        open_chat(phone, address)
        phone.save_screenshot(str(IMAGES / f"{name}.png"))
        phone.quit()


if __name__ == "__main__":
    main()
