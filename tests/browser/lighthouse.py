"""What Lighthouse finds on five kinds of pages: accessibility, performance, best practices, and each audit below 1.

Run by hand: python tests/browser/lighthouse.py FOLDER, where `npm install --prefix FOLDER lighthouse@13` has put it;
it needs the Node that its package asks for. The site runs with the settings of production on this machine: a browser
takes plain http from localhost for safe, so no audit is lost for want of TLS.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.browser.measure_paint import CHROMIUM, FLAGS, a_site, cookie

CATEGORIES = ("accessibility", "performance", "best-practices")
PAGES = (
    "/en/", "/en/questions/needs/", "/en/plan/", "/en/contacts/", "/en/procedures/blue-passport/", "/ar/plan/",
)  # fmt: skip


def main(installed: Path) -> None:
    program = installed / "node_modules/lighthouse/cli/index.js"
    missing = [
        str(each) for each in (shutil.which("node") or "node", program, CHROMIUM) if not Path(each).exists()
    ]
    if missing:
        raise SystemExit(
            f"Missing: {', '.join(missing)}. How to install Lighthouse stands at the top of this file."
        )
    with tempfile.TemporaryDirectory() as folder, a_site(folder) as site:
        answers = cookie()
        headers = {"Cookie": f"{answers['name']}={answers['value']}", "X-Forwarded-Proto": "https"}
        said = Path(folder, "headers.json")
        said.write_text(json.dumps(headers))
        print(f"{'':34}" + "".join(f"{name:>16}" for name in CATEGORIES))
        for page in PAGES:
            report(page, looked_at(program, f"{site}{page}", said))


def looked_at(program: Path, address: str, headers: Path) -> dict[str, Any]:
    """The findings on one page, as on a phone with a slow line."""
    command = [
        "node", str(program), address, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}",
        f"--extra-headers={headers}", f"--chrome-flags=--headless=new {' '.join(FLAGS)}",
    ]  # fmt: skip
    done = subprocess.run(
        command, env=os.environ | {"CHROME_PATH": CHROMIUM}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    return json.loads(done.stdout)


def report(page: str, found: dict[str, Any]) -> None:
    """One line of marks, and below it what cost any, or would if it had a weight."""
    assert found["finalDisplayedUrl"].endswith(page), found["finalDisplayedUrl"]
    marks = "".join(f"{found['categories'][name]['score'] * 100:>16.0f}" for name in CATEGORIES)
    print(f"{page:34}{marks}", flush=True)
    for name in CATEGORIES:
        weights = {each["id"]: each["weight"] for each in found["categories"][name]["auditRefs"]}
        for slug, weight in weights.items():
            audit = found["audits"][slug]
            if audit["score"] is not None and audit["score"] < 1:
                said = audit.get("displayValue", "")
                print(f"    {name}, {slug}: {audit['score']:.2f} (weight {weight}) {said}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
