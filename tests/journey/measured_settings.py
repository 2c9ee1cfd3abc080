"""The settings of a production site, with one bare view to compare with. For measure.py alone."""

from refugeeguide.settings import *  # noqa: F403

ROOT_URLCONF = "tests.journey.measured_urls"
