"""Addresses of the journey; the language stands in front of them."""

from django.urls import path

from . import views
from .pages import needs_answers
from .wizard import QuestionWizard

question = needs_answers(QuestionWizard.as_view(url_name="question"))

urlpatterns = [
    path("", views.start, name="start"),
    path("questions/", views.questions, name="questions"),
    path("questions/<slug:step>/", question, name="question"),
    path("answers/", views.answers, name="answers"),
    path("plan/", views.plan, name="plan"),
    path("plan/checklist.pdf", views.checklist, name="checklist"),
    path("brochure/", views.brochure, name="brochure"),
    path("brochure/<slug:slug>/", views.topic, name="topic"),
    path("open/", views.open_code, name="open"),
    path("about/", views.about, name="about"),
    path("erase/", views.erase, name="erase"),
]
