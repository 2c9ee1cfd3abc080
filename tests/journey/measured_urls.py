"""Every address of the site, and one that does nothing."""

from django.http import HttpResponse
from django.urls import path

from refugeeguide import urls

urlpatterns = [path("bare/", lambda request: HttpResponse("ok")), *urls.urlpatterns]
