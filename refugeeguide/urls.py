"""Every address of the site."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from refugeeguide.journey.offline import service_worker
from refugeeguide.journey.views import door

handler400 = "refugeeguide.journey.pages.bad_request"
handler404 = "refugeeguide.journey.pages.page_not_found"
handler500 = "refugeeguide.journey.pages.server_error"

urlpatterns = [
    path("", door, name="door"),
    path("service-worker.js", service_worker, name="service-worker"),
    path("admin/", admin.site.urls),
    *i18n_patterns(path("", include("refugeeguide.journey.urls"))),
]
