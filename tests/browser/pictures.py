"""Photographs for the README: a question, a plan and a page on paper, from the real site. Run by `make pictures`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "refugeeguide.settings")

import django  # noqa: E402  (settings first)

django.setup()

from PIL import Image  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from tests.browser.conftest import CHROMIUM, FLAGS, PHONE  # noqa: E402
from tests.browser.serving import site  # noqa: E402
from tests.browser.sights import FAMILY, SIGHTS, answers_as_cookie, show  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
COLOURS = 64  # enough for ink, paper and a few tints


def photograph(browser: Browser, base: str, name: str, language: str) -> Path:
    """One kind of page on a phone, as far as it shows without moving."""
    page = browser.new_page(viewport=PHONE, device_scale_factor=1.5)
    show(page, next(sight for sight in SIGHTS if sight.name == name), language, base)
    file = PICTURES / f"{'question' if name in FAMILY else name}.png"
    page.screenshot(path=file)
    page.close()
    return file


def print_first_page(browser: Browser, base: str, language: str) -> Path:
    """The first page of the paper."""
    context: Any = browser.new_context()
    context.add_cookies([{**answers_as_cookie(FAMILY), "url": base}])
    paper = context.request.get(f"{base}/{language}/plan/checklist.pdf").body()
    file = PICTURES / "checklist"
    subprocess.run(["pdftoppm", "-png", "-singlefile", "-r", "75", "-", file], input=paper, check=True)
    return file.with_suffix(".png")


def main() -> None:
    """All three, made light."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, site(Path(folder)) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        files = [
            photograph(browser, base, "status", "ar"),
            photograph(browser, base, "plan", "en"),
            print_first_page(browser, base, "fr"),
        ]
        browser.close()
    for file in files:
        Image.open(file).convert("RGB").quantize(COLOURS).save(file, optimize=True)
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
