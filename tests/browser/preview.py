"""The picture that shows where somebody shares a link to the guide: static/preview.png. Run it when colours change.

Drawn by the browser from the colours of the pages; it is committed, so that serving needs neither.
"""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

CHROMIUM, FLAGS = "/usr/bin/chromium", ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
STATIC = Path(__file__).parents[2] / "static"
FILE = STATIC / "preview.png"
SIZE = {"width": 1200, "height": 630}  # what messengers ask for
COLOURS = 32  # paper, ink, one accent and the steps between them

# The signpost of the browser tab, larger; templates/journey/parts/head.html has it too.
PAGE = """
<!doctype html>
<style>
  {colours}
  body {{ margin: 0; block-size: 630px; display: flex; flex-direction: column; justify-content: center; gap: 48px;
    padding-inline: 96px; box-sizing: border-box; border-block-end: 24px solid var(--accent);
    background: var(--paper); color: var(--ink); font: 48px/1.4 "Noto Sans", system-ui, sans-serif; }}
  b {{ display: flex; align-items: center; gap: 32px; font-size: 96px; line-height: 1; }}
  svg {{ inline-size: 112px; }}
</style>
<b>{sign}RefugeeGuide</b>
<span>Your next steps in Belgium</span>
"""


def page() -> str:
    """The page to photograph, with the light colours of base.css and the sign of the browser tab."""
    colours = re.search(r":root \{.*?\}", (STATIC / "base.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    head = (STATIC.parent / "templates/journey/parts/head.html").read_text(encoding="utf-8")
    sign = re.search(r"<svg .*?</svg>", head)
    assert colours
    assert sign
    return PAGE.format(colours=colours[0], sign=sign[0].replace("%23", "#"))


def main() -> None:
    """Photograph it, with few colours so that it stays light."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        shown = browser.new_page(viewport=SIZE, color_scheme="light")
        shown.set_content(page())
        shown.screenshot(path=FILE)
        browser.close()
    Image.open(FILE).convert("RGB").quantize(COLOURS).save(FILE, optimize=True)
    print(f"{FILE.name}: {FILE.stat().st_size / 1000:.1f} kB")


if __name__ == "__main__":
    main()
