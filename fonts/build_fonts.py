"""Make the six printing fonts of this folder from the @fontsource packages (needs npm).

    .venv/bin/python fonts/build_fonts.py

The packages hold WOFF2 cut into one piece a script, which costs WeasyPrint two seconds a page to unpack. Static,
uncut TTF costs nothing. Arabic script comes from Vazirmatn because the text in a PDF set in the present
Noto Sans Arabic cannot be searched, copied or read aloud. The result is the same bytes on every run.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
VERSION = "5.3.0"
WEIGHTS = {"Regular": 400, "Bold": 700}
# our file name: (package, the pieces that become one font)
FAMILIES = {
    "NotoSans": ("noto-sans", ["latin", "latin-ext", "cyrillic", "cyrillic-ext"]),
    "Vazirmatn": ("vazirmatn", ["arabic"]),
    "NotoSansEthiopic": ("noto-sans-ethiopic", ["ethiopic"]),
}


def fetch(folder: Path) -> Path:
    """Install the packages into `folder`; return where they lie."""
    packages = [f"@fontsource/{package}@{VERSION}" for package, _ in FAMILIES.values()]
    subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), *packages], check=True)
    return folder / "node_modules" / "@fontsource"


def unpack(piece: Path, folder: Path) -> Path:
    """WOFF2 -> TTF, because fontTools merges plain TTF files only."""
    font = TTFont(piece, recalcTimestamp=False)
    font.flavor = None
    unpacked = folder / f"{piece.stem}.ttf"
    font.save(unpacked)
    return unpacked


def build(package: Path, pieces: list[str], weight: int, target: Path, folder: Path) -> None:
    """One weight of one family: its pieces merged into `target`."""
    files = [package / "files" / f"{package.name}-{piece}-{weight}-normal.woff2" for piece in pieces]
    unpacked = [str(unpack(file, folder)) for file in files]
    font = Merger().merge(unpacked) if len(unpacked) > 1 else TTFont(unpacked[0])
    font.recalcTimestamp = False
    head = font["head"]
    head.created = head.modified = TTFont(unpacked[0])["head"].created  # not the moment of merging
    font.save(target)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        packages = fetch(folder)
        for family, (package, pieces) in FAMILIES.items():
            for style, weight in WEIGHTS.items():
                build(packages / package, pieces, weight, HERE / f"{family}-{style}.ttf", folder)
            shutil.copyfile(packages / package / "LICENSE", HERE / f"OFL-{family}.txt")


if __name__ == "__main__":
    main()
