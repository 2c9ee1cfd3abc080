"""Printing fetches nothing: neither an address nor a file, whatever stands in the HTML."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pypdf
import pytest

from refugeeguide.journey import pdf
from tests.words import pdf_text

HERE = "http://127.0.0.1:9/"
HOSTILE = [
    '<img src="{}a.png" alt="a">',
    '<img srcset="{}a.png 1x" alt="a">',
    '<picture><source srcset="{}a.png"><img src="{}b.png" alt="a"></picture>',
    '<link rel="stylesheet" href="{}a.css">',
    '<style>@import "{}a.css";</style>',
    "<style>@import url({}a.css);</style>",
    "<style>@font-face {{ font-family: x; src: url({}a.ttf) }} p {{ font-family: x }}</style><p>a</p>",
    "<style>p {{ background: url({}a.png) }}</style><p>a</p>",
    '<p style="background-image: url({}a.png)">a</p>',
    '<p style="content: url({}a.png)">a</p>',
    '<ul style="list-style-image: url({}a.png)"><li>a</li></ul>',
    '<p style="border-image: url({}a.png) 30">a</p>',
    '<p style="mask-image: url({}a.png)">a</p>',
    '<object data="{}a.svg" type="image/svg+xml">a</object>',
    '<embed src="{}a.svg" type="image/svg+xml">',
    '<iframe src="{}a.html"></iframe>',
    '<svg width="9" height="9"><image href="{}a.png" width="9" height="9"/></svg>',
    '<svg width="9" height="9" xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="{}a.svg#a"/></svg>',
    '<link rel="attachment" href="{}a.txt">',
    '<a rel="attachment" href="{}a.txt">a</a>',
    '<base href="{}"><img src="a.png" alt="a">',
    '<input type="image" src="{}a.png" alt="a">',
]
WATCHED = ("open", "socket.connect", "socket.getaddrinfo", "urllib.Request", "ftplib.connect")


@pytest.fixture(scope="module")
def seen() -> Any:
    """What Python opens and connects to, while the flag is up. A hook stays for ever, so it is made once."""
    seen: dict[str, Any] = {"on": False, "events": []}

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if seen["on"] and event in WATCHED:
            seen["events"].append(f"{event} {args[0]}")

    sys.addaudithook(hook)
    return seen


@pytest.mark.parametrize("start", ["http", "https", "ftp", "file", "path"])
def test_nothing_is_fetched(seen: dict[str, Any], start: str, tmp_path: Path) -> None:
    """No editor's text, whatever slips through, makes the server open an address or a file."""
    (tmp_path / "a.txt").write_text("secret words")
    for name in ("a.svg", "a.png", "a.css", "a.html"):
        (tmp_path / name).write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>secret</text></svg>')
    base = f"{tmp_path}/" if start == "path" else tmp_path.as_uri() + "/" if start == "file" else HERE
    base = base.replace("http:", f"{start}:") if start in ("https", "ftp") else base
    pdf.warm()
    seen["events"].clear()
    seen["on"] = True
    try:
        made = pdf.render(f'<html lang="en"><title>a</title>{"".join(HOSTILE).replace("{}", base)}</html>')
    finally:
        seen["on"] = False
    assert seen["events"] == []
    assert "secret" not in pdf_text(made)
    assert not pypdf.PdfReader(io.BytesIO(made)).attachments
