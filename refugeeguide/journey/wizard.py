"""The questionnaire as pages, one question each, on django-formtools. The only module that imports it.

formtools runs the form of each step; which question comes next is the guide's business. Answers are kept in the
cookie as they are given, so a step can be opened, changed or posted again in any order, from any tab.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from formtools.wizard.storage.base import BaseStorage
from formtools.wizard.views import NamedUrlWizardView

from refugeeguide.content.places import places
from refugeeguide.guide.answers import keep
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.guide.questions import Question

from . import answers_cookie
from .forms import FORMS, AnswerForm
from .pages import problem_page, way_on
from .shared import shared


class AnswersStorage(BaseStorage):  # type: ignore[misc]
    """formtools' storage over the answers cookie; a step's data is its raw answer and nothing else."""

    def __init__(self, prefix: str, request: HttpRequest, file_storage: object = None) -> None:
        super().__init__(prefix, request, file_storage)
        self.init_data()
        self._take(answers_cookie.load(request))
        self.changed = False

    def _take(self, raw: Mapping[str, object]) -> None:
        """Hold the good ones of these answers; what no longer fits the answers before it is gone."""
        self.answers = keep(QUESTIONNAIRE, places(), raw)[0]
        self.raw = self.answers.raw()

    def get_step_data(self, step: str) -> object:
        return self.raw.get(step)

    def set_step_data(self, step: str, cleaned_data: object) -> None:
        self._take({**self.raw, step: cleaned_data})
        self.changed = True

    def update_response(self, response: HttpResponse) -> None:
        if self.changed:
            answers_cookie.save(response, self.raw)
        elif self.raw:
            answers_cookie.renew(self.request, response, self.raw)


class QuestionWizard(NamedUrlWizardView):  # type: ignore[misc]
    """One page a question. An unknown question is a 404; one these answers never reach leads back on the way."""

    form_list = [(question.slug, FORMS[question.kind]) for question in QUESTIONNAIRE]
    storage_name = "refugeeguide.journey.wizard.AnswersStorage"
    template_name = "journey/question.html"

    @property
    def question(self) -> Question:
        question = QUESTIONNAIRE.get(self.kwargs["step"])
        if question is None:
            raise Http404
        return question

    @property
    def is_asked(self) -> bool:
        return QUESTIONNAIRE.asks(self.question, self.storage.answers.values)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not self.is_asked:
            return redirect(self.way_on())
        self.storage.current_step = self.question.slug
        if self.question.slug in self.storage.raw:
            return self.render(self.get_form())
        return self.blank_page()

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not self.is_asked:
            return problem_page(request, "not-asked", 409, way_on=self.way_on())
        self.storage.current_step = self.question.slug
        form = self.get_form(data=request.POST)
        if not form.is_valid():
            return self.render(form, status=422)
        self.storage.set_step_data(self.question.slug, self.process_step(form))
        return redirect(self.way_on())

    def way_on(self) -> str:
        return way_on(self.storage.answers.values)

    def process_step(self, form: AnswerForm) -> object:
        """The answer alone: not the whole post, as formtools would keep."""
        return form.raw_answer

    def get_form_prefix(self, step: str | None = None, form: object = None) -> None:
        return None

    def get_form_initial(self, step: str) -> dict[str, object]:
        raw = self.storage.raw
        return {"answer": raw.get(step), "was_skipped": step in raw and raw[step] is None}

    def get_form_kwargs(self, step: str | None = None) -> dict[str, Question]:
        return {"question": self.question}

    def place(self) -> dict[str, object]:
        """Where the question stands on this person's way."""
        here, values = self.question, self.storage.answers.values
        position, total = QUESTIONNAIRE.progress(here, values)
        way = [question.slug for question in QUESTIONNAIRE if question.slug in values or question is here]
        place = way.index(here.slug)
        back = self.get_step_url(way[place - 1]) if place else reverse("start")
        return {"position": position, "total": total, "back": back}

    def get_context_data(self, form: AnswerForm, **kwargs: Any) -> dict[str, object]:
        return {
            **(kwargs or self.place()),
            "question": self.question,
            "form": form,
            "chosen": self.chosen(form),
            "was_skipped": form.was_skipped,
        }

    def chosen(self, form: AnswerForm) -> list[str]:
        """The options to show as chosen: those just posted, else those stored."""
        stored = self.storage.get_step_data(self.question.slug)
        given = form.chosen if form.is_bound else stored if isinstance(stored, list) else [stored]
        return [str(option) for option in given]

    def render(self, form: AnswerForm | None = None, status: int = 200, **kwargs: Any) -> HttpResponse:
        context = self.get_context_data(form or self.get_form(), **kwargs)
        return self.render_to_response(context, status=status)

    def blank_page(self) -> HttpResponse:
        """A question not answered yet: the same page for all who meet it at this place."""
        place = self.place()

        def make() -> str:
            context = self.get_context_data(self.get_form(), **place)
            return render_to_string(self.template_name, context, self.request)

        key = ":".join(map(str, (self.request.path, *place.values())))
        return shared(self.request, key, make)
