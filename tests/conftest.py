"""What every test stands on."""

import os

import pytest

os.environ.setdefault("LOCAL", "true")  # for commands that tests start as processes of their own


@pytest.fixture(autouse=True)
def same_release():
    """A release that a test publishes goes away with the test's tables."""
    from refugeeguide.content import release

    before = release._current
    yield
    release._current = before
