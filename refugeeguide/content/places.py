"""The places of Belgium, read once from the content files. No table is touched, so questions never wait for one."""

from functools import cache

from django.conf import settings

from refugeeguide.guide.places import Places


@cache
def places() -> Places:
    """All postcodes with municipality, region and counter languages."""
    return Places.from_table((settings.BASE_DIR / "fixtures/belgium/places.tsv").read_text(encoding="utf-8"))
