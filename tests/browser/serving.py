"""The whole site as a process of its own, with the real content published in a database of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
PREPARE = (["migrate", "--verbosity", "0"], ["load_guide"], ["publish"])
SERVER = ["-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--workers", "1", "refugeeguide.wsgi"]


@contextmanager
def site(folder: Path) -> Iterator[str]:
    """Serves the site on a free port of this machine; gives its address, as http://127.0.0.1:12345."""
    env = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "LOCAL": "true",
        "DEBUG": "false",
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
