"""The whole site as a process of its own, with the real content published in a database of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).parents[2]
PREPARE = (["migrate", "--verbosity", "0"], ["load_guide"], ["publish"])
SERVER = ["-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--workers", "1", "refugeeguide.wsgi"]


class _Weather(BaseHTTPRequestHandler):
    """A page about something else, as the exit leads to."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(
            b"<!DOCTYPE html><html lang=en><link rel=icon href=data:,><title>Weather</title><h1>Rain</h1>"
        )

    def log_message(self, *args: object) -> None:
        """Nothing."""


@contextmanager
def elsewhere() -> Iterator[str]:
    """Another site on this machine; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Weather)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def site(folder: Path, **settings: str) -> Iterator[str]:
    """Serves the site on a free port of this machine; gives its address, as http://127.0.0.1:12345."""
    env = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "LOCAL": "true",
        "DEBUG": "false",
        **settings,
    }
    for command in PREPARE:
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL
        )
    # The port is open before the server is, so a first request waits in the queue instead of being refused.
    with socket.create_server(("127.0.0.1", 0)) as port:
        address, bind = f"http://127.0.0.1:{port.getsockname()[1]}", f"fd://{port.fileno()}"
        server = subprocess.Popen(
            [sys.executable, *SERVER, "--bind", bind],
            cwd=ROOT, env=env, pass_fds=[port.fileno()], stdout=subprocess.DEVNULL,
        )  # fmt: skip
    try:
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)
