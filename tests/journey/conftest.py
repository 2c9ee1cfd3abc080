"""The whole Belgian guide in memory for every test here, and once as a real site with tables.

No test of this folder may touch a table unless it asks for `db`: pytest-django refuses the query, so each request
below also proves that pages need none.
"""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from refugeeguide.content import release
from tests.content import belgium

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def belgian_release() -> release.CurrentRelease:
    """The content files as a release: number 7, published on 1 November 2026."""
    return release.CurrentRelease(7, "belgium", datetime(2026, 11, 1, 12, tzinfo=UTC), belgium.document())


@pytest.fixture(autouse=True)
def published(same_release: None, belgian_release: release.CurrentRelease) -> None:
    """Readers see the Belgian guide."""
    release._current = belgian_release


@pytest.fixture
def nothing_published(published: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that has just been set up; its tables are not even looked at."""
    release._current = None
    monkeypatch.setattr(release, "refresh", lambda: None)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a site with tables of its own, set up by the same commands as a real one."""
    database = tmp_path_factory.mktemp("site") / "db.sqlite3"
    environment = {**os.environ, "LOCAL": "true", "DATABASE_URL": f"sqlite:///{database}"}
    for command in (["migrate", "--verbosity=0"], ["load_guide"], ["publish"]):
        manage(environment, *command)
    return environment


def manage(environment: dict[str, str], *command: str, given: bytes = b"") -> bytes:
    """Run a management command as a process; its standard output."""
    return subprocess.run(
        [sys.executable, ROOT / "manage.py", *command],
        env=environment, input=given, stdout=subprocess.PIPE, check=True,
    ).stdout  # fmt: skip
