"""What every test stands on."""

import os
import sys

import pytest

os.environ.setdefault("LOCAL", "true")  # for commands that tests start as processes of their own


@pytest.fixture(autouse=True)
def same_release():
    """A release that a test publishes goes away with the test's tables."""
    before = getattr(_release_module(), "_current", None)
    yield
    if module := _release_module():
        module._current = before


def _release_module():
    """The module that holds the release, if anything has loaded it: the tests of guide/ never do."""
    return sys.modules.get("refugeeguide.content.release")
