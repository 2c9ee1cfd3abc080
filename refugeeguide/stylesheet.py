"""The stylesheet that stands inside every page, so that a page is one request.

The content security policy allows it by its hash; no other inline style is ever allowed.
"""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path


def minified(path: Path) -> str:
    """A stylesheet without comments and superfluous space."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r" ?([{};:,>]) ?", r"\1", re.sub(r"\s+", " ", text)).replace(";}", "}").strip()


def csp_hash(text: str) -> str:
    """How a content security policy names an inline text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
