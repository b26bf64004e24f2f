"""The page works like a chat app, by mouse and by keyboard, and shows nothing unescaped."""

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from bot.simulator import start_simulator
from tests.bot.simulator.tiny_bot import introduce, polling

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,800",
)
browser_test = pytest.mark.browser


class Page:
    """One browser window, acting through the page as a person would."""

    def __init__(self, driver: webdriver.Chrome, url: str) -> None:
        self.driver = driver
        self.url = url

    def open_as(self, name: str, language: str = "ms") -> "Page":
        """Opens the page as someone new."""
        self.driver.get(self.url)
        self.driver.execute_async_script(
            """const done = arguments[2];
            fetch("/sim/people", {method: "POST", headers: {"Content-Type": "application/json"},
              body: JSON.stringify({first_name: arguments[0], language_code: arguments[1]})})
            .then((answer) => answer.json()).then((made) => {
              localStorage.clear(); localStorage.setItem("person", made.id); done(); })""",
            name,
            language,
        )
        self.driver.get(self.url)
        self.see("body[data-ready]")
        return self

    def all(self, selector: str) -> list[WebElement]:
        """Finds what is displayed."""
        return [node for node in self.driver.find_elements(By.CSS_SELECTOR, selector) if node.is_displayed()]

    def see(self, selector: str, text: str = "") -> WebElement:
        """Waits for an element, the last one with this text."""

        def look(_: webdriver.Chrome) -> list[WebElement]:
            return [node for node in self.all(selector) if text in node.text]

        wait = WebDriverWait(self.driver, 5, poll_frequency=0.05, ignored_exceptions=[Exception])
        return wait.until(look, f"{selector} {text}")[-1]

    def write(self, text: str) -> None:
        """Types into the message field and presses Enter."""
        self.see("#text").send_keys(text, Keys.ENTER)

    def start(self) -> None:
        """Presses the big start button."""
        self.see("#big").click()
        self.see(".bubble", "Selamat datang")


async def _serve(urls: list[str], ready: threading.Event, stop: asyncio.Event) -> None:
    simulator = await start_simulator()
    async with polling(simulator) as bot:
        await introduce(bot.app)
        urls.append(simulator.page_url)
        ready.set()
        await stop.wait()
    await simulator.stop()


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A simulator with three people, a group and the tiny bot, in a thread of its own."""
    urls: list[str] = []
    ready, stop = threading.Event(), asyncio.Event()
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_until_complete, args=(_serve(urls, ready, stop),))
    thread.start()
    assert ready.wait(10)
    yield urls[0]
    loop.call_soon_threadsafe(stop.set)
    thread.join()
    loop.close()


@pytest.fixture(scope="module")
def driver(url: str) -> Iterator[webdriver.Chrome]:
    """A headless Chromium, closed before the simulator stops; no page may log an error."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    yield browser
    logged = browser.execute("getLog", {"type": "browser"})["value"]
    problems = [entry["message"] for entry in logged if entry["level"] == "SEVERE"]
    browser.quit()
    assert problems == []


@pytest.fixture
def page(driver: webdriver.Chrome, url: str) -> Page:
    """The page, as a new Malay-speaking person at a desktop."""
    driver.set_window_size(1280, 800)
    return Page(driver, url).open_as("Aina")


@browser_test
def test_first_visit_then_conversation(page: Page) -> None:
    """A new person reads what the bot does in their language, starts it, writes, and is answered."""
    assert "Kami semak" in page.see("#welcome").text
    page.start()
    page.write("salam")
    page.see(".bubble", "Anda kata: salam")
    page.open_as("Ben", "en")
    assert "We check it" in page.see("#welcome").text


@browser_test
def test_user_text_is_never_markup(page: Page) -> None:
    """Names and messages that look like HTML are shown as they were written."""
    attack = "<img src=x onerror=window.hacked=1>"
    page.open_as(attack)
    page.start()
    page.write(attack)
    page.see(".bubble", f"Anda kata: {attack}")
    assert page.driver.execute_script("return window.hacked") is None
    assert page.all("#log img") == []


@browser_test
def test_buttons(page: Page) -> None:
    """A callback shows its toast and edits; a link to the bot opens it here, others in a new tab."""
    page.start()
    page.write("/semak")
    source = page.see("a.key", "Sumber")
    assert source.get_attribute("target") == "_blank"
    page.see("a.key", "Buka").click()
    page.see(".bubble", "Selamat datang e_1")
    page.see("button.key", "Bukan dakwaan ini").click()
    page.see("#toast", "Terima kasih")
    page.see(".bubble", "Baik, saya catat.")
    assert page.see(".meta span").text == "disunting"


@browser_test
def test_share_button_asks_for_a_chat_and_offers_results(page: Page) -> None:
    """Sharing asks where, types the inline query there, and Enter sends the chosen result."""
    page.start()
    page.write("/semak")
    page.see("button.key", "Kongsi").click()
    page.see("dialog .primary").click()
    page.see("#suggest li", "Titik hitam")
    page.see("#text").send_keys(Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ENTER)
    assert "PALSU" in page.see(".mine .bubble", "melalui @SaferTogetherBot").text


@browser_test
def test_quiz_shows_right_wrong_and_why(page: Page) -> None:
    """After an answer the quiz marks it in words, shows the right one and the explanation."""
    page.start()
    page.write("/kuiz")
    page.see("button.option", "Kongsi segera").click()
    assert "Kurang tepat" in page.see(".option.wrong").text
    assert "Betul" in page.see(".option.right").text
    assert "Semak siapa" in page.see(".explain").text
    assert page.all("button.option") == []


@browser_test
def test_command_menu_speaks_the_persons_language(page: Page) -> None:
    """The menu lists the commands set for the person's language, and sends by click or by typing."""
    page.start()
    page.see("#menu").click()
    assert "Semak satu dakwaan" in page.see("#suggest").text
    page.see("#text").send_keys(Keys.ESCAPE)
    assert page.all("#suggest") == []
    page.open_as("Ben", "en").start()
    page.see("#text").send_keys("/ch")
    page.see("#suggest li", "Check a claim")
    page.see("#text").send_keys(Keys.ENTER)
    page.see(".bubble", "PALSU")


@browser_test
def test_forwarding_and_escape(page: Page) -> None:
    """Text from elsewhere is forwarded with its origin; Esc closes the dialog without sending."""
    page.start()
    page.see("#forward-in").click()
    page.see("dialog input").send_keys("Grup Taman", Keys.ESCAPE)
    assert page.all("dialog") == []
    page.see("#forward-in").click()
    page.see("dialog input").send_keys("Grup Taman")
    page.see("dialog textarea").send_keys("undi rosak??")
    page.see("dialog .primary").click()
    assert "Dimajukan daripada Grup Taman" in page.see(".mine .bubble", "undi rosak??").text


@browser_test
def test_reply_edit_and_attach(page: Page, tmp_path: Path) -> None:
    """Replies show what they answer, arrow-up edits the last message, files go with a caption."""
    page.start()
    page.see(".msg:not(.mine) .more").send_keys(Keys.ENTER)
    page.see("#popup button", "Balas").click()
    page.write("terima kasih")
    assert "Selamat datang" in page.see(".mine .quote").text
    page.see("#text").send_keys(Keys.ARROW_UP)
    page.write("!")
    page.see(".mine .bubble", "terima kasih!")
    file = tmp_path / "nota.txt"
    file.write_text("isi")
    page.driver.find_element(By.ID, "file").send_keys(str(file))
    page.see("dialog input").send_keys("tolong semak")
    page.see("dialog .primary").click()
    page.see(".mine .bubble", "tolong semak")
    page.see(".msg:not(.mine) .file", "balik.txt")


@browser_test
def test_several_people_and_unread(page: Page) -> None:
    """In a new group one person's message is unread for another until they open the chat."""
    page.see("#add-group").click()
    page.see("dialog [name=title]").send_keys("Kelas 5A")
    page.see("dialog .primary").click()
    page.see("#title", "Kelas 5A")
    page.write("@SaferTogetherBot betul?")
    page.see(".bubble", "Anda kata")
    kavitha = page.see("#person option", "Kavitha")
    assert "3 belum dibaca" in kavitha.text
    kavitha.click()
    page.see("#title", "Kelas 5A")
    assert "belum dibaca" not in page.see("#person option", "Kavitha").text


@browser_test
def test_block_and_unblock(page: Page) -> None:
    """Blocking replaces the message field by one way back."""
    page.start()
    page.see("#chat-menu").click()
    page.see("#popup button", "Sekat bot").click()
    page.see("#big", "Nyahsekat bot").click()
    page.write("kembali")
    page.see(".bubble", "Anda kata: kembali")


@browser_test
def test_language_toggle_and_labels(page: Page) -> None:
    """One press changes every text; every button and field has a name for screen readers."""
    page.start()
    page.see("#language", "English").click()
    assert page.see("#add-group").text == "New group"
    assert page.driver.execute_script("return document.documentElement.lang") == "en"
    nameless = page.driver.execute_script(
        """return [...document.querySelectorAll("button, input:not([hidden]), select, textarea")]
        .filter((node) => !node.closest("[hidden]") && !node.textContent.trim()
          && !node.getAttribute("aria-label") && !node.labels?.length).map((node) => node.outerHTML)"""
    )
    assert nameless == []


@browser_test
def test_phone_shows_one_pane(page: Page) -> None:
    """At 375 pixels the list and the chat take turns, and nothing is wider than the screen."""
    page.driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 375, "height": 812, "deviceScaleFactor": 1, "mobile": True}
    )
    page.open_as("Aina")
    assert page.all("main") == []
    page.see("#chats button").click()
    page.start()
    page.write("/semak")
    page.see(".key")
    assert page.all("aside") == []
    widest = "return Math.max(document.body.scrollWidth, document.getElementById('scroll').scrollWidth)"
    assert page.driver.execute_script(widest) <= 375
    page.see("#back").click()
    page.see("aside")
    page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_foreign_sites_are_refused(url: str, headers: dict[str, str]) -> None:
    """No web site can drive the page's endpoints or the Bot API through a visitor's browser."""
    for path in ("sim/send", "sim/state", "bot700000000:SIMULATOR-loopback-only-not-a-secret/getMe"):
        assert httpx.post(url + path, headers=headers, json={}).status_code == 403
