"""Somebody at a screen: every click, choice and screen is counted, every screen can be kept."""

import os
import re
from pathlib import Path

from tests.browser.conftest import sign_in

KEPT = os.environ.get("BUREAU_PICTURES", "")


class Hand:
    """One person in one browser; only what stands on the page is used."""

    def __init__(self, browser, city, name, language="en", **screen):
        screen = screen or {"viewport": {"width": 1280, "height": 900}}
        self.context = browser.new_context(**screen)
        self.context.set_default_timeout(20_000)
        self.page, self.city, self.name = self.context.new_page(), city, name
        self.language, self.touch = language, screen.get("has_touch", False)
        self.forget()
        self.page.on("framenavigated", self._seen)

    def forget(self):
        """Count from nought."""
        self.clicks = self.choices = self.typed = self.screens = 0

    def _seen(self, frame):
        self.screens += frame is self.page.main_frame

    def come_in(self):
        """Through the front door, in the language that the test reads."""
        sign_in(self.page, self.city, self.name)
        self.page.click(f"button[name=language][value={self.language}]")
        return self

    def go(self, target):
        """Press what leads to another page, and wait for it."""
        self.clicks += 1
        with self.page.expect_navigation():
            target.tap() if self.touch else target.click()
        return self

    def press(self, words, within="main"):
        """Press the button or link that says these words."""
        place = self.page.locator(within)
        named = re.compile(words) if isinstance(words, str) else words
        button = place.get_by_role("button", name=named)
        target = (button if button.count() else place.get_by_role("link", name=named)).first
        if target.locator("xpath=ancestor::form[@data-confirm]").count():
            self.clicks += 1
            target.click()
            yes = self.page.get_attribute("body", "data-yes") or ""
            target = self.page.get_by_role("button", name=yes)
        return self.go(target)

    def unfold(self, words):
        """Open what is folded under these words."""
        self.clicks += 1
        self.page.locator("main summary", has_text=words).first.click()
        return self

    def field(self, label, within="main"):
        """The field with this label."""
        place = self.page.locator(within).get_by_label(label)
        return place.and_(self.page.locator("input, textarea, select")).first

    def fill(self, label, text):
        """Type in the field with this label."""
        self.typed += 1
        self.field(label).fill(text)
        return self

    def choose(self, label, value):
        """Choose from the list with this label."""
        self.choices += 1
        self.field(label).select_option(value)
        return self

    def tick(self, label):
        """Tick what has this label."""
        self.choices += 1
        self.field(label).check()
        return self

    def said(self):
        """What stands on the page."""
        return self.page.inner_text("main")

    def keep(self, name):
        """Keep a picture of the whole page, where somebody asked for pictures."""
        if KEPT:
            width = self.page.viewport_size["width"]
            file = f"{name}-{self.language}-{width}.png"
            self.page.screenshot(path=Path(KEPT) / file, full_page=True)
        return self

    def leave(self):
        """Close the browser."""
        self.context.close()
