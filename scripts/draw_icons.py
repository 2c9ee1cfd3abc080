"""Draws static/icon-192.png and icon-512.png: the sign of static/icon.svg for phones that want squares of pixels.

Run by hand after a change of the sign: `.venv/bin/python scripts/draw_icons.py`.
"""

from pathlib import Path

from PIL import Image, ImageDraw

STATIC = Path(__file__).parents[1] / "static"
GROUND, SIGN = "#0a4a66", "#ffffff"
UNITS = 16  # the drawing is this wide and high; the sign keeps to the middle, which no phone cuts off
ARROW = [(4, 11), (4, 5), (8, 5), (12, 8), (8, 11)]
FINER = 4  # drawn so many times larger first, for smooth edges
COLOURS = 8


def draw(size: int) -> None:
    """One picture of so many pixels a side."""
    scale = size * FINER // UNITS
    image = Image.new("RGB", (size * FINER, size * FINER), GROUND)
    ImageDraw.Draw(image).polygon([(x * scale, y * scale) for x, y in ARROW], fill=SIGN)
    small = image.resize((size, size), Image.Resampling.BOX).quantize(COLOURS)
    small.save(STATIC / f"icon-{size}.png", optimize=True)


for each in (192, 512):
    draw(each)
