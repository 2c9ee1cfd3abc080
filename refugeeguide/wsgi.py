"""The serving process: the site, a thread that notices a newly published guide, and printing made ready."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "refugeeguide.settings")
application = get_wsgi_application()

from refugeeguide.content import release  # noqa: E402  (tables can be imported only now)
from refugeeguide.journey import pdf  # noqa: E402

release.follow()
pdf.warm()
