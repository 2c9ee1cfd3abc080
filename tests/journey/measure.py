"""What a page costs in processor time, against a view that does nothing, in the same project under the same server.

Run by hand: python tests/journey/measure.py [requests]. Starts gunicorn with one sync worker on a site of its own and
prints user and system time of the worker for each request, and the bytes on the wire.
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
PORT = 8931
# Each page with whose cookies it is asked for: a person who has come to that question, or one who has answered all.
ARRIVED, ANSWERED = '{"status": "refugee"}', "EIGHT"
PAGES = {
    "question": "/{}/questions/needs/",
    "question again": "/{}/questions/needs/",
    "plan of eight": "/{}/plan/",
    "brochure": "/{}/brochure/",
    "about": "/{}/about/",
}
TICK = os.sysconf("SC_CLK_TCK")
ENVIRONMENT = os.environ | {
    "LOCAL": "false", "SECRET_KEY": "only-for-measuring-" * 3, "ALLOWED_HOSTS": "localhost", "PYTHONPATH": str(ROOT),
    "DJANGO_SETTINGS_MODULE": "tests.journey.measured_settings",
}  # fmt: skip


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        environment = ENVIRONMENT | {"DATABASE_URL": f"sqlite:///{folder}/db.sqlite3", "STATIC_ROOT": folder}
        for command in (
            "collectstatic --no-input",
            "migrate --verbosity=0",
            "load_guide",
            "publish",
        ):
            subprocess.run(
                [sys.executable, "manage.py", *command.split()],
                cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL,
            )  # fmt: skip
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--workers=1", f"--bind=127.0.0.1:{PORT}", "refugeeguide.wsgi"],
            cwd=ROOT, env=environment, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            people = {person: cookies_of(person, environment) for person in (ARRIVED, ANSWERED)}
            report(server.pid, people, count)
        finally:
            server.terminate()
            server.wait()


def cookies_of(person: str, environment: dict[str, str]) -> str:
    """The cookies of a person, given as a Python expression."""
    code = f"""import django; django.setup()
from tests.journey.sizing import EIGHT
from tests.journey.visitor import Visitor
print(Visitor({person}).token)"""
    token = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE
    )
    return f"__Host-answers={token.stdout.decode().strip()}"


def report(server: int, people: dict[str, str], count: int) -> None:
    wait_until_it_answers()
    worker = int(Path(f"/proc/{server}/task/{server}/children").read_text().split()[0])
    bare = cost(worker, "/bare/", "", count)
    print(f"{'bare view':24} {bare * 1000:6.3f} ms")
    for name, path in PAGES.items():
        cookies = people[ARRIVED if name == "question" else ANSWERED]
        for language in ("en", "ar"):
            address = path.format(language)
            taken = cost(worker, address, cookies, count)
            size = len(request(address, cookies))
            ratio = f"{taken * 1000:6.3f} ms = {taken / bare:5.2f} bare"
            print(f"{name + ' ' + language:24} {ratio}, {size} bytes on the wire")


def cost(worker: int, path: str, cookies: str, count: int) -> float:
    """Seconds of processor time for each request."""
    for _ in range(50):
        answer = request(path, cookies)
    assert answer.startswith(b"HTTP/1.1 200"), answer[:200]
    before = processor_time(worker)
    for _ in range(count):
        request(path, cookies)
    return (processor_time(worker) - before) / count


def processor_time(process: int) -> float:
    fields = re.sub(r".*\) ", "", Path(f"/proc/{process}/stat").read_text()).split()
    return (int(fields[11]) + int(fields[12])) / TICK


def request(path: str, cookies: str) -> bytes:
    """Everything the server sends for a page, as a browser would ask for it."""
    lines = [
        f"GET {path} HTTP/1.1", "Host: localhost", "X-Forwarded-Proto: https", "Accept-Encoding: gzip, deflate, br",
        "Accept-Language: en", "Accept: text/html", f"Cookie: {cookies}", "Connection: close", "", "",
    ]  # fmt: skip
    with socket.create_connection(("127.0.0.1", PORT)) as connection:
        connection.sendall("\r\n".join(lines).encode())
        return b"".join(iter(lambda: connection.recv(65536), b""))


def wait_until_it_answers() -> None:
    for _ in range(100):
        try:
            request("/bare/", "")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("gunicorn does not answer")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
