"""How soon pages are painted on a slow phone and line, against the same pages written by hand, and what they weigh.

Run by hand: python tests/browser/measure_paint.py [times]. Serves the site with the settings of production, and the
pages of by_hand/ as files; a browser with 400 ms to the server, 400 kbit/s and a sixth of the processor opens ours and
theirs in turn. Then it adds up the answers of a whole journey. Quiet machines give steadier figures.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

import brotli
from playwright.sync_api import Browser, CDPSession, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PHONE = {
    "viewport": {"width": 360, "height": 740},
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
}
SLOW = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 50_000,
    "uploadThroughput": 50_000,
}  # bytes a second
SLOWER = 6  # times less processor
PRODUCTION = {
    "LOCAL": "false", "SECRET_KEY": "only-for-measuring-" * 3, "ALLOWED_HOSTS": "localhost", "PYTHONPATH": str(ROOT),
    "DJANGO_SETTINGS_MODULE": "refugeeguide.settings",
}  # fmt: skip
SERVER = ["-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--workers", "1", "refugeeguide.wsgi"]
PAINTS = """() => new Promise(done => {
    let largest = 0;
    new PerformanceObserver(list => list.getEntries().forEach(each => largest = each.startTime))
        .observe({type: "largest-contentful-paint", buffered: true});
    setTimeout(() => done([performance.getEntriesByName("first-contentful-paint")[0].startTime, largest]), 500);
})"""


@dataclass
class Visit:
    """One opening of a page: milliseconds to the first and the largest paint, bytes with headers, requests."""

    first: float
    largest: float
    weight: float
    requests: int


def main(times: int) -> None:
    with tempfile.TemporaryDirectory() as folder, a_site(folder) as ours, by_hand() as theirs:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            compare(browser, ours, theirs, times)
            browser.close()
        journeys()


@contextmanager
def a_site(folder: str) -> Iterator[str]:
    """The site as it runs in production, but for the nginx in front."""
    os.environ.update(PRODUCTION, DATABASE_URL=f"sqlite:///{folder}/db.sqlite3", STATIC_ROOT=folder)
    for command in ("migrate --verbosity=0", "load_guide", "publish", "collectstatic --noinput"):
        subprocess.run(
            [sys.executable, "manage.py", *command.split()], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
        )
    with socket.create_server(("127.0.0.1", 0)) as port:
        server = subprocess.Popen(
            [sys.executable, *SERVER, "--bind", f"fd://{port.fileno()}"],
            cwd=ROOT, pass_fds=[port.fileno()], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        address = f"http://localhost:{port.getsockname()[1]}"
    try:
        import django

        django.setup()
        yield address
    finally:
        server.terminate()
        server.wait()


@contextmanager
def by_hand() -> Iterator[str]:
    """The hand-written pages as files, with no more headers than a browser needs."""
    files = hand_written()

    class Files(BaseHTTPRequestHandler):
        """Serves the files above."""

        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = files.get(self.path)
            self.send_response(200 if body else 404)
            for header in ("Content-Type: text/html; charset=utf-8", "Content-Encoding: br"):
                self.send_header(*header.split(": "))
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *args: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()


def hand_written() -> dict[str, bytes]:
    """Each of these pages under its path, compressed like ours."""
    from refugeeguide.content import release
    from refugeeguide.journey.views import today
    from tests.browser.by_hand.pages import LANGUAGES, OURS, written

    release.refresh()
    compress = partial(brotli.compress, mode=brotli.MODE_TEXT, quality=9, lgwin=16)
    return {
        f"/{name}/{language}": compress(written(name, language, release.current(), today()).encode())
        for name in OURS
        for language in LANGUAGES
    }


def compare(browser: Browser, ours: str, theirs: str, times: int) -> None:
    """Open each page of both in turn and print the medians."""
    from tests.browser.by_hand.pages import LANGUAGES, OURS

    print(f"{'':12}{'first paint, ms':>28}{'largest paint, ms':>28}{'bytes':>20}{'requests':>12}")
    for name, address in OURS.items():
        for language in LANGUAGES:
            pair = [f"{ours}{address.format(language)}", f"{theirs}/{name}/{language}"]
            for page in pair:
                visit(browser, page, language)  # both servers and the browser have done it once
            visits = [[visit(browser, page, language) for page in pair] for _ in range(times)]
            report(f"{name} {language}", [each[0] for each in visits], [each[1] for each in visits])


def report(name: str, ours: list[Visit], theirs: list[Visit]) -> None:
    """One line; in brackets the ratio of the quickest visits, which other work on the machine disturbs least."""
    columns = [f"{name:12}"]
    for figure in ("first", "largest"):
        a, b = ([getattr(each, figure) for each in visits] for visits in (ours, theirs))
        middle = f"{median(a):.0f} / {median(b):.0f} = {median(a) / median(b):.2f}"
        columns.append(f"{f'{middle} ({min(a) / min(b):.2f})':>28}")
    a, b = (visits[0].weight for visits in (ours, theirs))
    columns.append(f"{f'{a:.0f} / {b:.0f} = {a / b:.2f}':>20}")
    columns.append(f"{f'{ours[0].requests} / {theirs[0].requests}':>12}")
    print("".join(columns), flush=True)


def visit(browser: Browser, address: str, language: str) -> Visit:
    """Open a page as somebody who comes for the first time, but with all answers given."""
    # nginx says that it took a request in by TLS.
    said = {"X-Forwarded-Proto": "https", "Accept-Language": language}
    context = browser.new_context(**PHONE, extra_http_headers=said)
    context.add_cookies([cookie()])
    page = context.new_page()
    line = context.new_cdp_session(page)
    weights, requests = listen(line)
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    line.send("Network.emulateNetworkConditions", SLOW)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    answer = page.goto(address)
    assert (answer and answer.status, page.url) == (200, address)
    first, largest = page.evaluate(PAINTS)
    context.close()
    return Visit(first, largest, sum(weights), sum(not url.startswith("data:") for url in requests))


def listen(line: CDPSession) -> tuple[list[float], list[str]]:
    """Lists that fill with the bytes and the addresses of what the page asks for."""
    weights: list[float] = []
    requests: list[str] = []
    line.send("Network.enable")
    line.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    line.on("Network.requestWillBeSent", lambda event: requests.append(event["request"]["url"]))
    return weights, requests


def cookie() -> dict[str, object]:
    """The cookie of a person who has answered everything."""
    from django.conf import settings

    from tests.journey.sizing import EIGHT
    from tests.journey.visitor import Visitor

    token = Visitor(EIGHT).token
    return {"name": settings.ANSWERS_COOKIE, "value": token, "url": "https://localhost/", "secure": True}


def journeys() -> None:
    """What all answers of the server weigh together, from the door over ten questions to the plan."""
    from refugeeguide.content import release
    from tests.browser.by_hand.pages import LANGUAGES

    release.refresh()
    for language in LANGUAGES:
        weights = journey(language)
        print(f"\njourney {language}: {sum(weights.values())} bytes, {len(weights)} answers")
        print(", ".join(f"{name} {weight}" for name, weight in weights.items()))


def journey(language: str) -> dict[str, int]:
    """The bytes of each answer: door, start, each question with the redirect after it, answers, plan."""
    from tests.journey.sizing import EIGHT, on_the_wire
    from tests.journey.visitor import Visitor
    from tests.oracle import asked

    browser = {
        "accept-encoding": "br", "accept-language": language, "host": "localhost", "x-forwarded-proto": "https",
        "sec-fetch-site": "same-origin",
    }  # fmt: skip
    visitor = Visitor(language=language, headers=browser)
    weights = {"door": on_the_wire(visitor.client.get("/")), "start": on_the_wire(visitor.open(""))}
    ten = EIGHT | {"needs": ["law", "travel"]}  # who has no question about the card
    questions = asked(ten)
    assert len(questions) == 10, questions
    for slug in questions:
        weights[slug] = on_the_wire(visitor.open(f"questions/{slug}/"))
        weights[f"{slug} sent"] = on_the_wire(visitor.say(slug, ten[slug]))
    weights |= {page: on_the_wire(visitor.open(f"{page}/")) for page in ("answers", "plan")}
    return weights


if __name__ == "__main__":
    print(f"{datetime.now().astimezone():%d %B %Y %H:%M}: ours / by hand = ratio")
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
