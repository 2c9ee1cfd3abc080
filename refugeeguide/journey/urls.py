"""Addresses of the journey; the language stands in front of them."""

from django.urls import path

from . import accessibility, brochure, feedback, finding, leaving, offline, sharing, style, views
from .own_forms import own_form
from .pages import needs_answers
from .wizard import QuestionWizard

question = own_form(needs_answers(QuestionWizard.as_view(url_name="question")))

urlpatterns = [
    path("", views.start, name="start"),
    path("languages/", views.languages, name="languages"),
    path("questions/", views.questions, name="questions"),
    path("questions/<slug:step>/", question, name="question"),
    path("answers/", views.answers, name="answers"),
    path("plan/", views.plan, name="plan"),
    path("plan/checklist.pdf", views.checklist, name="checklist"),
    path("plan/take-away/", sharing.take_away, name="take-away"),
    path("plan/share/", sharing.share, name="share"),
    path("open/", sharing.open_code, name="open"),
    path("brochure/", brochure.brochure, name="brochure"),
    path("brochure/<slug:slug>/", brochure.topic, name="topic"),
    path("procedures/<slug:slug>/", brochure.procedure, name="procedure"),
    path("search/", finding.search, name="search"),
    path("contacts/", finding.contacts, name="contacts"),
    path("contacts/<slug:slug>/", brochure.contact, name="contact"),
    path("feedback/thanks/", feedback.thanks, name="thanks"),
    path("feedback/<slug:kind>/<slug:slug>/", feedback.give, name="feedback"),
    path("nothing-fits/", views.nothing_fits, name="nothing-fits"),
    path("about/", views.about, name="about"),
    path("accessibility/", accessibility.statement, name="accessibility"),
    path("style/", style.style, name="style"),
    path("offline/", offline.offline, name="offline"),
    path("offline/pages.json", offline.pages, name="offline-pages"),
    path("offline/guide.webmanifest", offline.manifest, name="manifest"),
    path("erase/", leaving.erase, name="erase"),
    path("leave/", leaving.leave, name="leave"),
]
